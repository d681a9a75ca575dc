"""Answer with a document that people save; it never runs inside our pages."""

from typing import Final
from urllib.parse import quote

from litestar import Response

from lip.programme.queries.files import DocumentFacts
from lip.programme.rules.file_names import plain_name

LOCKED_UP: Final = "default-src 'none'; sandbox; frame-ancestors 'none'"


def document_answer(document: DocumentFacts, content: bytes) -> Response[bytes]:
    """Send a document as a download under its own name (RFC 6266, RFC 8187)."""
    plain, exact = plain_name(document.filename), quote(document.filename, safe="")
    cached = "public, max-age=300" if document.published else "private, no-store"
    return Response(
        content,
        media_type=document.media_type,
        headers={
            "Content-Disposition": (
                f"attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}"
            ),
            "Content-Security-Policy": LOCKED_UP,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": cached,
        },
    )
