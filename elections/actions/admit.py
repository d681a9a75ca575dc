"""What the election board decides about nominations, and who accepts a seat."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from elections.actions.noting import note_nomination
from elections.actions.prepare import locked, refuse_unless_prepared
from elections.actions.write_ruling import Ruled, write_ruling
from elections.queries.elections import (
    ElectionFacts,
    NominationFacts,
    nominations_of,
)
from elections.queries.nominations import doubts_in, nomination_of
from elections.records import Counted, counted_rounds
from elections.recounting import round_of
from elections.rules.planning import MOST_STANDING
from elections.rules.record import Kind
from elections.rules.refusals import Doubted, Grounds
from elections.rules.rounds import whole_of
from elections.rules.stages import About, PollStage, Standing
from lip.database import fetch, transaction
from lip.errors import Conflict, TooEarly, TooMany, Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


async def admit(
    election: ElectionFacts,
    number: int,
    *,
    by: Actor,
    now: datetime,
    decision: str = "",
    officer: UUID | None = None,
) -> None:
    """
    Admit somebody who has consented; doing it again changes nothing.

    Where the rules speak against it, `decision` says why all the same: it stands in
    the minutes as a ruling.
    """
    async with transaction():
        refuse_unless_prepared(await locked(election.id))
        one = await nomination_of(election.id, number)
        if one.standing is Standing.ADMITTED:
            return
        if one.standing is Standing.PROPOSED:
            raise Conflict("consent_is_missing")
        if one.standing is Standing.WITHDRAWN:
            raise Conflict("nomination_withdrawn")
        standing = [
            known for known in await nominations_of(election.id) if known.stands
        ]
        if len(standing) >= MOST_STANDING:
            raise TooMany("too_many_stand", most=MOST_STANDING, seconds=0)
        await _rule_on_doubts(election, one, decision, officer=officer, now=now)
        await fetch(
            "UPDATE nomination SET standing = ?, reason = '' WHERE id = ?",
            Standing.ADMITTED.value,
            one.id,
        )
        await note_nomination(Act.NOMINATED, election, number, by=by, now=now)


async def _rule_on_doubts(
    election: ElectionFacts,
    one: NominationFacts,
    decision: str,
    *,
    officer: UUID | None,
    now: datetime,
) -> None:
    """Write down why somebody is admitted although a condition is not met."""
    everybody = await nominations_of(election.id, all_of_them=True)
    doubts = (await doubts_in(election, everybody))[one.number]
    if not doubts:
        return
    if not decision.strip():
        raise Unusable("admission_without_reason")
    ruled = Ruled(
        about=About.NOMINATION,
        question=Doubted(number=one.number, doubts=doubts).dump(),
        decision=decision,
        subject=one.id,
        officer=officer,
    )
    await write_ruling(election.id, ruled, now=now, request=uuid4())


async def refuse(
    election: ElectionFacts, number: int, grounds: Grounds, *, by: Actor, now: datetime
) -> None:
    """Refuse somebody, with reasons that she reads on her own page."""
    if not grounds:
        raise Unusable("refusal_without_reason")
    async with transaction():
        refuse_unless_prepared(await locked(election.id))
        one = await nomination_of(election.id, number)
        if one.standing is Standing.PROPOSED:
            raise Conflict("consent_is_missing")
        if one.standing is Standing.WITHDRAWN:
            raise Conflict("nomination_withdrawn")
        if one.standing is Standing.REFUSED and one.reason == grounds.dump():
            return
        await fetch(
            "UPDATE nomination SET standing = ?, reason = ? WHERE id = ?",
            Standing.REFUSED.value,
            grounds.dump(),
            one.id,
        )
        await note_nomination(Act.NOMINATION_REFUSED, election, number, by=by, now=now)


async def note_acceptance(
    election: ElectionFacts,
    number: int,
    *,
    accepted: bool,
    by: Actor,
    now: datetime,
    by_board: bool = False,
) -> None:
    """
    Note whether somebody elected, or a deputy, accepts; only the board changes it.

    Raises TooEarly before the count, Conflict for whoever is neither.
    """
    async with transaction():
        known = await locked(election.id)
        if known.stage not in {PollStage.COUNTED, PollStage.FINAL}:
            raise TooEarly("ballots_not_counted")
        one = await nomination_of(election.id, number)
        if one.mark not in await may_accept(known):
            raise Conflict("not_elected")
        if one.accepted is accepted:
            return
        if one.accepted is not None and not by_board:
            raise Conflict("acceptance_noted_already")
        await fetch("UPDATE nomination SET accepted = ? WHERE id = ?", accepted, one.id)
        facts = {"accepted": accepted}
        await note_nomination(
            Act.ACCEPTANCE_NOTED, election, number, by=by, now=now, facts=facts
        )


async def may_accept(election: ElectionFacts) -> frozenset[str]:
    """Name who of a round is asked whether she accepts: the elected, and deputies."""
    if election.stage not in {PollStage.COUNTED, PollStage.FINAL}:
        return frozenset()
    rounds = await counted_rounds(election)
    whole = whole_of([round_of(one.bundle, one.tally) for one in rounds])
    asked = {*whole.winners, *(mark for group in whole.deputies for mark in group)}
    return frozenset(
        mark for mark, first in _first_marks(rounds, election.id) if first in asked
    )


def _first_marks(
    rounds: Sequence[Counted], election: UUID
) -> Sequence[tuple[str, str]]:
    """Pair the marks of one round with those that the same people had in the first."""
    roots: Mapping[str, str] = {}
    for place, one in enumerate(rounds):
        marks = round_of(one.bundle, one.tally).marks
        roots = {here: roots.get(m, m) for here, m in marks.items()} if place else {}
        if one.election.id == election:
            standing = one.bundle.the(Kind.CANDIDATES)["candidates"]
            return [(c["id"], roots.get(c["id"], c["id"])) for c in standing]
    return []
