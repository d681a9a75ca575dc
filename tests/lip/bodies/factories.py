"""Make bodies and steps by the real actions, as tests need them."""

from typing import Any
from uuid import UUID, uuid4

from lip.bodies.actions.change_bodies import add_body
from lip.bodies.actions.note_step import StepWish, note_step, release_step
from lip.bodies.rules.bodies import BodyWish
from lip.bodies.rules.kinds import BodyKind, Outcome, Station
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from lip.subjects import SubjectKind
from tests.factories import clock


async def make_body(name: str = "", **more: Any) -> UUID:
    name = name or f"Ausschuss {uuid4().hex[:6]}"
    wish = BodyWish(name=Said.of(de=name), **({"kind": BodyKind.COMMITTEE} | more))
    return await add_body(wish, by=COMMAND, now=clock())


async def make_step(
    subject: UUID,
    *,
    kind: SubjectKind = SubjectKind.PAPER,
    public: bool = True,
    **more: Any,
) -> UUID:
    usual = {"station": Station.STEERING_GROUP, "outcome": Outcome.AGREED}
    wish = StepWish(**(usual | more))  # type: ignore[arg-type]
    step = await note_step(kind, subject, wish, by=COMMAND, now=clock())
    if public:
        await release_step(step, by=COMMAND, now=clock())
    return step
