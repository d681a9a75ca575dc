"""Answer with an attachment that people save; it never runs inside our pages."""

from litestar import Response

from lip.papers.rules.papers import FileFacts
from lip.programme.pages.downloads import download


def file_answer(file: FileFacts, content: bytes) -> Response[bytes]:
    """Send an attachment as a download under its own name."""
    return download(content, file.filename, media_type=file.media_type)
