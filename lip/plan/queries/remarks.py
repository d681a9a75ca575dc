"""Read remarks on lines."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.errors import NotFound
from lip.plan.queries.narrowing import narrowed
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
    where, values = narrowed("r", plan, chapter, language)
    return [_remark(row) for row in await fetch(_FACTS + where + _ORDER, *values)]


async def remark_by_id(plan: UUID, remark: UUID) -> RemarkFacts:
    """Find a remark, hidden ones too, or raise NotFound."""
    rows = await fetch(_FACTS + "AND r.id = ?", plan, remark)
    if not rows:
        raise NotFound("unknown_remark")
    return _remark(rows[0])


def _remark(row: Mapping[str, Any]) -> RemarkFacts:
    return RemarkFacts(**{**row, "hidden": bool(row["hidden"])})
