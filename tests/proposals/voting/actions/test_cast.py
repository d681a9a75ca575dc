"""Votes by ticket: what is stored, and what is refused with a sentence."""

from datetime import timedelta

import pytest

from lip.conference.queries.conferences import conference_by_id
from lip.equal_shares import equal_shares
from lip.errors import TooLate
from lip.journal.rules.entries import COMMAND
from proposals.voting.actions.cast import Ballot, cast_all
from proposals.voting.actions.close_round import close_due, close_round, seal_round
from proposals.voting.actions.open_round import extend_round, open_round
from proposals.voting.queries.rounds import (
    live_marks,
    options_of,
    round_of,
    tally_of,
    took_part,
)
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method, Terms
from proposals.voting.rules.rounds import Stage, Voters
from proposals.voting.tables import Receipt, Vote, VotingRound
from tests.factories import KEYS, clock, make_participant
from tests.proposals.ballots import (
    OPINION,
    close,
    make_draft,
    make_open,
    people,
    sealed,
    vote,
)

pytestmark = pytest.mark.anyio


async def somebody(one):
    return await make_participant(await conference_by_id(one.conference))


async def test_a_vote_can_be_changed_until_the_close(db):
    one = await make_open(channels=frozenset({Channel.PHONE}))
    ada = await somebody(one)

    first = await vote(one, ada, {1: 3})
    again = await vote(one, ada, {2: 1, 3: 2})
    closed = await close(one)

    assert first.refusal is None
    assert again.marks == {2: 1, 3: 2}
    assert [(line.marks, line.people) for line in await tally_of(one.id)] == [
        ({2: 1, 3: 2}, 1)
    ]
    assert closed.stage is Stage.CLOSED
    assert len(closed.digest) == 64


@pytest.mark.parametrize(
    "marks, code",
    [
        ({1: 3, 2: 1}, "vote_too_many"),
        ({1: 4}, "vote_too_many_on_one"),
        ({99: 1}, "vote_unknown_option"),
        ({1: -1}, "vote_not_a_mark"),
    ],
)
async def test_marks_that_cannot_be_counted_change_nothing(db, marks, code):
    one = await make_open()
    ada = await somebody(one)
    await vote(one, ada, {1: 1})

    answer = await vote(one, ada, marks)

    assert answer.refusal is not None
    assert answer.refusal.code == code
    assert [row["marks"] for row in await Vote.select()] == ['{"1": 1}']


async def test_a_budget_cannot_be_overspent(db):
    terms = Terms(method=Method.BUDGET, budget=500)
    one = await make_open(terms=terms)
    ada = await somebody(one)

    good = await vote(one, ada, {1: 1, 4: 1})
    dear = await vote(one, ada, {2: 1, 4: 1})

    assert good.refusal is None
    assert dear.refusal is not None
    assert (dear.refusal.code, dear.refusal.facts["given"]) == ("vote_over_budget", 600)


async def test_opinions_are_added_one_at_a_time(db):
    one = await make_open(terms=OPINION)
    ada = await somebody(one)

    for marks in ({1: 1}, {2: 0}, {1: -1}, {3: -1}):
        await vote(one, ada, marks)

    await close(one)
    assert [line.marks for line in await tally_of(one.id)] == [{1: -1, 2: 0, 3: -1}]


async def test_a_group_of_votes_is_one_transaction_with_an_answer_each(db):
    one = await make_open()
    ada, bea = await people(await conference_by_id(one.conference), 2)

    def ballot(code, marks, number=1):
        return Ballot(
            number=number,
            sealed_code=sealed(code),
            channel=Channel.PHONE,
            marks=marks,
            keys=KEYS,
            now=clock(),
        )

    answers = await cast_all([
        ballot(ada.code, {1: 1}),
        ballot("AAAA-AAAA-AAAA", {1: 1}),
        ballot(bea.code, {1: 9}),
        ballot(ada.code, {2: 2}),
        ballot(bea.code, {1: 1}, number=7),
    ])

    assert [a.refusal.code if a.refusal else dict(a.marks) for a in answers] == [
        {1: 1},
        "unknown_ticket",
        "vote_too_many_on_one",
        {2: 2},
        "no_such_round",
    ]
    assert [row["marks"] for row in await Vote.select()] == ['{"2": 2}']
    assert await Receipt.count() == 1


async def test_another_channel_is_refused_and_says_which_it_was(db):
    one = await make_open()
    ada = await somebody(one)
    await vote(one, ada, {1: 1}, channel=Channel.TABLET)

    answer = await vote(one, ada, {2: 1})

    assert answer.refusal is not None
    assert answer.refusal.code == "voted_by_tablet"
    assert await took_part(one.id) == {Channel.TABLET: 1}


async def test_a_page_of_before_cannot_overwrite_a_newer_vote(db):
    one = await make_open()
    ada = await somebody(one)
    await vote(one, ada, {1: 1}, channel=Channel.TABLET, upon="")

    late = await vote(one, ada, {2: 1}, channel=Channel.TABLET, upon="")

    assert late.refusal is not None
    assert late.refusal.code == "vote_page_too_old"
    assert [row["marks"] for row in await Vote.select()] == ['{"1": 1}']


async def test_who_is_not_in_the_house_cannot_vote_where_presence_counts(db):
    one = await make_open(voters=Voters.PRESENT)
    ada = await somebody(one)

    answer = await vote(one, ada, {1: 1})

    assert answer.refusal is not None
    assert answer.refusal.code == "vote_only_present"
    assert not await Receipt.exists()


async def test_a_vote_after_the_end_is_refused_by_the_servers_clock(db):
    now = clock()
    one = await make_open(closes_at=now + timedelta(minutes=5), now=now)
    ada = await somebody(one)

    in_time = await vote(one, ada, {1: 1}, now=now + timedelta(minutes=4))
    late = await vote(one, ada, {2: 1}, now=now + timedelta(minutes=5))

    assert in_time.refusal is None
    assert late.refusal is not None
    assert late.refusal.code == "round_over"
    assert [row["marks"] for row in await Vote.select()] == ['{"1": 1}']


async def test_a_round_closes_by_itself_and_keeps_neither_votes_nor_key(db):
    now = clock()
    channels = frozenset({Channel.PHONE})
    until = now + timedelta(minutes=5)
    one = await make_open(closes_at=until, channels=channels, now=now)
    ada = await somebody(one)
    await vote(one, ada, {1: 1})

    early = await close_due(shares=equal_shares, now=now + timedelta(minutes=4))
    due = await close_due(shares=equal_shares, now=until)
    again = await close_due(shares=equal_shares, now=until)

    assert [len(early), len(due), len(again)] == [0, 1, 0]
    assert not await Vote.exists()
    (row,) = await VotingRound.select(VotingRound.sealed_key, VotingRound.stage)
    assert (row["sealed_key"], row["stage"]) == ("", "closed")


async def test_an_end_can_be_moved_while_people_vote(db):
    now = clock()
    one = await make_open(closes_at=now + timedelta(minutes=5), now=now)
    later = now + timedelta(minutes=30)

    await extend_round(one, later, by=COMMAND, now=now)

    assert (await round_of(one.conference, one.number)).closes_at == later
    with pytest.raises(TooLate, match="round_not_running"):
        await extend_round(one, None, by=COMMAND, now=later)


async def test_words_are_frozen_when_a_round_opens(db):
    one = await make_draft()
    await open_round(one, by=COMMAND, now=clock())
    await open_round(one, by=COMMAND, now=clock())

    options = await options_of(one.id)

    assert [option.position for option in options] == [1, 2, 3, 4]
    assert options[0].title.pick("de").text.startswith("Deutschkurse")


async def test_live_marks_are_told_only_where_they_were_announced(db):
    live = await make_open(results_live=True)
    hidden = await make_open("zwei")
    await vote(live, await somebody(live), {1: 2})
    await vote(hidden, await somebody(hidden), {1: 2})

    assert [dict(line.marks) for line in await live_marks(live)] == [{1: 2}]
    assert await live_marks(hidden) == ()


async def test_with_paper_the_result_waits_and_the_votes_do_not(db):
    one = await make_open()
    await vote(one, await somebody(one), {1: 2})
    await close_round(one, shares=equal_shares, by=COMMAND, now=clock())
    counting = await round_of(one.conference, one.number)
    left = await Vote.count()
    await seal_round(one, shares=equal_shares, by=COMMAND, now=clock())
    closed = await round_of(one.conference, one.number)

    assert (counting.stage, counting.digest, left) == (Stage.COUNTING, "", 0)
    assert closed.stage is Stage.CLOSED
    assert closed.digest
