"""
Make a picture anew, so that nothing else that came along is kept.

Whatever a camera writes beside the picture (place, time, owner, a small preview) is
left behind, the picture stands upright, and it is no larger than a page needs.
"""

from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from lip.errors import Unusable

LARGEST: Final = 10 * 1024 * 1024
MOST_PIXELS: Final = 50_000_000
MEDIA_TYPE: Final = "image/jpeg"

_FORMATS: Final = tuple(
    kind.format
    for kind in (
        JpegImagePlugin.JpegImageFile,
        PngImagePlugin.PngImageFile,
        WebPImagePlugin.WebPImageFile,
    )
)
_QUALITIES: Final = (82, 70, 58, 45, 30)
_BOMBS: Final = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def upright(content: bytes, *, longest: int) -> Image.Image:
    """Read what was sent; raises Unusable with what is wrong."""
    if not content:
        raise Unusable("photo_empty")
    if len(content) > LARGEST:
        raise Unusable("photo_too_large", most=LARGEST // 1024 // 1024)
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as sent:
            if sent.width * sent.height > MOST_PIXELS:
                raise Unusable("photo_has_too_many_pixels")
            sent.draft("RGB", (longest, longest))
            small = _bounded(sent, longest)
            return _flat(ImageOps.exif_transpose(small))
    except _BOMBS as error:
        raise Unusable("photo_has_too_many_pixels") from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise Unusable("photo_unreadable") from error


def packed(picture: Image.Image, *, most: int) -> bytes:
    """Pack it ever harder, and then ever smaller, until it fits into so many bytes."""
    while True:
        for quality in _QUALITIES:
            out = BytesIO()
            picture.save(out, "JPEG", quality=quality, progressive=True)
            if out.tell() <= most:
                return out.getvalue()
        picture = picture.reduce(2)


def _bounded(picture: Image.Image, longest: int) -> Image.Image:
    """Shrink before turning: it costs less, and what EXIF says stays beside it."""
    picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return picture


def _flat(picture: Image.Image) -> Image.Image:
    """Put what is transparent on white; only the pixels go over."""
    whole = picture.convert("RGBA")
    paper = Image.new("RGB", whole.size, "white")
    paper.paste(whole, mask=whole.getchannel("A"))
    return paper
