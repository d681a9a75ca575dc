"""Read remarks on lines."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.errors import NotFound
from lip.plan.rules.amendments import RemarkFacts

_FACTS = (
    "SELECT r.id, r.chapter, c.key AS chapter_key, r.language, r.base_version, "
    "r.first_line, r.last_line, r.excerpt, r.written_in, r.text, r.author_name, "
    "r.hidden, r.written_at FROM line_remark r JOIN chapter c ON c.id = r.chapter "
    "WHERE c.plan = ? "
)
_ORDER = "ORDER BY c.position, c.key, r.language, r.first_line, r.written_at, r.id"


async def remarks_of(
    plan: UUID, *, chapter: UUID | None = None, language: str = ""
) -> Sequence[RemarkFacts]:
    """List remarks in the order of chapters and lines, hidden ones too."""
    where, values = "", list[object]([plan])
    if chapter is not None:
        where += "AND r.chapter = ? "
        values.append(chapter)
    if language:
        where += "AND r.language = ? "
        values.append(language)
    return [_remark(row) for row in await fetch(_FACTS + where + _ORDER, *values)]


async def remark_by_id(plan: UUID, remark: UUID) -> RemarkFacts:
    """Find a remark, hidden ones too, or raise NotFound."""
    rows = await fetch(_FACTS + "AND r.id = ?", plan, remark)
    if not rows:
        raise NotFound("unknown_remark")
    return _remark(rows[0])


def _remark(row: Mapping[str, Any]) -> RemarkFacts:
    return RemarkFacts(
        id=row["id"],
        chapter=row["chapter"],
        chapter_key=row["chapter_key"],
        language=row["language"],
        base_version=row["base_version"],
        first_line=row["first_line"],
        last_line=row["last_line"],
        excerpt=row["excerpt"],
        written_in=row["written_in"],
        text=row["text"],
        author_name=row["author_name"],
        hidden=bool(row["hidden"]),
        written_at=row["written_at"],
    )
