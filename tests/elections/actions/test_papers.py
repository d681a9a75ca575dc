"""Ballots on paper: handed out, keyed by two, counted with the others."""

from uuid import uuid4

import pytest

from elections.actions.count_ballots import count_ballots
from elections.actions.hand_out_paper import hand_out_paper, take_back_paper
from elections.actions.key_papers import (
    end_keying,
    key_paper,
    lay_batch,
    papers_done,
    remove_batch,
)
from elections.checking import check
from elections.queries.elections import election_of, turnout_of, voter_of
from elections.queries.papers import batch_of
from elections.rules.ballots import SPOILED_ON_PURPOSE
from elections.rules.record import Kind
from lip.database import fetch
from lip.errors import Conflict, TooEarly, TooLate, Unusable
from lip.journal.rules.entries import COMMAND
from tests.elections.polls import (
    close,
    credential_for,
    finish,
    make_hall,
    open_hall,
    published,
    vote,
)
from tests.factories import clock

pytestmark = pytest.mark.anyio

ADA, BO, BOTH, EMPTY = (("k1", 1),), (("k2", 1),), (("k1", 1), ("k2", 1)), ()


async def hall_with_papers(papers=3, voters=5):
    """Open the polls; the last so many voters have papers."""
    hall = await open_hall(await make_hall(voters=voters))
    for person in hall.people[voters - papers :]:
        voter = await voter_of(hall.election.id, person.id)
        await hand_out_paper(hall.election, voter.entry, by=COMMAND, now=clock())
    return hall


async def key_all(hall, batch, *papers, officer):
    for marks in papers:
        await key_paper(hall.election, batch, marks, 1, officer=officer)
    return await end_keying(
        hall.election, batch, officer=officer, by=COMMAND, now=clock()
    )


async def test_paper_and_phone_come_to_one_count(db):
    hall = await hall_with_papers()
    await vote(hall, await credential_for(hall, hall.people[0].id), "k1")
    await vote(hall, await credential_for(hall, hall.people[1].id), "k3", "k2")
    await close(hall)
    batch = await lay_batch(hall.election, 3, by=COMMAND, now=clock())

    first = await key_all(hall, batch, ADA, BOTH, EMPTY, officer=uuid4())
    second = await key_all(hall, batch, EMPTY, ADA, BOTH, officer=uuid4())
    root = await papers_done(hall.election, by=COMMAND, now=clock())
    await finish(hall)
    bundle = await published(hall)

    assert (first, second) == (False, True)
    assert (await election_of(hall.conference.id, 1)).root == root
    assert [c.code for c in check(bundle) if not c.holds] == []
    assert bundle.the(Kind.CLOSED) == {"credentials": 2, "papers": 3}
    result = bundle.the(Kind.RESULT)
    assert (result["valid"], result["abstained"]) == (4, 1)
    assert result["winners"] == ["k1", "k2"]


async def test_a_difference_goes_to_a_third_and_nobodys_name_stays(db):
    hall = await hall_with_papers(2)
    await close(hall)
    batch = await lay_batch(hall.election, 2, by=COMMAND, now=clock())
    one, other, third = uuid4(), uuid4(), uuid4()

    await key_all(hall, batch, ADA, ADA, officer=one)
    differ = await key_all(hall, batch, ADA, BO, officer=other)
    with pytest.raises(TooEarly, match="batch_not_settled"):
        await papers_done(hall.election, by=COMMAND, now=clock())
    with pytest.raises(Conflict, match="keying_is_done"):
        await key_paper(hall.election, batch, ADA, -1, officer=one)
    agree = await key_all(hall, batch, BO, ADA, officer=third)

    assert (differ, agree) == (False, True)
    kept = await batch_of(hall.election.id, batch)
    assert [(k.officer, dict(k.counts)) for k in kept.keyings] == [
        (None, {ADA: 1, BO: 1})
    ]
    rows = str(await fetch("SELECT * FROM paper_keying"))
    assert not any(str(officer) in rows for officer in (one, other, third))


async def test_three_that_all_differ_are_keyed_anew(db):
    hall = await hall_with_papers(1)
    await close(hall)
    batch = await lay_batch(hall.election, 1, by=COMMAND, now=clock())

    for marks in (ADA, BO, EMPTY):
        await key_all(hall, batch, marks, officer=uuid4())
    again = await key_all(hall, batch, BO, officer=uuid4())
    settled = await key_all(hall, batch, BO, officer=uuid4())

    assert (again, settled) == (False, True)


async def test_one_officer_never_settles_a_batch_alone(db):
    hall = await hall_with_papers(1)
    await close(hall)
    batch = await lay_batch(hall.election, 1, by=COMMAND, now=clock())
    officer = uuid4()

    await key_all(hall, batch, ADA, officer=officer)
    again = await end_keying(
        hall.election, batch, officer=officer, by=COMMAND, now=clock()
    )

    assert again is False
    with pytest.raises(TooEarly, match="papers_are_missing"):
        await count_ballots(hall.election, by=COMMAND, now=clock())


async def test_a_batch_holds_just_its_papers_and_can_be_taken_back(db):
    hall = await hall_with_papers(2)
    await close(hall)
    batch = await lay_batch(hall.election, 2, by=COMMAND, now=clock())
    officer = uuid4()

    await key_paper(hall.election, batch, ADA, 1, officer=officer)
    with pytest.raises(Unusable, match="batch_not_complete"):
        await end_keying(hall.election, batch, officer=officer, by=COMMAND, now=clock())
    await key_paper(hall.election, batch, SPOILED_ON_PURPOSE, 1, officer=officer)
    with pytest.raises(Unusable, match="batch_is_full"):
        await key_paper(hall.election, batch, ADA, 1, officer=officer)
    await remove_batch(hall.election, batch, by=COMMAND, now=clock())

    assert await fetch("SELECT id FROM paper_keying") == []
    assert await fetch("SELECT id FROM paper_batch") == []
    with pytest.raises(Unusable, match="batch_size"):
        await lay_batch(hall.election, 0, by=COMMAND, now=clock())


async def test_nobody_keys_before_the_close_or_more_than_was_handed_out(db):
    hall = await hall_with_papers(1)

    with pytest.raises(TooEarly, match="papers_after_the_close"):
        await lay_batch(hall.election, 1, by=COMMAND, now=clock())
    await close(hall)
    batch = await lay_batch(hall.election, 2, by=COMMAND, now=clock())
    for _ in range(2):
        await key_all(hall, batch, ADA, ADA, officer=uuid4())
    with pytest.raises(Unusable, match="more_papers_than_given"):
        await papers_done(hall.election, by=COMMAND, now=clock())


async def test_paper_or_phone_and_never_both(db):
    hall = await hall_with_papers(1, voters=2)
    online, on_paper = hall.people
    await credential_for(hall, online.id)
    entry = (await voter_of(hall.election.id, online.id)).entry
    other = (await voter_of(hall.election.id, on_paper.id)).entry

    with pytest.raises(Conflict, match="voter_has_a_credential"):
        await hand_out_paper(hall.election, entry, by=COMMAND, now=clock())
    with pytest.raises(Conflict, match="voter_has_a_paper"):
        await credential_for(hall, on_paper.id)
    await hand_out_paper(hall.election, other, by=COMMAND, now=clock())
    acts = await fetch("SELECT act FROM journal_entry WHERE act = 'paper_handed_out'")
    assert len(acts) == 1
    await take_back_paper(hall.election, other, by=COMMAND, now=clock())
    assert await credential_for(hall, on_paper.id)
    assert (await turnout_of(hall.election)).papers == 0
    await close(hall)
    with pytest.raises(TooLate, match="polls_have_closed"):
        await hand_out_paper(hall.election, other, by=COMMAND, now=clock())
