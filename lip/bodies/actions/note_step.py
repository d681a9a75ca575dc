"""Note a step of a text, change it, show it to everybody, take it back."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from lip.bodies.queries.bodies import body_by_id
from lip.bodies.queries.steps import step_by_id, steps_of
from lip.bodies.rules.references import normal
from lip.bodies.rules.steps import (
    MOST_STEPS,
    MOST_VOTES,
    NEEDS_REASON,
    SUBJECTS,
    StepFacts,
    StepHead,
    place_of,
)
from lip.bodies.tables import Step
from lip.database import lock_rows, transaction
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.actions.once import once
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.subjects import SubjectKind


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWish(StepHead):
    """What is to be said of a step."""


_TOLD: Final = tuple(one.name for one in fields(StepWish))


async def note_step(
    kind: SubjectKind,
    subject: UUID,
    wish: StepWish,
    *,
    by: Actor,
    now: datetime,
    request: UUID | None = None,
) -> UUID:
    """Note a step where its date belongs; nobody but the editors reads it yet."""

    async def write() -> UUID:
        await _check(wish)
        there = await _locked(kind, subject)
        if len(there) >= MOST_STEPS:
            raise Conflict("too_many_steps", most=MOST_STEPS)
        step = uuid4()
        row = Step(
            id=step,
            subject_kind=kind,
            subject=subject,
            created_at=now,
            changed_at=now,
            **_values(wish),
        )
        await Step.insert(row)
        await _place(step, there, wish)
        await record(_entry(Act.STEP_NOTED, step, by, now, request))
        return step

    if kind not in SUBJECTS:
        raise NotFound("no_steps_of_this")
    return await once(Act.STEP_NOTED, write, request=request)


async def change_step(step: UUID, wish: StepWish, *, by: Actor, now: datetime) -> bool:
    """Say something else of a step; tell whether anything is different now."""
    async with transaction():
        before = await step_by_id(step)
        there = await _locked(before.kind, before.subject)
        if all(getattr(before, name) == getattr(wish, name) for name in _TOLD):
            return False
        await _check(wish)
        values: dict[Any, Any] = {**_values(wish), "changed_at": now}
        await Step.update(values).where(Step.id == step)
        if wish.happened != before.happened:
            await _place(step, [one for one in there if one.id != step], wish)
        await record(_entry(Act.STEP_CHANGED, step, by, now))
    return True


async def release_step(
    step: UUID, *, public: bool = True, by: Actor, now: datetime
) -> bool:
    """Let everybody read a step, or nobody any more."""
    async with transaction():
        before = await step_by_id(step)
        await _locked(before.kind, before.subject)
        if (before.public_from is not None) == public:
            return False
        await Step.update({
            Step.public_from: now if public else None,
            Step.changed_at: now,
        }).where(Step.id == step)
        act = Act.STEP_RELEASED if public else Act.STEP_HIDDEN
        await record(_entry(act, step, by, now))
    return True


async def release_steps(
    kind: SubjectKind, subject: UUID, *, by: Actor, now: datetime
) -> None:
    """Let everybody read all steps of a text."""
    async with transaction():
        for step in await _locked(kind, subject):
            await release_step(step.id, by=by, now=now)


async def take_back_step(step: UUID, *, by: Actor, now: datetime) -> None:
    """Delete a step that was noted by mistake, as long as nobody could read it."""
    async with transaction():
        before = await step_by_id(step)
        await _locked(before.kind, before.subject)
        if before.public_from is not None:
            raise Conflict("step_is_public")
        await Step.delete().where(Step.id == step)
        await record(_entry(Act.STEP_TAKEN_BACK, step, by, now))


async def drop_steps(kind: SubjectKind, subject: UUID) -> None:
    """Delete the steps of a text that is deleted itself, within its transaction."""
    await Step.delete().where(
        (Step.subject_kind == kind.value) & (Step.subject == subject)
    )


async def _locked(kind: SubjectKind, subject: UUID) -> Sequence[StepFacts]:
    await lock_rows(
        Step.select(Step.id).where(
            (Step.subject_kind == kind.value) & (Step.subject == subject)
        )
    )
    return (await steps_of(kind, [subject]))[subject]


async def _check(wish: StepWish) -> None:
    if wish.outcome in NEEDS_REASON and not wish.words:
        raise Unusable("refusal_needs_reason")
    counts = (wish.yes, wish.no, wish.abstained)
    if any(one is not None and not 0 <= one <= MOST_VOTES for one in counts):
        raise Unusable("votes_out_of_range")
    if wish.body is not None:
        await body_by_id(wish.body)


async def _place(step: UUID, others: Sequence[StepFacts], wish: StepWish) -> None:
    at = place_of(others, wish.happened)
    order = [one.id for one in others[:at]] + [step] + [one.id for one in others[at:]]
    stand = {one.id: one.position for one in others}
    for position, one in enumerate(order, start=1):
        if stand.get(one) != position:
            await Step.update({Step.position: position}).where(Step.id == one)


def _values(wish: StepWish) -> dict[str, Any]:
    return {name: getattr(wish, name) for name in _TOLD} | {
        "words": wish.words.dump(),
        "result": wish.result.dump(),
        "happened": wish.happened.dump() if wish.happened else "",
        "paper": normal(wish.paper),
    }


def _entry(  # noqa: PLR0917 - a short form
    act: Act, step: UUID, by: Actor, now: datetime, request: UUID | None = None
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=step, request=request)
