"""One person, one vote, whatever the channel and the interleaving: on real rows."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lip.conference.queries.conferences import conference_by_id
from lip.database import GroupCommit, fetch
from lip.journal.rules.entries import COMMAND
from proposals.voting.actions.cast import Ballot, cast_all
from proposals.voting.actions.cast_by_code import CodeBallot, cast_by_code
from proposals.voting.actions.codes import (
    make_codes,
    release_package,
    sealed_vote_code,
    slips_of,
    void_codes,
)
from proposals.voting.actions.hand_out import hand_out
from proposals.voting.queries.rounds import RoundFacts, tally_of
from proposals.voting.rules.channels import Channel
from proposals.voting.tables import Receipt
from tests.factories import KEYS, clock
from tests.proposals.ballots import THREE_POINTS, close, make_open, people, sealed, vote

pytestmark = pytest.mark.anyio

PEOPLE = 3
SLIPS = 4

steps = st.one_of(
    st.tuples(
        st.sampled_from(["phone", "tablet"]),
        st.integers(0, PEOPLE - 1),
        st.dictionaries(st.integers(0, 5), st.integers(-1, 4), max_size=4),
    ),
    st.tuples(
        st.sampled_from(["give code", "give dots"]),
        st.integers(0, PEOPLE - 1),
        st.none(),
    ),
    st.tuples(
        st.just("vote by code"),
        st.integers(0, SLIPS - 1),
        st.dictionaries(st.integers(0, 5), st.integers(-1, 4), max_size=4),
    ),
    st.tuples(st.just("void"), st.integers(0, SLIPS - 1), st.none()),
)


class Hall:
    """A round, its people and its slips; the model of who may have how many votes."""

    def __init__(self, one: RoundFacts, codes: list[str], slips: list[str]) -> None:
        self.one = one
        self.codes = codes
        self.slips = slips
        self.channel: dict[int, str] = {}

    async def go(self, step: tuple[str, int, Any]) -> None:
        what, who, marks = step
        if what in {"phone", "tablet"}:
            ballot = Ballot(
                number=self.one.number,
                sealed_code=sealed(self.codes[who]),
                channel=Channel(what),
                marks=marks,
                keys=KEYS,
                now=clock(),
            )
            (answer,) = await cast_all([ballot])
            if answer.refusal is None:
                assert self.channel.setdefault(who, what) == what
        elif what == "vote by code":
            sealed_code = sealed_vote_code(self.slips[who], keys=KEYS)
            await cast_by_code(
                CodeBallot(sealed_code=sealed_code, marks=marks, keys=KEYS, now=clock())
            )
        elif what == "void":
            await void_codes(self.one, 1, who + 1, keys=KEYS, by=COMMAND, now=clock())
        else:
            way = Channel.CODE if what == "give code" else Channel.PAPER
            done = await hand_out(self.one, sealed(self.codes[who]), way, now=clock())
            if done.refusal is None:
                assert self.channel.setdefault(who, way.value) == way.value

    async def check(self) -> None:
        receipts = await Receipt.select().where(Receipt.in_round == self.one.id)
        assert len(receipts) == len({row["participant"] for row in receipts})
        assert len(receipts) == len(self.channel)
        (row,) = await fetch(
            "SELECT count(*) AS votes FROM vote WHERE in_round = ?", self.one.id
        )
        with_dots = sum(way == "paper" for way in self.channel.values())
        assert int(row["votes"]) <= len(receipts) - with_dots


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(taken=st.lists(steps, max_size=14))
async def test_whatever_is_done_nobody_has_two_votes_or_too_many_points(
    committed_db, taken
):
    key = f"k{abs(hash(str(taken))) % 10**9}-{clock().timestamp():.6f}".replace(
        ".", "-"
    )
    one = await make_open(key)
    made = await people(await conference_by_id(one.conference), PEOPLE)
    by = {"by": COMMAND, "now": clock()}
    await make_codes(one, packages=1, size=SLIPS, keys=KEYS, request=uuid4(), **by)
    await release_package(one, 1, **by)
    slips = [slip.code for slip in await slips_of(one, 1, keys=KEYS)]
    hall = Hall(one, [person.code for person in made], slips)

    for step in taken:
        await hall.go(step)
        await hall.check()

    await close(one)
    lines = await tally_of(one.id)
    for line in lines:
        assert sum(line.marks.values()) <= THREE_POINTS.most
        assert all(0 < mark <= THREE_POINTS.each for mark in line.marks.values())
    assert sum(line.people for line in lines) <= len(hall.channel)


async def test_one_ticket_on_all_channels_at_once_is_one_vote(committed_db):
    one = await make_open()
    (ada,) = await people(await conference_by_id(one.conference), 1)
    together = GroupCommit(cast_all)

    def ballot(channel: Channel, points: int) -> Ballot:
        return Ballot(
            number=one.number,
            sealed_code=sealed(ada.code),
            channel=channel,
            marks={1: points},
            keys=KEYS,
            now=clock(),
        )

    answers = await asyncio.gather(
        *(together(ballot(Channel.PHONE, 1 + n % 3)) for n in range(8)),
        *(vote(one, ada, {2: 1}, channel=Channel.TABLET) for _ in range(4)),
        *(hand_out(one, sealed(ada.code), Channel.CODE, now=clock()) for _ in range(3)),
        *(
            hand_out(one, sealed(ada.code), Channel.PAPER, now=clock())
            for _ in range(3)
        ),
    )

    good = [answer for answer in answers if answer.refusal is None]
    (receipt,) = await Receipt.select()
    (row,) = await fetch("SELECT count(*) AS votes FROM vote")
    many = {"phone": 8, "tablet": 4, "code": 3, "paper": 3}[receipt["channel"]]
    assert len(good) == many
    assert int(row["votes"]) == (receipt["channel"] in {"phone", "tablet"})


async def test_two_hundred_people_vote_in_one_moment(committed_db):
    one = await make_open()
    made = await people(await conference_by_id(one.conference), 200)
    together = GroupCommit(cast_all, most=64)

    answers = await asyncio.gather(
        *(
            together(
                Ballot(
                    number=one.number,
                    sealed_code=sealed(person.code),
                    channel=Channel.PHONE,
                    marks={1 + number % 4: 2},
                    keys=KEYS,
                    now=clock(),
                )
            )
            for number, person in enumerate(made)
        )
    )

    closed = await close(one)
    assert not [answer for answer in answers if answer.refusal]
    assert {line.people for line in await tally_of(closed.id)} == {50}
