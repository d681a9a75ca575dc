"""Say of many proposals at once what became of them, or take that back."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import TypeAlias
from uuid import UUID, uuid4

from lip.database import fetch_in, locked, transaction
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from proposals.actions.follow_up import Answer, check_answer
from proposals.rules.standing import Standing
from proposals.tables import FollowUp

Facts: TypeAlias = dict[str, str | int | bool | None]

_SCOPES = (
    "SELECT p.id, c.key FROM proposal p JOIN conference c ON c.id = p.conference "
    "WHERE p.id IN"
)


async def tell_proposals(
    answers: Mapping[UUID, Answer], *, by: Actor, now: datetime
) -> Mapping[UUID, UUID]:
    """
    Add an answer to the way of each; withdrawn ones are left out.

    For acts that answer by the way and are repeatable themselves. Gives the id of each
    answer by that of its proposal.
    """
    for answer in answers.values():
        check_answer(answer)
    async with transaction():
        there = await fetch_in(
            "SELECT id, standing FROM proposal WHERE id IN",
            answers,
            locked("ORDER BY id"),
        )
        told = [one["id"] for one in there if one["standing"] != Standing.WITHDRAWN]
        rows = {one: _row(one, answers[one], now) for one in told}
        if rows:
            await FollowUp.insert(*rows.values())
            acts: dict[UUID, Facts] = {
                one: {"became": answers[one].became.value} for one in told
            }
            await record(*await _entries(Act.PROPOSAL_ANSWERED, acts, by, now))
    return {one: row.id for one, row in rows.items()}


async def take_back_answers(
    answers: Collection[UUID], *, by: Actor, now: datetime
) -> int:
    """Mark answers as taken back; they stay to be read, and speak no more."""
    async with transaction():
        gone = await fetch_in(
            "SELECT id, proposal FROM follow_up WHERE taken_back_at IS NULL AND id IN",
            answers,
        )
        if gone:
            ids = [one["id"] for one in gone]
            await FollowUp.update({FollowUp.taken_back_at: now}).where(
                FollowUp.id.is_in(ids)
            )
            acts: dict[UUID, Facts] = {one["proposal"]: {} for one in gone}
            await record(*await _entries(Act.ANSWER_TAKEN_BACK, acts, by, now))
    return len(gone)


def _row(proposal: UUID, answer: Answer, now: datetime) -> FollowUp:
    return FollowUp(
        id=uuid4(),
        proposal=proposal,
        became=answer.became,
        reason=answer.reason.dump(),
        title=answer.title.dump(),
        address=answer.address,
        said_at=now,
    )


async def _entries(
    act: Act, acts: Mapping[UUID, Facts], by: Actor, now: datetime
) -> Iterable[Entry]:
    scopes = {row["id"]: row["key"] for row in await fetch_in(_SCOPES, acts)}
    return [
        Entry(at=now, by=by, act=act, subject=one, scope=scopes[one], facts=facts)
        for one, facts in acts.items()
    ]
