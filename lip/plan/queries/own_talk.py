"""What the holder of a ticket can speak about, and what she has said to the plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.database import fetch
from lip.plan.queries.chapters import chapters_of, shown_texts
from lip.plan.queries.plans import all_plans
from lip.plan.rules.amendments import DECIDED, UNSEEN
from lip.plan.rules.chapters import ChapterFacts, TextHead
from lip.plan.rules.kinds import MotionStatus
from lip.plan.rules.plans import PlanFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlan:
    """A plan that everybody may speak about, with the texts of its draft."""

    plan: PlanFacts
    texts: Sequence[tuple[ChapterFacts, TextHead]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAmendment:
    """An amendment that she has handed in."""

    plan: str
    code: str
    status: MotionStatus
    language: str
    title: str
    draft_public: bool
    submitted_at: datetime

    @property
    def open(self) -> bool:
        """Tell whether she may take it back."""
        return self.status not in DECIDED

    @property
    def public(self) -> bool:
        """Tell whether everybody may read it."""
        return self.draft_public and self.status not in UNSEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRemark:
    """A remark that she has written."""

    id: UUID
    plan: str
    chapter: str
    language: str
    title: str
    text: str
    written_in: str
    hidden: bool
    written_at: datetime


async def is_any_text_open() -> bool:
    """Tell whether there is a draft to which anybody may say something."""
    return bool(
        await fetch(
            "SELECT 1 AS one FROM plan WHERE draft_public "
            "AND (amendments_open OR comments_open) LIMIT 1"
        )
    )


async def plans_to_talk_about(*languages: str) -> Sequence[OpenPlan]:
    """List the texts that everybody may speak about, each in the best language."""
    made = []
    for plan in await all_plans():
        if plan.draft_public and (plan.amendments_open or plan.comments_open):
            chapters = await chapters_of(plan.id)
            heads = await shown_texts([one.id for one in chapters])
            texts = [
                (one, _best(heads[one.id], *languages, plan.language))
                for one in chapters
                if heads.get(one.id)
            ]
            made.append(OpenPlan(plan=plan, texts=texts))
    return made


async def own_amendments(participant: UUID) -> Sequence[OwnAmendment]:
    """List what somebody proposes, the latest first."""
    rows = await fetch(
        "SELECT p.key AS plan, a.code, a.status, a.language, t.title, "
        "p.draft_public, a.submitted_at FROM amendment a "
        "JOIN chapter c ON c.id = a.chapter JOIN plan p ON p.id = c.plan "
        "JOIN chapter_text t ON t.chapter = a.chapter AND t.language = a.language "
        "WHERE a.participant = ? ORDER BY a.submitted_at DESC, a.code",
        participant,
    )
    return [
        OwnAmendment(
            **row
            | {
                "status": MotionStatus(row["status"]),
                "draft_public": bool(row["draft_public"]),
            }
        )
        for row in rows
    ]


async def own_remarks(participant: UUID) -> Sequence[OwnRemark]:
    """List what somebody has remarked, the latest first."""
    rows = await fetch(
        "SELECT r.id, p.key AS plan, c.key AS chapter, r.language, t.title, r.text, "
        "r.written_in, r.hidden, r.written_at FROM line_remark r "
        "JOIN chapter c ON c.id = r.chapter JOIN plan p ON p.id = c.plan "
        "JOIN chapter_text t ON t.chapter = r.chapter AND t.language = r.language "
        "WHERE r.participant = ? ORDER BY r.written_at DESC, r.id",
        participant,
    )
    return [OwnRemark(**row | {"hidden": bool(row["hidden"])}) for row in rows]


def _best(heads: Sequence[TextHead], *languages: str) -> TextHead:
    by_tag = {one.language: one for one in heads}
    return next((by_tag[tag] for tag in languages if tag in by_tag), heads[0])
