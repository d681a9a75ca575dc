"""Read plans."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.errors import NotFound
from lip.plan.rules.plans import PlanFacts
from lip.said import Said

_FACTS = (
    "SELECT p.id, p.key, p.title, p.subtitle, p.intro, p.language, p.line_length, "
    "p.draft_public, p.amendments_open, p.comments_open, p.position, p.shown_since, "
    "p.changed_at, "
    "(SELECT coalesce(max(v.number), 0) FROM plan_version v WHERE v.plan = p.id) "
    "AS latest FROM plan p "
)


async def all_plans() -> Sequence[PlanFacts]:
    """List all plans in their order."""
    rows = await fetch(_FACTS + "ORDER BY p.position, p.key")
    return [_plan(row) for row in rows]


async def public_plans() -> Sequence[PlanFacts]:
    """List those that have a version or a public draft."""
    return [one for one in await all_plans() if one.public]


async def plan_by_key(key: str) -> PlanFacts:
    """Find a plan by its place in addresses, or raise NotFound."""
    rows = await fetch(_FACTS + "WHERE p.key = ?", key)
    if not rows:
        raise NotFound("unknown_plan")
    return _plan(rows[0])


async def public_plan_by_key(key: str) -> PlanFacts:
    """Find a plan that everybody may know of, or raise NotFound."""
    plan = await plan_by_key(key)
    if not plan.public:
        raise NotFound("unknown_plan")
    return plan


async def plan_by_id(plan: UUID) -> PlanFacts:
    """Find a plan, or raise NotFound."""
    rows = await fetch(_FACTS + "WHERE p.id = ?", plan)
    if not rows:
        raise NotFound("unknown_plan")
    return _plan(rows[0])


def _plan(row: Mapping[str, Any]) -> PlanFacts:
    return PlanFacts(
        id=row["id"],
        key=row["key"],
        title=Said.load(row["title"]),
        subtitle=Said.load(row["subtitle"]),
        intro=Said.load(row["intro"]),
        language=row["language"],
        line_length=row["line_length"],
        draft_public=bool(row["draft_public"]),
        amendments_open=bool(row["amendments_open"]),
        comments_open=bool(row["comments_open"]),
        position=row["position"],
        shown_since=row["shown_since"],
        changed_at=row["changed_at"],
        latest=row["latest"],
    )
