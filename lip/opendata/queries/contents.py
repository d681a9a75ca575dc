"""Find the content of public files, wherever they lie."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.programme.queries.files import published_content


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFile:
    """A file as it is handed out."""

    content: bytes
    media_type: str
    filename: str
    changed: datetime


async def content_of_file(file: UUID) -> OpenFile | None:
    """Give a file that everybody may read now; None for any other."""
    if (found := await published_content(file)) is not None:
        document, content = found
        return OpenFile(
            content=content,
            media_type=document.media_type,
            filename=document.filename,
            changed=document.published_at or document.created_at,
        )
    return None
