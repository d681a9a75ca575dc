"""What the election board decides about nominations, and who accepts a seat."""

from datetime import datetime

from elections.actions.count_ballots import tally_of
from elections.actions.prepare import locked, refuse_unless_prepared
from elections.actions.stand import note_nomination
from elections.queries.elections import ElectionFacts, nominations_of
from elections.queries.nominations import nomination_of
from elections.records import unsigned_of
from elections.rules.planning import MOST_STANDING
from elections.rules.refusals import Grounds
from elections.rules.stages import PollStage, Standing
from lip.database import fetch, transaction
from lip.errors import Conflict, TooEarly, TooMany, Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


async def admit(
    election: ElectionFacts, number: int, *, by: Actor, now: datetime
) -> None:
    """Admit somebody who has consented; doing it again changes nothing."""
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
        await fetch(
            "UPDATE nomination SET standing = ?, reason = '' WHERE id = ?",
            Standing.ADMITTED.value,
            one.id,
        )
        await note_nomination(Act.NOMINATED, election, number, by=by, now=now)


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
        facts: dict[str, str | int | bool | None] = {"accepted": accepted}
        await note_nomination(
            Act.ACCEPTANCE_NOTED, election, number, by=by, now=now, facts=facts
        )


async def may_accept(election: ElectionFacts) -> frozenset[str]:
    """Name who is asked whether she accepts: the elected, and deputies."""
    if election.stage not in {PollStage.COUNTED, PollStage.FINAL}:
        return frozenset()
    tally = tally_of(await unsigned_of(election.id))
    deputies = {mark for group in tally.deputies for mark in group}
    return frozenset(tally.winners) | deputies
