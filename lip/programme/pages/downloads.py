"""Answer with a document that people save; it never runs inside our pages."""

from typing import Final
from urllib.parse import quote

from litestar import Response

from lip.programme.queries.files import DocumentFacts
from lip.programme.rules.file_names import plain_name

LOCKED_UP: Final = "default-src 'none'; sandbox; frame-ancestors 'none'"


def document_answer(document: DocumentFacts, content: bytes) -> Response[bytes]:
    """Send a document of a conference; nobody keeps a draft on the way."""
    return download(
        content,
        document.filename,
        media_type=document.media_type,
        public=document.published,
    )


def download(
    content: bytes, filename: str, *, media_type: str, public: bool = True
) -> Response[bytes]:
    """Send a file as a download under its own name (RFC 6266, RFC 8187)."""
    plain, exact = plain_name(filename), quote(filename, safe="")
    return Response(
        content,
        media_type=media_type,
        headers={
            "Content-Disposition": (
                f"attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}"
            ),
            "Content-Security-Policy": LOCKED_UP,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "public, max-age=300" if public else "private, no-store",
        },
    )
