"""Read the documents of a conference."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.conference.rules.stages import Stage
from lip.database import fetch
from lip.errors import NotFound
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """A document without its content; `size` is in bytes."""

    id: UUID
    title: Said
    language: str
    filename: str
    media_type: str
    size: int
    published_at: datetime | None
    created_at: datetime

    @property
    def published(self) -> bool:
        """Tell whether everybody may read it."""
        return self.published_at is not None


_FACTS = """
    SELECT id, title, language, filename, media_type, length(content) AS size,
        published_at, created_at
    FROM conference_file
"""


async def documents_of(
    conference: UUID, *, drafts: bool = False
) -> Sequence[DocumentFacts]:
    """List the documents of a conference, the published ones only or all."""
    only = "" if drafts else "AND published_at IS NOT NULL"
    rows = await fetch(
        f"{_FACTS} WHERE conference = ? {only} ORDER BY created_at, filename, id",
        conference,
    )
    return [_facts(row) for row in rows]


async def document_by_id(document: UUID, *, conference: UUID) -> DocumentFacts:
    """Find a document of a conference, or raise NotFound."""
    rows = await fetch(
        f"{_FACTS} WHERE id = ? AND conference = ?", document, conference
    )
    if not rows:
        raise NotFound("unknown_document")
    return _facts(rows[0])


async def content_of(document: UUID) -> bytes:
    """Give the bytes of a document, or raise NotFound."""
    rows = await fetch("SELECT content FROM conference_file WHERE id = ?", document)
    if not rows:
        raise NotFound("unknown_document")
    return bytes(rows[0]["content"])


async def published_content(document: UUID) -> tuple[DocumentFacts, bytes] | None:
    """Give a published document of a conference that everybody may know of."""
    rows = await fetch(
        f"{_FACTS} WHERE id = ? AND published_at IS NOT NULL AND EXISTS (SELECT 1 "  # noqa: S608
        "FROM conference f WHERE f.id = conference_file.conference AND f.stage <> ?)",
        document,
        Stage.DRAFT.value,
    )
    return (_facts(rows[0]), await content_of(document)) if rows else None


def _facts(row: Mapping[str, Any]) -> DocumentFacts:
    return DocumentFacts(
        id=row["id"],
        title=Said.load(row["title"]),
        language=row["language"],
        filename=row["filename"],
        media_type=row["media_type"],
        size=int(row["size"]),
        published_at=row["published_at"],
        created_at=row["created_at"],
    )
