"""Ballots that are not as they should be, and what every kind of ballot may say."""

import asyncio
import secrets
from uuid import uuid4

import pytest

from elections.actions.arrange_lists import ListWish, arrange_lists
from elections.actions.cast_ballot import cast_ballot
from elections.actions.prepare import withdraw_nomination
from elections.checking import check
from elections.files.bundle import read_bundle, written
from elections.queries.elections import turnout_of
from elections.rules.ballots import SPOILED_ON_PURPOSE
from elections.rules.cast import Cast, Credential
from elections.rules.planning import Method
from elections.rules.record import Board, Kind
from elections.rules.urn import PADDED, padded
from lip.database import fetch
from lip.errors import NotAllowed, TooLate, Unusable
from lip.journal.rules.entries import COMMAND
from tests.elections.polls import (
    close,
    credential_for,
    finish,
    make_hall,
    open_hall,
    published,
)
from tests.factories import KEYS, clock

pytestmark = pytest.mark.anyio

AT_ONCE = 1000


async def cast(hall, credential, *marks):
    ballot = Cast(
        credential=credential, marks=tuple(marks), nonce=secrets.token_bytes(32)
    )
    return await cast_ballot(hall.election, ballot, keys=KEYS)


async def hall_with_lists(**wish):
    hall = await make_hall(**wish)
    lists = [ListWish(name="Grün", members=[1, 2]), ListWish(name="Blau", members=[3])]
    await arrange_lists(hall.election, lists, by=COMMAND, now=clock())
    return await open_hall(hall)


KINDS = {
    Method.BLOCK: [(("k1", 1), ("k2", 1)), (("k1", 1),)],
    Method.APPROVAL: [(("k1", 1), ("k2", 1), ("k3", 1)), (("k1", 1),)],
    Method.EQUAL_SHARES: [(("k1", 1),), (("k2", 1),)],
    Method.PHRAGMEN: [(("k1", 1),), (("k2", 1),)],
    Method.SNTV: [(("k1", 1),), (("k2", 1),)],
    Method.SCORE: [(("k1", 5), ("k2", 0)), (("k2", 3),)],
    Method.STAR: [(("k1", 5), ("k2", 4)), (("k2", 3),)],
    Method.STV_SCOTTISH: [(("k1", 1), ("k2", 2)), (("k2", 1),)],
    Method.STV_MEEK: [(("k1", 1), ("k2", 2)), (("k2", 1),)],
    Method.CUMULATIVE: [(("k1", 3),), (("k2", 2), ("k3", 1))],
}


@pytest.mark.parametrize("method, ballots", KINDS.items(), ids=KINDS)
async def test_every_kind_of_ballot_is_cast_counted_and_checked(db, method, ballots):
    wish = {"votes_each": 3} if method is Method.CUMULATIVE else {}
    wish |= {"highest_score": 5} if method in {Method.SCORE, Method.STAR} else {}
    hall = await open_hall(await make_hall(voters=4, method=method, **wish))

    for person, marks in zip(
        hall.people, [*ballots, (), SPOILED_ON_PURPOSE], strict=True
    ):
        await cast(hall, await credential_for(hall, person.id), *marks)
    await finish(hall)
    bundle = await published(hall)
    result = bundle.the(Kind.RESULT)

    assert [one.code for one in check(bundle) if not one.holds] == []
    assert (result["valid"], result["abstained"]) == (2, 1)
    assert result["spoiled"] == {"on_purpose": 1}


@pytest.mark.parametrize("method", [Method.IRV, Method.SCHULZE])
async def test_one_seat_goes_to_whom_most_rank_first(db, method):
    hall = await open_hall(await make_hall(voters=3, method=method, seats=1))

    for person in hall.people:
        credential = await credential_for(hall, person.id)
        await cast(hall, credential, ("k3", 1), ("k1", 2))
    await finish(hall)

    assert (await published(hall)).the(Kind.RESULT)["winners"] == ["k3"]


@pytest.mark.parametrize("method", [Method.DHONDT, Method.CUMULATIVE])
async def test_lists_stand_in_the_record_in_the_order_drawn(db, method):
    hall = await hall_with_lists(voters=3, method=method, seats=2, votes_each=3)
    lists = await fetch("SELECT number, name FROM slate")
    marks = {one["name"]: f"l{one['number']}" for one in lists}

    for person in hall.people:
        await cast(hall, await credential_for(hall, person.id), (marks["Grün"], 1))
    await finish(hall)
    bundle = read_bundle(written(await published(hall)))

    assert sorted(one["number"] for one in lists) == [1, 2, 3]
    assert set(marks) == {"Grün", "Blau", "Dilek"}
    assert [one.code for one in check(bundle) if not one.holds] == []
    assert sorted(bundle.the(Kind.RESULT)["winners"]) == ["k1", "k2"]


async def test_two_crosses_for_lists_spoil_the_ballot(db):
    hall = await hall_with_lists(voters=1, method=Method.DHONDT, seats=2)
    credential = await credential_for(hall, hall.people[0].id)

    await cast(hall, credential, ("l1", 1), ("l2", 1))
    await finish(hall)

    result = (await published(hall)).the(Kind.RESULT)
    assert result["spoiled"] == {"too_many": 1}


async def test_lists_are_voted_for_only_where_there_are_lists(db):
    with pytest.raises(Unusable, match="election_without_lists"):
        await open_hall(await make_hall(method=Method.DHONDT))


@pytest.mark.parametrize(
    "names, refusal",
    [(("Grün", "grün "), "list_named_twice"), ((" ",), "list_without_name")],
)
async def test_lists_have_names_of_their_own(db, names, refusal):
    hall = await make_hall()

    with pytest.raises(Unusable, match=refusal):
        await arrange_lists(
            hall.election,
            [ListWish(name=name) for name in names],
            by=COMMAND,
            now=clock(),
        )


async def test_lists_stay_as_they_are_once_the_polls_are_open(db):
    hall = await open_hall(await make_hall())

    with pytest.raises(TooLate, match="polls_have_opened"):
        await arrange_lists(hall.election, [], by=COMMAND, now=clock())


STRANGE = {
    "somebody who does not stand": (("k9", 1),),
    "a name twice": (("k1", 1), ("k1", 1)),
    "a number that no page gives": (("k1", 2),),
    "nothing beside a name": (("k1", 0),),
    "a secret sign": (("look here", 1),),
    "a list that is none": (("l1", 1),),
    "spoiled and more": (("", 1), ("k1", 1)),
}


@pytest.mark.parametrize("marks", STRANGE.values(), ids=STRANGE)
async def test_what_no_page_gives_is_refused(db, marks):
    hall = await open_hall(await make_hall(voters=1))
    credential = await credential_for(hall, hall.people[0].id)

    with pytest.raises(Unusable, match="ballot_names_wrong"):
        await cast(hall, credential, *marks)
    assert (await turnout_of(hall.election)).cast == 0


async def test_who_withdraws_while_the_polls_are_open_just_gets_no_vote(db):
    hall = await open_hall(await make_hall(voters=1))
    credential = await credential_for(hall, hall.people[0].id)
    await withdraw_nomination(hall.election, 1, by=COMMAND, now=clock())

    await cast(hall, credential, ("k1", 1), ("k2", 1))
    await finish(hall)

    result = (await published(hall)).the(Kind.RESULT)
    assert "k1" not in result["winners"]
    assert (result["valid"], result["spoiled"]) == (1, {})


async def test_too_many_votes_on_purpose_are_kept_and_spoil_the_ballot(db):
    hall = await open_hall(await make_hall(voters=1))
    credential = await credential_for(hall, hall.people[0].id)

    await cast(hall, credential, ("k1", 1), ("k2", 1), ("k3", 1))
    await finish(hall)

    result = (await published(hall)).the(Kind.RESULT)
    assert result["spoiled"] == {"too_many": 1}


async def test_forged_credentials_are_refused(db):
    hall = await open_hall(await make_hall(voters=1))
    good = await credential_for(hall, hall.people[0].id)
    forged = [
        Credential(serial=bytes(32), prefix=good.prefix, signature=good.signature),
        Credential(serial=good.serial, prefix=bytes(32), signature=good.signature),
        Credential(serial=good.serial, prefix=good.prefix, signature=bytes(256)),
        Credential(serial=good.serial, prefix=good.prefix, signature=b""),
        Credential(serial=b"", prefix=good.prefix, signature=good.signature),
        Credential(
            serial=good.serial,
            prefix=good.prefix,
            signature=good.signature,
            group="Verein",
        ),
    ]

    for credential in forged:
        with pytest.raises(NotAllowed, match="credential_not_valid"):
            await cast(hall, credential, ("k1", 1))
    assert (await turnout_of(hall.election)).cast == 0


@pytest.mark.parametrize("board", Board)
async def test_everybody_abstains(db, board):
    hall = await open_hall(await make_hall(voters=3, board=board))

    for person in hall.people:
        await cast(hall, await credential_for(hall, person.id))
    await finish(hall)
    bundle = await published(hall)

    assert bundle.the(Kind.RESULT)["abstained"] == 3
    assert bundle.the(Kind.RESULT)["valid"] == 0
    assert [one.code for one in check(bundle) if not one.holds] == []


async def test_one_credential_cast_a_thousand_times_at_once_counts_once(committed_db):
    hall = await open_hall(await make_hall(voters=1))
    credential = await credential_for(hall, hall.people[0].id)

    answers = await asyncio.gather(
        *(cast(hall, credential, (f"k{1 + at % 4}", 1)) for at in range(AT_ONCE))
    )
    turnout = await turnout_of(hall.election)
    await close(hall, uuid4(), uuid4())
    [row] = await fetch("SELECT content FROM record_part WHERE kind = 'ballots'")

    assert len({answer.digest for answer in answers}) == AT_ONCE
    assert (turnout.given, turnout.cast) == (1, 1)
    assert row["content"].count('"serial"') == 1


async def test_the_longest_ballot_fits_into_the_one_length():
    names = [(f"k{number}", number) for number in range(1, 61)]
    lists = [(f"l{number}", 100) for number in range(1, 61)]
    credential = Credential(
        serial=bytes(32), prefix=bytes(32), signature=bytes(256), group="Ø" * 200
    )

    for marks in ((), tuple(names), (*names, *lists)):
        whole = Cast(credential=credential, marks=marks, nonce=bytes(32))
        assert len(padded(whole)) == PADDED
