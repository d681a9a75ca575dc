"""Find the content of public files, wherever they lie."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.opendata.rules.text_ids import text_id
from lip.papers.queries.for_programs import open_attachment
from lip.plan.queries.for_programs import open_plans
from lip.programme.queries.files import published_content


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFile:
    """A file as it is handed out."""

    content: bytes
    media_type: str
    filename: str
    changed: datetime


async def content_of_file(file: UUID, *, now: datetime) -> OpenFile | None:
    """Give a file that everybody may read now; None for any other."""
    if (document := await published_content(file)) is not None:
        facts, content = document
        return OpenFile(
            content=content,
            media_type=facts.media_type,
            filename=facts.filename,
            changed=facts.published_at or facts.created_at,
        )
    if (attached := await open_attachment(file, now=now)) is not None:
        attachment, content = attached
        return OpenFile(
            content=content,
            media_type=attachment.media_type,
            filename=attachment.filename,
            changed=attachment.changed_at,
        )
    return await _chapter_text(file)


async def _chapter_text(file: UUID) -> OpenFile | None:
    """Find the words of a chapter: their file's id is made of chapter and language."""
    found = (
        (one, text)
        for plan in await open_plans()
        for one in plan.chapters
        for text in one.texts
        if text_id(one.id, text.language) == file
    )
    for one, text in found:
        return OpenFile(
            content=text.text.encode(),
            media_type="text/markdown; charset=utf-8",
            filename=f"{one.key}.{text.language}.md",
            changed=text.changed_at,
        )
    return None
