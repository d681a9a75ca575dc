"""Hand out a slip or dots to somebody with a ticket: her receipt says which way."""

from dataclasses import dataclass
from datetime import datetime

from lip.conference.queries.holders import holders_of
from lip.database import fetch, transaction
from lip.errors import NotAllowed, NotFound, Refusal
from proposals.voting.actions.cast import (
    entitled_of,
    give_receipts,
    not_open,
    voted_otherwise,
)
from proposals.voting.queries.ballots import channels_of, terms_of
from proposals.voting.queries.rounds import RoundFacts
from proposals.voting.rules.channels import Channel, CodeState


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOut:
    """Whether to hand something out; `again` says that she has it already."""

    again: bool = False
    refusal: Refusal | None = None


async def hand_out(
    one: RoundFacts, sealed_code: str, channel: Channel, *, now: datetime
) -> HandedOut:
    """Note that a ticket's holder votes by code or by dots; once a person."""
    async with transaction():
        holder = (await holders_of([sealed_code])).get(sealed_code)
        if holder is None or holder.conference != one.conference:
            return HandedOut(refusal=NotFound("unknown_ticket"))
        terms = await terms_of(one.id, lock=True)
        refusal = not_open(terms, now=now)
        if refusal is None and channel not in terms.channels:
            refusal = NotAllowed("vote_channel_shut")
        entitled = await entitled_of(terms, [holder], now=now)
        refusal = refusal or entitled[holder.participant]
        if refusal is not None:
            return HandedOut(refusal=refusal)
        person = holder.participant
        if await give_receipts(one.id, {person: channel}):
            return HandedOut()
        known = (await channels_of(one.id, [person]))[person]
        if known is not channel:
            return HandedOut(refusal=voted_otherwise(known))
        return HandedOut(again=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """How many slips or dots were handed out, and how many codes have voted."""

    codes: int
    used: int
    paper: int


async def handed_out(one: RoundFacts) -> Handed:
    """Count what was handed out in a round."""
    (row,) = await fetch(
        "SELECT (SELECT count(*) FROM receipt WHERE in_round = ? AND channel = ?) "
        "AS codes, (SELECT count(*) FROM receipt WHERE in_round = ? AND channel = ?) "
        "AS paper, (SELECT count(*) FROM vote_code WHERE in_round = ? AND state = ?) "
        "AS used",
        one.id,
        Channel.CODE.value,
        one.id,
        Channel.PAPER.value,
        one.id,
        CodeState.USED.value,
    )
    return Handed(
        codes=int(row["codes"]), used=int(row["used"]), paper=int(row["paper"])
    )
