"""Read the whole draft of a plan, as a version would hold it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.measures.queries.frozen import documents_of_measures
from lip.plan.rules.freezing import DraftText, Sheet
from lip.plan.rules.nesting import nested
from lip.said import Said

_DRAFTS = (
    "SELECT c.id, c.parent, c.position, c.key, c.code, c.number, c.kind, c.field, "
    "c.decided_on, c.initiator_name, b.name AS body, "
    "t.language, w.title, w.text, t.state "
    "FROM chapter c LEFT JOIN chapter_text t ON t.chapter = c.id "
    "LEFT JOIN wording w ON w.chapter_text = t.id AND w.version = "
    "(SELECT max(o.version) FROM wording o WHERE o.chapter_text = t.id "
    "AND o.saved_by <> 'autosave') "
    "LEFT JOIN body b ON b.id = c.initiator "
    "WHERE c.plan = ? AND c.removed_at IS NULL ORDER BY c.position, c.key, t.language"
)


async def drafts_of(plan: UUID, language: str) -> Sequence[DraftText]:
    """
    List every chapter that is not removed, in each of its languages, as it reads.

    What an editor's page has saved by itself is not read: it may stop in a word.
    """
    rows = await fetch(_DRAFTS, plan)
    texts = [_draft(row, language) for row in rows]
    order = list(nested({one.chapter: one.parent for one in texts}))
    return sorted(texts, key=lambda one: order.index(one.chapter))


async def sheets_to_freeze(*, now: datetime) -> Sequence[Sheet]:
    """List the measures that go into a version: what everybody may read, in order."""
    return [
        Sheet(measure=one.measure, document=one.document, files=one.files)
        for one in await documents_of_measures(now=now)
    ]


def _draft(row: Mapping[str, Any], language: str) -> DraftText:
    name = row["initiator_name"]
    return DraftText(
        chapter=row["id"],
        parent=row["parent"],
        position=row["position"],
        key=row["key"],
        code=row["code"],
        number=row["number"],
        kind=row["kind"],
        initiator=row["body"] or (Said({language: name}).dump() if name else ""),
        decided_on=row["decided_on"],
        field=row["field"],
        language=row["language"] or "",
        title=row["title"] or "",
        text=row["text"] or "",
        state=row["state"] or "",
    )
