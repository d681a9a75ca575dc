"""Rounds with votes in them, as rows, and closed by the real action."""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.equal_shares import equal_shares
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from proposals.voting.actions.close_round import close_round, seal_round
from proposals.voting.queries.rounds import RoundFacts, round_of
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method
from proposals.voting.rules.rounds import Stage
from proposals.voting.tables import (
    PaperCount,
    Receipt,
    RoundOption,
    TallyLine,
    Vote,
    VotingRound,
)
from tests.factories import clock, make_participant

Marks = Mapping[int, int]


async def make_round(
    conference: ConferenceFacts,
    titles: Sequence[str] = ("Deutschkurse", "Spielplatz", "Beratung"),
    votes: Sequence[Marks] = (),
    *,
    number: int = 1,
    method: Method = Method.APPROVE,
    costs: Sequence[int] = (),
    fields: Sequence[Said] = (),
    numbers: Sequence[int] = (),
    receipts: bool = True,
    **terms: Any,
) -> RoundFacts:
    """Write an open round; everybody who voted has a receipt of her own."""
    now = clock()
    made = VotingRound(
        id=uuid4(),
        conference=conference.id,
        number=number,
        title=Said.of(de=f"Runde {number}", ar=f"الجولة {number}").dump(),
        method=method.value,
        stage=Stage.OPEN.value,
        opened_at=now - timedelta(hours=1),
        changed_at=now,
        sealed_key="00" * 32,
        **{"most": 3, "each": 1, **terms},
    )
    await made.save()
    await RoundOption.insert(
        *(
            RoundOption(
                id=uuid4(),
                in_round=made.id,
                position=place,
                called=numbers[place - 1] if numbers else place,
                title=Said.of(de=title).dump(),
                language="de",
                field=fields[place - 1].dump() if fields else "",
                cost=costs[place - 1] if costs else 0,
            )
            for place, title in enumerate(titles, 1)
        )
    )
    await give(made.id, conference, votes, receipts=receipts)
    return await round_of(conference.id, number)


async def give(
    made: UUID,
    conference: ConferenceFacts,
    votes: Sequence[Marks],
    *,
    receipts: bool = True,
) -> None:
    """Write votes as the vote action keeps them."""
    if not votes:
        return
    await Vote.insert(
        *(
            Vote(
                id=uuid4(),
                in_round=made,
                voter=uuid4().hex * 2,
                marks=json.dumps({str(place): marks[place] for place in sorted(marks)}),
            )
            for marks in votes
        )
    )
    if receipts:
        people = [await make_participant(conference) for _ in votes]
        await Receipt.insert(
            *(
                Receipt(
                    id=uuid4(),
                    in_round=made,
                    participant=one.id,
                    channel=Channel.PHONE.value,
                )
                for one in people
            )
        )


async def count_dots(made: RoundFacts, people: int, counts: Marks) -> None:
    """Write a sheet on which two people agree."""
    text = json.dumps({str(place): dots for place, dots in counts.items()})
    await PaperCount.insert(
        *(
            PaperCount(
                id=uuid4(),
                in_round=made.id,
                sheet=1,
                entry=entry,
                by=f"zählt {entry}",
                people=people,
                counts=text,
                entered_at=clock(),
            )
            for entry in (1, 2)
        )
    )


async def closed(made: RoundFacts, conference: ConferenceFacts) -> RoundFacts:
    """Close a round for good."""
    await close_round(made, shares=equal_shares, by=COMMAND, now=clock())
    one = await round_of(conference.id, made.number)
    if one.stage is Stage.COUNTING:
        await seal_round(one, shares=equal_shares, by=COMMAND, now=clock())
    return await round_of(conference.id, made.number)


__all__ = ["TallyLine", "closed", "count_dots", "give", "make_round"]
