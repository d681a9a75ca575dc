"""A lost phone: the same credential on another one, or none for that serial ever."""

from uuid import uuid4

import pytest

from elections import sealing
from elections.actions.annul_credential import agree_to_annul
from elections.checking import check
from elections.queries.elections import turnout_of
from elections.rules.record import Kind
from elections.rules.recovery import ask_again, spelled
from elections.rules.stages import Channel
from lip.database import fetch
from lip.errors import Conflict, NotAllowed, TooEarly, TooLate, Unusable
from lip.journal.rules.entries import COMMAND
from tests.elections.polls import (
    close,
    credential_for,
    finish,
    give,
    make_hall,
    open_hall,
    published,
    unblind,
    vote,
)
from tests.factories import KEYS, clock

pytestmark = pytest.mark.anyio

SECRET = bytes(range(16))
CODE = spelled(SECRET)


async def fetch_by_code(hall, person, secret=SECRET):
    key = sealing.public_key(hall.election.public_keys[""])
    asked = ask_again(hall.election.round, key, secret)
    return unblind(
        hall.election, asked, await give(hall, person, asked.blinded.message)
    )


async def annul(hall, *officers, code=CODE):
    done = False
    for officer in officers or (uuid4(), uuid4()):
        done = await agree_to_annul(
            hall.election, code, officer=officer, keys=KEYS, by=COMMAND, now=clock()
        )
    return done


async def journal(act):
    return await fetch("SELECT subject FROM journal_entry WHERE act = ?", act)


async def test_the_code_gives_the_same_credential_on_any_device(db):
    hall = await open_hall(await make_hall(voters=1))

    first = await fetch_by_code(hall, hall.people[0].id)
    second = await fetch_by_code(hall, hall.people[0].id)

    assert first == second
    assert (await vote(hall, second, "k1")).code


async def test_two_officers_annul_what_has_not_voted_and_the_entry_is_free(db):
    hall = await open_hall(await make_hall(voters=2))
    lost = await fetch_by_code(hall, hall.people[0].id)
    officer = uuid4()

    alone = await annul(hall, officer, officer)
    given = (await turnout_of(hall.election)).given
    together = await annul(hall, uuid4(), code=CODE.lower().replace("-", " "))
    freed = (await turnout_of(hall.election)).given

    assert (alone, given, together, freed) == (False, 1, True, 0)
    with pytest.raises(NotAllowed, match="credential_annulled"):
        await vote(hall, lost, "k1")
    await vote(hall, await credential_for(hall, hall.people[0].id), "k2")
    await finish(hall)
    bundle = await published(hall)
    assert bundle.the(Kind.ANNULLED)["serials"] == [lost.serial.hex()]
    assert bundle.the(Kind.CLOSED)["credentials"] == 1
    assert [one.code for one in check(bundle) if not one.holds] == []
    assert len(await journal("annulment_agreed")) == 2
    assert len(await journal("credential_annulled")) == 1


async def test_what_has_voted_is_not_annulled_and_nothing_of_it_is_kept(db):
    hall = await open_hall(await make_hall(voters=1))
    credential = await fetch_by_code(hall, hall.people[0].id)
    await annul(hall, uuid4())
    await vote(hall, credential, "k1")

    with pytest.raises(Conflict, match="credential_has_voted"):
        await annul(hall, uuid4())

    assert await fetch("SELECT id FROM officer_consent") == []
    assert await fetch("SELECT id FROM annulled_credential") == []
    assert (await turnout_of(hall.election)).cast == 1


async def test_a_consent_to_annul_does_not_outlive_the_polls(db):
    hall = await open_hall(await make_hall(voters=1))
    await fetch_by_code(hall, hall.people[0].id)
    await annul(hall, uuid4())

    await close(hall)

    assert await fetch("SELECT id FROM officer_consent WHERE step = 'annul'") == []
    with pytest.raises(TooLate, match="polls_have_closed"):
        await annul(hall)


@pytest.mark.parametrize(
    "code, refusal",
    [
        (spelled(bytes(16)), "recovery_code_unknown"),
        (CODE[:-1] + ("2" if CODE[-1] != "2" else "3"), "recovery_code_has_a_slip"),
        ("", "recovery_code_has_a_slip"),
        ("ÀÉ" * 14, "recovery_code_has_a_slip"),
    ],
    ids=["of nobody", "a slip", "empty", "other letters"],
)
async def test_a_code_that_fits_nobody_annuls_nothing(db, code, refusal):
    hall = await open_hall(await make_hall(voters=1))
    await fetch_by_code(hall, hall.people[0].id)

    with pytest.raises(Unusable, match=refusal):
        await annul(hall, code=code)
    assert (await turnout_of(hall.election)).given == 1


async def test_nothing_is_annulled_before_the_polls_open(db):
    with pytest.raises(TooEarly, match="polls_not_open_yet"):
        await annul(await make_hall())


async def test_the_entry_says_no_channel_once_its_credential_is_annulled(db):
    hall = await open_hall(await make_hall(voters=1))
    await fetch_by_code(hall, hall.people[0].id)

    await annul(hall)

    [row] = await fetch("SELECT channel, blinded FROM roll_entry")
    assert (row["channel"], row["blinded"]) == (Channel.NONE.value, "")
