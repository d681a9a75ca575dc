"""Answer with an attachment that people save; it never runs inside our pages."""

from urllib.parse import quote

from litestar import Response

from lip.papers.rules.papers import FileFacts
from lip.programme.pages.downloads import LOCKED_UP
from lip.programme.rules.file_names import plain_name


def file_answer(file: FileFacts, content: bytes) -> Response[bytes]:
    """Send an attachment as a download under its own name (RFC 6266, RFC 8187)."""
    plain, exact = plain_name(file.filename), quote(file.filename, safe="")
    name = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}"
    return Response(
        content,
        media_type=file.media_type,
        headers={
            "Content-Disposition": name,
            "Content-Security-Policy": LOCKED_UP,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "public, max-age=300",
        },
    )
