"""Accounts and passwords."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from lip.accounts.actions.create_account import create_account
from lip.accounts.actions.grant_role import close_account, open_account
from lip.accounts.actions.sessions import Begun
from lip.accounts.actions.set_password import reset_password, set_password
from lip.accounts.actions.sign_in import WrongPassword, sign_in
from lip.accounts.queries import account, account_named, identities_of
from lip.accounts.tables import Session
from lip.database import StoreEngine
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND, Actor, ActorKind
from tests.factories import KEYS, PASSWORD, make_person

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
SOON = NOW + timedelta(minutes=1)


async def acts() -> list[Act]:
    return [entry.act for entry in await entries(Filter())][::-1]


async def begun(name: str, password: str = PASSWORD, now: datetime = NOW) -> Begun:
    result = await sign_in(name, password, keys=KEYS, now=now)
    assert isinstance(result, Begun)
    return result


async def is_signed_in(one: Begun, *, now: datetime = SOON) -> bool:
    (found,) = await identities_of([(KEYS.seal("session", one.token), now)])
    return found is not None


async def test_a_new_account_signs_in_however_its_name_is_written(db: StoreEngine):
    await make_person(name="Ayşe  Öz")

    result = await sign_in(" AYŞE öz ", PASSWORD, keys=KEYS, now=NOW)

    assert isinstance(result, Begun)


async def test_a_name_is_taken_whatever_its_case(db: StoreEngine):
    await make_person(name="Mina")

    with pytest.raises(Conflict, match="account_name_taken"):
        await make_person(name="MINA")

    assert (await account_named("mina")).name == "Mina"


@pytest.mark.parametrize(
    "password, code",
    [
        ("kurz", "password_too_short"),
        ("x" * 129, "password_too_long"),
        ("aaaaaaaaaaaaaaaa", "password_too_common"),
        ("Passwort1234", "password_too_common"),
        ("ich bin MINA und gut", "password_contains_name"),
    ],
)
async def test_a_weak_password_is_refused(db: StoreEngine, password: str, code: str):
    with pytest.raises(Unusable, match=code):
        await make_person(name="mina", password=password)


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
async def test_a_name_nobody_can_use_is_refused(db: StoreEngine, name: str):
    with pytest.raises(Unusable, match="account_name_unusable"):
        await create_account(
            name=name, display_name="M", password=PASSWORD, by=COMMAND, now=NOW
        )


async def test_the_password_is_nowhere_in_the_database(db: StoreEngine):
    person = await make_person()

    row = (await account(person.id), await entries(Filter()))

    assert PASSWORD not in repr(row)


async def test_wrong_name_and_wrong_password_answer_alike(db: StoreEngine):
    person = await make_person()

    answers = [
        await sign_in("niemand", PASSWORD, keys=KEYS, now=NOW),
        await sign_in(person.name, "falsch", keys=KEYS, now=NOW),
    ]

    assert answers == [WrongPassword(), WrongPassword()]
    refused = await entries(Filter(acts=frozenset({Act.SIGN_IN_REFUSED})))
    assert {entry.subject for entry in refused} == {None, person.id}


async def test_changing_the_password_ends_all_sessions(db: StoreEngine):
    person = await make_person()
    here, there = await begun(person.name), await begun(person.name)
    by = Actor(ActorKind.PERSON, person.id)

    new = "ganz andere Worte nun"
    await set_password(person.id, old=PASSWORD, new=new, by=by, now=SOON)

    assert not await is_signed_in(here)
    assert not await is_signed_in(there)
    assert await sign_in(person.name, PASSWORD, keys=KEYS, now=SOON) == WrongPassword()
    await begun(person.name, new)


async def test_a_wrong_old_password_changes_nothing(db: StoreEngine):
    person = await make_person()
    by = Actor(ActorKind.PERSON, person.id)

    with pytest.raises(Unusable, match="password_wrong"):
        await set_password(
            person.id, old="geraten", new="ganz andere Worte", by=by, now=NOW
        )

    assert Act.PASSWORD_CHANGED not in await acts()
    await begun(person.name)


async def test_a_reset_password_is_new_and_ends_all_sessions(db: StoreEngine):
    person = await make_person()
    session = await begun(person.name)

    new = await reset_password(person.id, by=COMMAND, now=SOON)

    assert not await is_signed_in(session)
    await begun(person.name, new, now=SOON)


async def test_a_closed_account_is_signed_out_and_stays_out(db: StoreEngine):
    person = await make_person()
    session = await begun(person.name)

    await close_account(person.id, by=COMMAND, now=SOON)

    assert not await is_signed_in(session)
    assert await sign_in(person.name, PASSWORD, keys=KEYS, now=SOON) == WrongPassword()
    await open_account(person.id, by=COMMAND, now=SOON)
    await begun(person.name, now=SOON)


async def test_closing_twice_is_recorded_once(db: StoreEngine):
    person = await make_person()

    await close_account(person.id, by=COMMAND, now=NOW)
    await close_account(person.id, by=COMMAND, now=NOW)

    assert (await acts()).count(Act.ACCOUNT_CLOSED) == 1


async def test_an_account_that_is_not_there_cannot_be_closed(db: StoreEngine):
    with pytest.raises(NotFound, match="unknown_account"):
        await close_account(uuid4(), by=COMMAND, now=NOW)


async def test_sessions_end_by_themselves(db: StoreEngine):
    person = await make_person()
    session = await begun(person.name)

    later = NOW + timedelta(hours=12)

    assert await is_signed_in(session, now=later - timedelta(seconds=1))
    assert not await is_signed_in(session, now=later)


async def test_ended_sessions_are_swept_out(db: StoreEngine):
    person = await make_person()
    await begun(person.name)

    await begun(person.name, now=NOW + timedelta(days=1))

    assert await Session.count() == 1


async def test_the_token_of_a_session_is_only_kept_sealed(db: StoreEngine):
    person = await make_person()

    session = await begun(person.name)

    rows = await Session.select()
    assert session.token not in repr(rows)
