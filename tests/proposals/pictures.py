"""Pictures as cameras send them."""

from io import BytesIO
from typing import Any

from PIL import Image

UPRIGHT = 0x0112
MAKER = 0x010F
PLACE = 0x8825


def picture(size: tuple[int, int] = (80, 40), kind: str = "JPEG", **more: Any) -> bytes:
    """Draw the left half red, the right half blue."""
    sheet = Image.new("RGB", size, "red")
    sheet.paste("blue", (size[0] // 2, 0, *size))
    out = BytesIO()
    sheet.save(out, kind, **more)
    return out.getvalue()


def from_a_camera(size: tuple[int, int] = (80, 40)) -> bytes:
    """Draw a picture that lies on its side and says where it was taken."""
    exif = Image.Exif()
    exif[UPRIGHT] = 6
    exif[MAKER] = "Kamera von Ada Muster"
    exif.get_ifd(PLACE)[1] = "N"
    return picture(size, exif=exif)
