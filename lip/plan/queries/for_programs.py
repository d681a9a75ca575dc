"""Read chapters as everybody may read them: of the newest version, or the draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from lip.database import fetch
from lip.partial_dates import PartialDate
from lip.plan.queries.plans import public_plans
from lip.plan.queries.versions import VersionFacts, versions_of
from lip.plan.rules.chapters import READABLE
from lip.plan.rules.kinds import MotionStatus
from lip.plan.rules.nesting import nested
from lip.plan.rules.plans import PlanFacts
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenText:
    """A chapter's words in one language (Markdown), and since when they stand so."""

    language: str
    title: str
    text: str
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenChapter:
    """A chapter; `texts` begin with the one in the plan's own language, if any."""

    id: UUID
    plan: UUID
    parent: UUID | None
    key: str
    code: str
    number: str
    kind: Said
    status: MotionStatus
    initiator: Said
    decided_on: PartialDate | None
    submitted_at: datetime | None
    field: UUID | None
    created_at: datetime
    changed_at: datetime
    path: str
    texts: tuple[OpenText, ...]

    @property
    def head(self) -> str:
        """Its title with its number, as it is printed."""
        title = self.texts[0].title if self.texts else ""
        return f"{self.number} {title}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlan:
    """A public plan with its chapters, and its versions, the newest first."""

    plan: PlanFacts
    created_at: datetime
    versions: Sequence[VersionFacts]
    chapters: Sequence[OpenChapter]


_FROZEN: Final = """
SELECT f.chapter AS id, f.parent, f.key, f.code, f.number, f.kind, c.status,
    f.initiator, '' AS initiator_name, f.decided_on, c.submitted_at, f.field,
    c.created_at, v.published_at AS changed_at, f.language, f.title, f.text,
    v.published_at AS said_at
FROM frozen_chapter f JOIN plan_version v ON v.id = f.version
    JOIN chapter c ON c.id = f.chapter
WHERE v.plan = ? AND v.number = ? ORDER BY f.position, f.key, f.language
"""
_DRAFT: Final = f"""
SELECT c.id, c.parent, c.key, c.code, c.number, c.kind, c.status,
    b.name AS initiator, c.initiator_name, c.decided_on, c.submitted_at, c.field,
    c.created_at, c.changed_at, t.language, w.title, w.text, w.saved_at AS said_at
FROM chapter c JOIN chapter_text t ON t.chapter = c.id
    JOIN wording w ON w.chapter_text = t.id AND w.version = (
        SELECT max(o.version) FROM wording o
        WHERE o.chapter_text = t.id AND o.saved_by <> 'autosave')
    LEFT JOIN body b ON b.id = c.initiator
WHERE c.plan = ? AND c.removed_at IS NULL
    AND t.state IN ({", ".join(f"'{state}'" for state in READABLE)})
ORDER BY c.position, c.key, t.language
"""  # noqa: S608 - our own words


async def open_plans() -> Sequence[OpenPlan]:
    """Read all public plans; three queries each."""
    rows = await fetch("SELECT id, created_at FROM plan")
    made = {row["id"]: row["created_at"] for row in rows}
    return [
        OpenPlan(
            plan=plan,
            created_at=made[plan.id],
            versions=await versions_of(plan.id),
            chapters=await open_chapters(plan),
        )
        for plan in await public_plans()
    ]


async def published_at() -> Mapping[UUID, datetime]:
    """Tell when the newest version of each plan was published."""
    rows = await fetch(
        "SELECT v.plan, v.published_at FROM plan_version v WHERE v.number = "
        "(SELECT max(o.number) FROM plan_version o WHERE o.plan = v.plan)"
    )
    return {row["plan"]: row["published_at"] for row in rows}


async def open_chapters(plan: PlanFacts) -> Sequence[OpenChapter]:
    """Read the chapters of a public plan in reading order; one query."""
    if plan.latest:
        rows = await fetch(_FROZEN, plan.id, plan.latest)
    else:
        rows = await fetch(_DRAFT, plan.id)
    by_chapter: dict[UUID, list[Mapping[str, Any]]] = {}
    for row in rows:
        by_chapter.setdefault(row["id"], []).append(row)
    parents = {one: found[0]["parent"] for one, found in by_chapter.items()}
    return [_chapter(plan, by_chapter[one]) for one in nested(parents)]


def _chapter(plan: PlanFacts, rows: Sequence[Mapping[str, Any]]) -> OpenChapter:
    row, texts = rows[0], [_text(one) for one in rows]
    name = row["initiator_name"]
    draft = "" if plan.latest else "draft/"
    return OpenChapter(
        id=row["id"],
        plan=plan.id,
        parent=row["parent"],
        key=row["key"],
        code=row["code"],
        number=row["number"],
        kind=Said.load(row["kind"]),
        status=MotionStatus(row["status"]),
        initiator=Said({plan.language: name})
        if name
        else Said.load(row["initiator"] or ""),
        decided_on=PartialDate.load(row["decided_on"]) if row["decided_on"] else None,
        submitted_at=row["submitted_at"],
        field=row["field"],
        created_at=row["created_at"],
        changed_at=max(one.changed_at for one in texts),
        path=f"/plan/{plan.key}/{draft}{row['key']}",
        texts=tuple(sorted(texts, key=lambda one: one.language != plan.language)),
    )


def _text(row: Mapping[str, Any]) -> OpenText:
    return OpenText(
        language=row["language"],
        title=row["title"],
        text=row["text"],
        changed_at=row["said_at"],
    )
