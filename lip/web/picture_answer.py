"""Answer with a picture; it never runs anything and is never taken for another."""

from typing import Final

from litestar import Response

LOCKED_UP: Final = "default-src 'none'; sandbox; frame-ancestors 'none'"


def picture_answer(
    content: bytes, *, media_type: str, public: bool, name: str = "photo.jpg"
) -> Response[bytes]:
    """Send a picture; what not everybody may see stays in no cache."""
    return Response(
        content,
        media_type=media_type,
        headers={
            "Content-Disposition": f"inline; filename={name}",
            "Content-Security-Policy": LOCKED_UP,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "public, max-age=300" if public else "private, no-store",
        },
    )
