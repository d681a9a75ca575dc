"""Answer with a photo; it never runs anything and is never taken for something else."""

from typing import Final

from litestar import Response

from proposals.photo_files import MEDIA_TYPE
from proposals.queries.photos import Picture

LOCKED_UP: Final = "default-src 'none'; sandbox; frame-ancestors 'none'"


def photo_answer(picture: Picture) -> Response[bytes]:
    """Send a picture; what not everybody may see stays in no cache."""
    cached = "public, max-age=300" if picture.shown else "private, no-store"
    return Response(
        picture.content,
        media_type=MEDIA_TYPE,
        headers={
            "Content-Disposition": "inline; filename=photo.jpg",
            "Content-Security-Policy": LOCKED_UP,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": cached,
        },
    )
