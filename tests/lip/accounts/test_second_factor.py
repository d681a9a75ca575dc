"""The second factor: codes of an authenticator, each used once."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pyotp
import pytest

from lip.accounts.actions.second_factor import (
    matching_step,
    new_secret,
    provisioning_address,
    remove_second_factor,
    set_second_factor,
)
from lip.accounts.actions.sessions import Begun
from lip.accounts.actions.set_password import reset_password
from lip.accounts.actions.sign_in import (
    SecondFactorNeeded,
    WrongPassword,
    WrongSecondFactor,
    sign_in,
    sign_in_second_step,
)
from lip.accounts.queries import account
from lip.accounts.tables import Person
from lip.database import StoreEngine
from lip.errors import Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from lip.keys import Keys
from tests.factories import KEYS, PASSWORD, MadePerson, make_person

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 24, 9, 0, 5, tzinfo=UTC)
STEP = timedelta(seconds=30)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code(now: datetime, secret: str = SECRET) -> str:
    return pyotp.TOTP(secret).at(now)


async def protected(now: datetime = NOW - 10 * STEP) -> MadePerson:
    person = await make_person(now=now)
    await set_second_factor(person.id, SECRET, code(now), keys=KEYS, now=now)
    return person


async def second(person: UUID, digits: str, *, now: datetime = NOW) -> object:
    return await sign_in_second_step(person, digits, keys=KEYS, now=now)


async def test_the_code_is_asked_for_after_the_password(db: StoreEngine):
    person = await protected()

    first = await sign_in(person.name, PASSWORD, keys=KEYS, now=NOW)

    assert first == SecondFactorNeeded(person.id)
    assert isinstance(await second(person.id, code(NOW)), Begun)


async def test_a_code_works_once(db: StoreEngine):
    person = await protected()
    await second(person.id, code(NOW))

    again = await second(person.id, code(NOW), now=NOW + timedelta(seconds=3))

    assert again == WrongSecondFactor(person.id)


async def test_an_older_code_than_the_last_is_refused(db: StoreEngine):
    person = await protected()
    await second(person.id, code(NOW))

    earlier = await second(person.id, code(NOW - STEP))

    assert earlier == WrongSecondFactor(person.id)


@pytest.mark.parametrize("drift", [-1, 0, 1])
async def test_a_clock_may_be_half_a_minute_off(db: StoreEngine, drift: int):
    person = await protected()

    assert isinstance(await second(person.id, code(NOW + drift * STEP)), Begun)


@pytest.mark.parametrize("drift", [-2, 2])
def test_a_clock_may_not_be_a_minute_off(drift: int):
    assert matching_step(SECRET, code(NOW + drift * STEP), after=0, now=NOW) is None


@pytest.mark.parametrize("digits", ["", "000000", "abc", "１２３４５６", "1" * 500])
async def test_anything_else_is_refused_and_recorded(db: StoreEngine, digits: str):
    person = await protected()

    assert await second(person.id, digits) == WrongSecondFactor(person.id)
    refused = await entries(Filter(acts=frozenset({Act.SIGN_IN_REFUSED})))
    assert [entry.subject for entry in refused] == [person.id]


async def test_blanks_in_a_code_do_not_matter(db: StoreEngine):
    person = await protected()
    digits = code(NOW)

    assert isinstance(await second(person.id, f" {digits[:3]} {digits[3:]}"), Begun)


async def test_a_closed_account_does_not_open_by_its_code(db: StoreEngine):
    person = await protected()
    await Person.update({Person.closed: True}).where(Person.id == person.id)

    assert await second(person.id, code(NOW)) == WrongPassword()


@pytest.mark.parametrize("secret", ["", "not base32!", SECRET[:16], SECRET.lower()])
async def test_an_unusable_secret_is_refused(db: StoreEngine, secret: str):
    person = await make_person()

    with pytest.raises(Unusable, match="second_factor_wrong"):
        await set_second_factor(person.id, secret, "123456", keys=KEYS, now=NOW)


async def test_nothing_is_asked_for_before_a_code_was_right(db: StoreEngine):
    person = await make_person()

    with pytest.raises(Unusable, match="second_factor_wrong"):
        await set_second_factor(person.id, SECRET, "000000", keys=KEYS, now=NOW)

    assert not (await account(person.id)).second_factor


async def test_the_code_that_set_it_up_does_not_sign_in(db: StoreEngine):
    person = await protected(now=NOW)

    assert await second(person.id, code(NOW)) == WrongSecondFactor(person.id)


async def test_the_secret_is_sealed_with_the_operators_own(db: StoreEngine):
    person = await protected()

    row = await Person.select(Person.second_factor).where(Person.id == person.id)
    elsewhere = await sign_in_second_step(
        person.id, code(NOW), keys=Keys("another operator's secret, long"), now=NOW
    )

    assert SECRET not in row[0]["second_factor"]
    assert elsewhere == WrongSecondFactor(person.id)


async def test_without_it_the_password_is_enough_again(db: StoreEngine):
    person = await protected()

    for _ in range(2):
        await remove_second_factor(person.id, by=COMMAND, now=NOW)

    assert isinstance(await sign_in(person.name, PASSWORD, keys=KEYS, now=NOW), Begun)
    assert len(await entries(Filter(acts=frozenset({Act.SECOND_FACTOR_REMOVED})))) == 1


async def test_a_reset_by_the_administration_takes_it_away(db: StoreEngine):
    person = await protected()

    new = await reset_password(person.id, by=COMMAND, now=NOW)

    assert isinstance(await sign_in(person.name, new, keys=KEYS, now=NOW), Begun)


def test_authenticators_learn_whose_secret_it_is():
    address = provisioning_address(new_secret(), name="Ayşe Öz", issuer="LIP Stadt")

    assert address.startswith("otpauth://totp/LIP%20Stadt:Ay%C5%9Fe%20%C3%96z?secret=")


def test_every_secret_is_another():
    assert new_secret() != new_secret()
