"""A hall votes: roll, credentials, urn, close."""

import asyncio
from uuid import uuid4

import pytest

from elections.actions.cast_ballot import cast_ballot
from elections.actions.prepare import (
    ElectionWish,
    NominationWish,
    change_election,
    nominate,
    prepare_election,
    withdraw_nomination,
)
from elections.checking import check
from elections.queries.elections import (
    election_of,
    nominations_of,
    turnout_of,
    voter_of,
)
from elections.rules import ed25519
from elections.rules.cast import tracking_code
from elections.rules.planning import Method
from elections.rules.record import Board, Kind
from elections.rules.stages import Entitled, PollStage
from lip.database import fetch
from lip.errors import Conflict, NotAllowed, TooEarly, TooLate, Unusable
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from tests.elections.polls import (
    ask,
    ballot,
    close,
    credential_for,
    finish,
    give,
    make_hall,
    open_hall,
    published,
    vote,
)
from tests.factories import KEYS, clock

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("board", Board)
async def test_a_hall_elects_and_anybody_can_check_it(db, board):
    hall = await open_hall(await make_hall(board=board))
    marks = [("k1", "k2"), ("k1",), ("k1", "k3"), ("k2",), ()]

    for person, given in zip(hall.people, marks, strict=True):
        await vote(hall, await credential_for(hall, person.id), *given)
    await finish(hall)
    bundle = await published(hall)

    assert [c.code for c in check(bundle) if not c.holds] == []
    assert bundle.the(Kind.RESULT)["winners"] == ["k1", "k2"]
    assert bundle.the(Kind.RESULT)["abstained"] == 1
    assert bundle.the(Kind.CLOSED)["credentials"] == 5
    found = await election_of(hall.conference.id, 1)
    assert (found.stage, len(found.root)) == (PollStage.FINAL, 64)


async def test_who_votes_again_replaces_her_ballot(db):
    hall = await open_hall(await make_hall())
    credential = await credential_for(hall, hall.people[0].id)

    first = await vote(hall, credential, "k1")
    second = await vote(hall, credential, "k2")
    await finish(hall)
    ballots = (await published(hall)).the(Kind.BALLOTS)["ballots"]

    assert first.code != second.code
    assert [one["marks"] for one in ballots] == [[["k2", 1]]]


async def test_the_acknowledgement_is_signed_and_names_the_published_ballot(db):
    hall = await open_hall(await make_hall())
    cast = ballot(await credential_for(hall, hall.people[0].id), "k1")

    answer = await cast_ballot(hall.election, cast, keys=KEYS)

    key, signature = (
        bytes.fromhex(hall.election.signer),
        bytes.fromhex(answer.signature),
    )
    assert answer.digest == cast.digest
    assert answer.code == tracking_code(cast.digest)
    assert ed25519.is_signed(key, cast.digest.encode(), signature)


async def test_the_same_question_gets_the_same_credential_and_another_none(db):
    hall = await open_hall(await make_hall())
    asking = ask(hall.election)

    person = hall.people[0].id

    first = await give(hall, person, asking.blinded.message)
    again = await give(hall, person, asking.blinded.message)
    entries = await fetch(
        "SELECT act FROM journal_entry WHERE act = 'credential_given'"
    )

    assert first == again
    assert len(entries) == 1
    with pytest.raises(Conflict, match="credential_given_elsewhere"):
        await give(hall, person, ask(hall.election).blinded.message)
    with pytest.raises(Unusable, match="credential_unreadable"):
        await give(hall, person, b"\xff" * 256)


async def test_only_who_is_on_the_roll_gets_a_credential(db):
    hall = await open_hall(await make_hall(voters=1))
    late = await make_hall(key="andere", voters=1)

    assert (await voter_of(hall.election.id, hall.people[0].id)).given is False
    assert await voter_of(hall.election.id, late.people[0].id) is None
    with pytest.raises(NotAllowed, match="not_on_the_roll"):
        await credential_for(hall, late.people[0].id)


async def test_a_credential_of_another_round_casts_nothing(db):
    one = await open_hall(await make_hall())
    other = await open_hall(await make_hall(key="andere"))
    credential = await credential_for(other, other.people[0].id)

    with pytest.raises(NotAllowed, match="credential_not_valid"):
        await vote(one, credential, "k1")


async def test_the_polls_close_when_two_officers_agree_and_never_by_one(db):
    hall = await open_hall(await make_hall())
    officer = uuid4()
    credential = await credential_for(hall, hall.people[0].id)

    alone = await close(hall, officer, officer, officer)
    still = await vote(hall, credential, "k1")
    together = await close(hall, uuid4())

    assert (alone, together) == (False, True)
    assert still.code
    with pytest.raises(TooLate, match="polls_have_closed"):
        await vote(hall, credential, "k2")
    with pytest.raises(TooLate, match="polls_have_closed"):
        await credential_for(hall, hall.people[1].id)
    assert await close(hall, officer)


async def test_nobody_votes_or_closes_before_the_polls_open(db):
    hall = await make_hall()
    opened = await open_hall(await make_hall(key="andere"))
    credential = await credential_for(opened, opened.people[0].id)

    with pytest.raises(TooEarly, match="polls_not_open_yet"):
        await vote(hall, credential, "k1")
    with pytest.raises(TooEarly, match="polls_not_open_yet"):
        await close(hall)


async def test_nothing_changes_once_the_polls_are_open(db):
    hall = await open_hall(await make_hall())
    wish = ElectionWish(title=Said.of(de="Anders"))

    with pytest.raises(TooLate, match="polls_have_opened"):
        await change_election(
            hall.election, wish, conference=hall.conference, by=COMMAND, now=clock()
        )
    with pytest.raises(TooLate, match="polls_have_opened"):
        await nominate(
            hall.election,
            NominationWish(name="Spät"),
            by=COMMAND,
            now=clock(),
            request=uuid4(),
        )


async def test_the_order_is_drawn_and_who_withdrew_cannot_be_elected(db):
    hall = await make_hall(voters=2)
    await withdraw_nomination(hall.election, 1, by=COMMAND, now=clock())
    await withdraw_nomination(hall.election, 1, by=COMMAND, now=clock())
    hall = await open_hall(hall)

    for person in hall.people:
        await vote(hall, await credential_for(hall, person.id), "k2", "k1")
    await finish(hall)
    result = (await published(hall)).the(Kind.RESULT)
    standing = await nominations_of(hall.election.id)

    assert sorted(one.place for one in standing) == [1, 2, 3, 4]
    assert "k1" not in result["winners"]
    assert result["valid"] == 2
    assert "k2" in result["winners"]


@pytest.mark.parametrize(
    "wish, names, voters, code",
    [
        ({}, (), 3, "election_too_few_stand"),
        ({}, ("Ada",), 0, "election_empty_roll"),
        ({"entitled": Entitled.PRESENT}, ("Ada",), 3, "election_empty_roll"),
    ],
    ids=["nobody stands", "nobody may vote", "nobody is here"],
)
async def test_polls_do_not_open_where_something_is_missing(
    db, wish, names, voters, code
):
    hall = await make_hall(voters=voters, names=names, **wish)

    with pytest.raises(Unusable, match=code):
        await open_hall(hall)
    assert (await election_of(hall.conference.id, 1)).stage is PollStage.PREPARED


@pytest.mark.parametrize(
    "wish, code",
    [
        ({"title": Said()}, "election_without_title"),
        ({"seats": 0}, "election_seats"),
        ({"seats": 41}, "election_seats"),
        ({"method": Method.LIMITED, "seats": 4, "votes_each": 4}, "election_votes"),
        ({"method": Method.LIMITED, "seats": 4, "votes_each": 0}, "election_votes"),
    ],
    ids=["no title", "no seats", "too many seats", "not limited", "no votes"],
)
async def test_an_election_that_cannot_be_is_not_prepared(db, wish, code):
    with pytest.raises(Unusable, match=code):
        await make_hall(**wish)


async def test_sent_twice_is_prepared_and_nominated_once(db):
    hall = await make_hall(names=())
    request = uuid4()
    wish = ElectionWish(title=Said.of(de="Noch eine"))

    numbers = [
        await prepare_election(
            wish, conference=hall.conference, by=COMMAND, now=clock(), request=request
        )
        for _ in range(2)
    ]
    stands = [
        await nominate(
            hall.election,
            NominationWish(name="Ada"),
            by=COMMAND,
            now=clock(),
            request=request,
        )
        for _ in range(2)
    ]

    assert numbers == [2, 2]
    assert stands == [1, 1]
    assert len(await nominations_of(hall.election.id)) == 1


async def test_ten_ballots_of_one_credential_at_once_count_once(committed_db):
    hall = await open_hall(await make_hall())
    credential = await credential_for(hall, hall.people[0].id)

    await asyncio.gather(
        *(vote(hall, credential, f"k{1 + at % 4}") for at in range(40))
    )
    turnout = await turnout_of(hall.election)
    await finish(hall)

    assert (turnout.given, turnout.cast) == (1, 1)
    assert len((await published(hall)).the(Kind.BALLOTS)["ballots"]) == 1


async def test_a_ballot_is_in_the_record_or_was_refused(committed_db):
    hall = await open_hall(await make_hall(voters=12))
    credentials = [await credential_for(hall, one.id) for one in hall.people]

    async def late(credential):
        try:
            return await vote(hall, credential, "k1")
        except TooLate:
            return None

    answers, _ = await asyncio.gather(
        asyncio.gather(*(late(one) for one in credentials)), close(hall)
    )
    await finish(hall)
    listed = (await published(hall)).the(Kind.BALLOTS)["ballots"]

    assert len(listed) == sum(answer is not None for answer in answers)


async def test_who_is_here_is_on_the_roll(db):
    hall = await make_hall(voters=3, entitled=Entitled.PRESENT)
    now = clock()
    await fetch(
        "INSERT INTO check_in (id, conference, participant, day, at, desk) "
        "VALUES (?, ?, ?, ?, ?, '')",
        uuid4(),
        hall.conference.id,
        hall.people[1].id,
        hall.conference.days[0].day,
        now,
    )

    hall = await open_hall(hall, now=now)

    assert hall.election.roll_size == 1
    assert (await voter_of(hall.election.id, hall.people[1].id)).given is False
    assert await voter_of(hall.election.id, hall.people[0].id) is None
