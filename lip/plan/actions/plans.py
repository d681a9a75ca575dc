"""Add a plan, and change what is said of it and who may see and do what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from lip.database import is_unique_violation, lock_rows, refused_if_taken, transaction
from lip.errors import Conflict, Unusable
from lip.journal.actions.record import record
from lip.journal.queries import entry_of_request
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.plan.actions.note_shown import note_shown
from lip.plan.queries.plans import all_plans, plan_by_id
from lip.plan.rules.chapters import RESERVED_KEYS, usable_key, usable_language
from lip.plan.rules.wrapping import LONGEST, SHORTEST, USUAL_LENGTH
from lip.plan.tables import Plan
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWish:
    """What is to be said of a plan; `key` counts only when it is added."""

    key: str = ""
    title: Said
    subtitle: Said = Said()  # noqa: RUF009 - frozen
    intro: Said = Said()  # noqa: RUF009 - frozen
    language: str = "de"
    line_length: int = USUAL_LENGTH
    draft_public: bool = False
    amendments_open: bool = False
    comments_open: bool = False


async def add_plan(
    wish: PlanWish, *, by: Actor, now: datetime, request: UUID | None = None
) -> UUID:
    """Add a plan at the end; the same request adds it once."""
    _check(wish)
    if not usable_key(wish.key) or wish.key in RESERVED_KEYS:
        raise Unusable("plan_key_unusable")
    try:
        return await _added(wish, by=by, now=now, request=request)
    except Exception as error:
        if request is None or not is_unique_violation(error, "request"):
            raise
        return await _added(wish, by=by, now=now, request=request)


async def _added(
    wish: PlanWish, *, by: Actor, now: datetime, request: UUID | None
) -> UUID:
    taken = Conflict("plan_key_taken", key=wish.key)
    with refused_if_taken(taken, "key"):
        async with transaction():
            if request and (entry := await entry_of_request(request)):
                return _same(entry)
            plans = await all_plans()
            row = Plan(
                id=uuid4(),
                key=wish.key,
                position=max((one.position for one in plans), default=0) + 1,
                created_at=now,
                changed_at=now,
                **_columns(wish),
            )
            await Plan.insert(row)
            await note_shown(row.id, now=now)
            act = Act.PLAN_ADDED
            await record(Entry(at=now, by=by, act=act, subject=row.id, request=request))
    return row.id


async def change_plan(plan: UUID, wish: PlanWish, *, by: Actor, now: datetime) -> bool:
    """Change a plan; tell whether anything is different now."""
    _check(wish)
    async with transaction():
        await lock_rows(Plan.select(Plan.id).where(Plan.id == plan))
        before = await plan_by_id(plan)
        columns = _columns(wish)
        if columns == _columns(PlanWish(**{one: getattr(before, one) for one in _OWN})):
            return False
        await Plan.update({**columns, "changed_at": now}).where(Plan.id == plan)
        await note_shown(plan, now=now)
        await record(Entry(at=now, by=by, act=Act.PLAN_CHANGED, subject=plan))
    return True


_OWN = (
    *("title", "subtitle", "intro", "language", "line_length"),
    *("draft_public", "amendments_open", "comments_open"),
)


def _columns(wish: PlanWish) -> dict[Any, Any]:
    said: dict[Any, Any] = {
        name: getattr(wish, name).dump() for name in ("title", "subtitle", "intro")
    }
    return said | {name: getattr(wish, name) for name in _OWN[3:]}


def _check(wish: PlanWish) -> None:
    if not wish.title:
        raise Unusable("plan_needs_title")
    if not usable_language(wish.language):
        raise Unusable("language_unusable", language=wish.language)
    if not SHORTEST <= wish.line_length <= LONGEST:
        raise Unusable("line_length_unusable", least=SHORTEST, most=LONGEST)


def _same(entry: Entry) -> UUID:
    if entry.act is not Act.PLAN_ADDED or entry.subject is None:
        raise Conflict("request_used_otherwise")
    return entry.subject
