"""Note since when everybody can read a plan's draft and what is in it."""

from datetime import datetime
from typing import Final
from uuid import UUID

from lip.database import fetch
from lip.plan.rules.chapters import READABLE

_PLAN: Final = (
    "UPDATE plan SET shown_since = ? "
    "WHERE id = ? AND shown_since IS NULL AND draft_public"
)
_STATES: Final = ", ".join(f"'{state}'" for state in READABLE)
_CHAPTERS: Final = f"""
UPDATE chapter SET shown_since = ? WHERE plan = ? AND shown_since IS NULL
    AND EXISTS (SELECT 1 FROM plan p WHERE p.id = chapter.plan AND p.draft_public)
    AND EXISTS (SELECT 1 FROM chapter_text t
        WHERE t.chapter = chapter.id AND t.state IN ({_STATES}))
"""  # noqa: S608 - our own words


async def note_shown(plan: UUID, *, now: datetime) -> None:
    """Note it within the transaction that may have shown something."""
    await fetch(_PLAN, now, plan)
    await fetch(_CHAPTERS, now, plan)
