"""Photos beside proposals: made anew, and small enough for a page."""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image

from lip.pictures.making import LARGEST, MEDIA_TYPE, packed, upright

__all__ = [
    "LARGEST",
    "LONGEST_SIDE",
    "MEDIA_TYPE",
    "MOST_KEPT",
    "NewPhoto",
    "photo_from",
]

LONGEST_SIDE: Final = 1600
MOST_KEPT: Final = 400_000
"""Bytes; a flipchart is readable with half of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPhoto:
    """A picture made anew, and what it shows in words."""

    content: bytes
    width: int
    height: int
    shows: str = ""


def photo_from(content: bytes, *, shows: str = "") -> NewPhoto:
    """Make a picture anew, or raise Unusable with what is wrong."""
    made = packed(upright(content, longest=LONGEST_SIDE), most=MOST_KEPT)
    width, height = Image.open(BytesIO(made)).size
    return NewPhoto(content=made, width=width, height=height, shows=shows)
