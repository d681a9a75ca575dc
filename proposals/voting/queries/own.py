"""Read what one person, or one code, has given; only for herself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from lip.database import fetch
from lip.keys import Keys
from proposals.voting.queries.ballots import OwnVote, channels_of, terms_of, votes_by
from proposals.voting.queries.rounds import RoundFacts, marks_in
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.exposure import next_up
from proposals.voting.rules.result import Option
from proposals.voting.rules.secrecy import PERSON, round_key, voter

PURPOSE: Final = "votes"
NOTHING: Final = OwnVote(marks={})
COUNTED_FOR: Final = timedelta(seconds=5)
"""How long it is remembered how often options were shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPart:
    """How somebody takes part in a round: by which channel, and what she gave."""

    channel: Channel | None
    vote: OwnVote
    seed: bytes


async def own_part(one: RoundFacts, person: UUID, *, keys: Keys) -> OwnPart:
    """Find how a person takes part; what was given is known until the close."""
    name = await vote_name(one, PERSON, person, keys=keys)
    vote = (await votes_by(one.id, [name])).get(name, NOTHING)
    channel = (await channels_of(one.id, [person])).get(person)
    return OwnPart(channel=channel, vote=vote, seed=bytes.fromhex(name))


async def part_of_code(
    one: RoundFacts, code: UUID, kind: bytes, *, keys: Keys
) -> OwnPart:
    """Find what was given with a code."""
    name = await vote_name(one, kind, code, keys=keys)
    vote = (await votes_by(one.id, [name])).get(name, NOTHING)
    return OwnPart(channel=Channel.CODE, vote=vote, seed=bytes.fromhex(name))


async def vote_name(one: RoundFacts, kind: bytes, holder: UUID, *, keys: Keys) -> str:
    """Give the name under which a vote is kept in an open round."""
    terms = await terms_of(one.id)
    return voter(round_key(keys.part(PURPOSE), terms.salt), kind, holder)


async def takes_part_in(conference: UUID, person: UUID) -> Mapping[UUID, Channel]:
    """Find in which rounds somebody takes part, and how; one query."""
    rows = await fetch(
        "SELECT x.in_round, x.channel FROM receipt x "
        "JOIN voting_round r ON r.id = x.in_round "
        "WHERE r.conference = ? AND x.participant = ?",
        conference,
        person,
    )
    return {row["in_round"]: Channel(row["channel"]) for row in rows}


class Shown:
    """How often each option of a round was voted on, counted every few seconds."""

    def __init__(self) -> None:
        self._counts: dict[UUID, tuple[datetime, Mapping[int, int]]] = {}

    async def next_option(
        self, one: RoundFacts, options: list[Option], part: OwnPart, *, now: datetime
    ) -> Option | None:
        """Choose what is put to somebody next; None when she has seen all."""
        counts = await self._of(one.id, now=now)
        shown = {option.id: counts.get(option.position, 0) for option in options}
        seen = [option.id for option in options if option.position in part.vote.marks]
        following = set(next_up(shown, seen, seed=part.seed))
        return next((option for option in options if option.id in following), None)

    async def _of(self, one: UUID, *, now: datetime) -> Mapping[int, int]:
        known = self._counts.get(one)
        if known and now - known[0] < COUNTED_FOR:
            return known[1]
        counts: dict[int, int] = {}
        for row in await fetch("SELECT marks FROM vote WHERE in_round = ?", one):
            for position in marks_in(row["marks"]):
                counts[position] = counts.get(position, 0) + 1
        self._counts = {one: (now, counts)} | {
            each: kept
            for each, kept in self._counts.items()
            if each != one and now - kept[0] < COUNTED_FOR
        }
        return counts
