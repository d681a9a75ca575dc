"""
Photos as they may be kept: the picture made anew, and nothing else that came along.

Whatever a camera writes beside the picture (place, time, owner, a small preview) is
left behind, the picture stands upright, and it is no larger than a page needs.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from lip.errors import Unusable

LARGEST: Final = 10 * 1024 * 1024
MOST_PIXELS: Final = 50_000_000
LONGEST_SIDE: Final = 1600
MOST_KEPT: Final = 400_000
"""Bytes; a flipchart is readable with half of them."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPhoto:
    """A picture made anew, and what it shows in words."""

    content: bytes
    width: int
    height: int
    shows: str = ""


def photo_from(content: bytes, *, shows: str = "") -> NewPhoto:
    """Make a picture anew, or raise Unusable with what is wrong."""
    if not content:
        raise Unusable("photo_empty")
    if len(content) > LARGEST:
        raise Unusable("photo_too_large", most=LARGEST // 1024 // 1024)
    made = _packed(_upright(content))
    width, height = Image.open(BytesIO(made)).size
    return NewPhoto(content=made, width=width, height=height, shows=shows)


def _upright(content: bytes) -> Image.Image:
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as sent:
            if sent.width * sent.height > MOST_PIXELS:
                raise Unusable("photo_has_too_many_pixels")
            sent.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            small = _bounded(sent)
            return _flat(ImageOps.exif_transpose(small))
    except _BOMBS as error:
        raise Unusable("photo_has_too_many_pixels") from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise Unusable("photo_unreadable") from error


def _bounded(picture: Image.Image) -> Image.Image:
    """Shrink before turning: it costs less, and what EXIF says stays beside it."""
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return picture


def _flat(picture: Image.Image) -> Image.Image:
    """Put what is transparent on white; only the pixels go over."""
    whole = picture.convert("RGBA")
    paper = Image.new("RGB", whole.size, "white")
    paper.paste(whole, mask=whole.getchannel("A"))
    return paper


def _packed(picture: Image.Image) -> bytes:
    """Pack it ever harder, and then ever smaller, until it fits."""
    while True:
        for quality in _QUALITIES:
            out = BytesIO()
            picture.save(out, "JPEG", quality=quality, progressive=True)
            if out.tell() <= MOST_KEPT:
                return out.getvalue()
        picture = picture.reduce(2)
