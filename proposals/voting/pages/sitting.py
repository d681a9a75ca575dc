"""Who sits down at the table's tablet: by ticket or by printed code."""

from dataclasses import dataclass
from datetime import datetime

from lip.conference.queries.holders import holders_of
from lip.errors import NotFound, Refusal
from lip.keys import Keys
from proposals.voting.actions.cast import entitled_of, voted_otherwise
from proposals.voting.actions.cast_by_code import why_not
from proposals.voting.actions.codes import sealed_vote_code
from proposals.voting.queries.ballots import terms_of
from proposals.voting.queries.codes import code_facts
from proposals.voting.queries.own import OwnPart, own_part, part_of_code
from proposals.voting.queries.rounds import RoundFacts
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.seats import By, Seat
from proposals.voting.rules.secrecy import CODE


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Somebody at the tablet: what she gave before, or why she cannot vote."""

    part: OwnPart | None = None
    language: str = ""
    refusal: Refusal | None = None


async def sit_down(
    one: RoundFacts, signs: str | None, keys: Keys, *, now: datetime
) -> tuple[Sitting, By, str]:
    """Find out whose code was scanned: a ticket's, or a printed one."""
    if signs is None:
        return Sitting(refusal=NotFound("vote_code_unknown")), By.TICKET, ""
    ticket = keys.seal("code", signs)
    sitting = await _by_ticket(one, ticket, keys, now=now)
    if sitting is not None:
        return sitting, By.TICKET, ticket
    code = sealed_vote_code(signs, keys=keys)
    return await _by_code(one, code, keys, now=now), By.CODE, code


async def _by_ticket(
    one: RoundFacts, sealed: str, keys: Keys, *, now: datetime
) -> Sitting | None:
    holder = (await holders_of([sealed])).get(sealed)
    if holder is None or holder.conference != one.conference:
        return None
    if not one.takes_votes(now):
        return Sitting(refusal=Refusal("round_over"))
    if Channel.TABLET not in one.channels:
        return Sitting(refusal=Refusal("vote_channel_shut"))
    entitled = await entitled_of(await terms_of(one.id), [holder], now=now)
    if refusal := entitled[holder.participant]:
        return Sitting(refusal=refusal)
    part = await own_part(one, holder.participant, keys=keys)
    if part.channel not in {None, Channel.TABLET}:
        assert part.channel is not None
        return Sitting(refusal=voted_otherwise(part.channel))
    return Sitting(part=part, language=holder.language)


async def _by_code(
    one: RoundFacts, sealed: str, keys: Keys, *, now: datetime
) -> Sitting:
    code = await code_facts(sealed)
    if code is None or code.in_round != one.id:
        return Sitting(refusal=NotFound("vote_code_unknown"))
    if refusal := await why_not(code, await terms_of(one.id), now=now):
        return Sitting(refusal=refusal)
    return Sitting(part=await part_of_code(one, code.id, CODE, keys=keys))


async def sit_again(
    one: RoundFacts, seat: Seat, keys: Keys, *, now: datetime
) -> tuple[Sitting, By, str]:
    """Find out anew how somebody takes part who sits there already."""
    if seat.by is By.CODE:
        found = await _by_code(one, seat.sealed, keys, now=now)
    else:
        found = await _by_ticket(one, seat.sealed, keys, now=now) or Sitting()
    return found, seat.by, seat.sealed
