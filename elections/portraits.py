"""
Portraits of those who stand: square, the same size for everybody, nothing beside.

One is kept; the small one for lists is made of it when it is asked for.
"""

from io import BytesIO
from typing import Final

from PIL import Image, ImageOps

from lip.pictures.making import MEDIA_TYPE, packed, upright

__all__ = ["MEDIA_TYPE", "MOST_KEPT", "SIDE", "SMALL", "portrait_from", "small"]

SIDE: Final = 640
SMALL: Final = 192
MOST_KEPT: Final = 80_000
_READ_UP_TO: Final = 2000
_FACES_ARE_HIGH: Final = (0.5, 0.35)


def portrait_from(content: bytes) -> bytes:
    """Make a portrait of what was sent, or raise Unusable with what is wrong."""
    picture = upright(content, longest=_READ_UP_TO)
    square = ImageOps.fit(picture, (SIDE, SIDE), centering=_FACES_ARE_HIGH)
    return packed(square, most=MOST_KEPT)


def small(portrait: bytes) -> bytes:
    """Make a kept portrait small enough for lists."""
    with Image.open(BytesIO(portrait), formats=("JPEG",)) as kept:
        kept.draft("RGB", (SMALL, SMALL))
        return packed(
            kept.convert("RGB").resize((SMALL, SMALL), Image.Resampling.LANCZOS),
            most=MOST_KEPT,
        )
