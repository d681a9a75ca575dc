"""Roles: who may what, and what happens when that changes."""

import asyncio
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from lip.accounts.actions.grant_role import close_account, grant_role, withdraw_role
from lip.accounts.actions.sessions import Begun
from lip.accounts.actions.sign_in import sign_in
from lip.accounts.queries import accounts, grants_of, identities_of
from lip.accounts.rules.roles import RIGHTS, Grant, Right, Role, may
from lip.database import StoreEngine
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from tests.factories import KEYS, PASSWORD, make_person
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("right", Right)
def test_a_grant_for_one_conference_opens_only_that_one(role: Role, right: Right):
    grants = [Grant(role, "eins")]

    expected = right in RIGHTS[role]

    assert may(grants, right, scope="eins") is expected
    assert may(grants, right, scope=None) is expected
    assert not may(grants, right, scope="zwei")
    assert not may(grants, right, scope="")


@pytest.mark.parametrize("role", Role)
def test_a_grant_for_everything_opens_every_conference(role: Role):
    for right in RIGHTS[role]:
        assert may([Grant(role)], right, scope="zwei")
        assert may([Grant(role)], right, scope="")


def test_only_administrators_manage_accounts():
    able = {role for role in Role if Right.MANAGE_ACCOUNTS in RIGHTS[role]}

    assert able == {Role.ADMINISTRATOR}


def test_helpers_keep_the_door_and_nothing_else():
    assert RIGHTS[Role.DOOR_HELPER] == {Right.KEEP_THE_DOOR}


async def _signed_in(name: str) -> str:
    result = await sign_in(name, PASSWORD, keys=KEYS, now=NOW)
    assert isinstance(result, Begun)
    return KEYS.seal("session", result.token)


async def test_granting_a_role_ends_sessions_and_is_recorded_once(db: StoreEngine):
    person = await make_person(now=NOW)
    session = await _signed_in(person.name)
    grant = Grant(Role.ORGANISER, "eins")

    await grant_role(person.id, grant, by=COMMAND, now=NOW)
    await grant_role(person.id, grant, by=COMMAND, now=NOW)

    assert (await identities_of([(session, NOW)]))[0] is None
    assert await grants_of(person.id) == (grant,)
    (entry,) = await entries(Filter(acts=frozenset({Act.ROLE_GRANTED})))
    assert (entry.subject, entry.scope) == (person.id, "eins")
    assert entry.facts == {"role": "organiser"}


async def test_granting_again_does_not_sign_anyone_out(db: StoreEngine):
    person = await make_person(Role.EDITOR, now=NOW)
    session = await _signed_in(person.name)

    await grant_role(person.id, Grant(Role.EDITOR), by=COMMAND, now=NOW)

    assert (await identities_of([(session, NOW)]))[0] is not None


async def test_withdrawing_a_role_ends_sessions(db: StoreEngine):
    person = await make_person(Role.ORGANISER, "eins", now=NOW)
    session = await _signed_in(person.name)

    await withdraw_role(person.id, Grant(Role.ORGANISER, "eins"), by=COMMAND, now=NOW)

    assert (await identities_of([(session, NOW)]))[0] is None
    assert await grants_of(person.id) == ()


async def test_withdrawing_what_nobody_gave_changes_nothing(db: StoreEngine):
    person = await make_person(Role.ORGANISER, "eins", now=NOW)
    session = await _signed_in(person.name)

    await withdraw_role(person.id, Grant(Role.ORGANISER, "zwei"), by=COMMAND, now=NOW)

    assert (await identities_of([(session, NOW)]))[0] is not None
    assert not await entries(Filter(acts=frozenset({Act.ROLE_WITHDRAWN})))


async def test_the_last_administrator_stays(db: StoreEngine):
    last = await make_person(Role.ADMINISTRATOR)
    closed = await make_person(Role.ADMINISTRATOR)
    await close_account(closed.id, by=COMMAND, now=NOW)

    with pytest.raises(Conflict, match="last_administrator"):
        await withdraw_role(last.id, Grant(Role.ADMINISTRATOR), by=COMMAND, now=NOW)
    with pytest.raises(Conflict, match="last_administrator"):
        await close_account(last.id, by=COMMAND, now=NOW)

    assert await grants_of(last.id) == (Grant(Role.ADMINISTRATOR),)


async def test_one_of_two_administrators_may_leave(db: StoreEngine):
    await make_person(Role.ADMINISTRATOR)
    other = await make_person(Role.ADMINISTRATOR)

    await withdraw_role(other.id, Grant(Role.ADMINISTRATOR), by=COMMAND, now=NOW)

    assert await grants_of(other.id) == ()


async def test_two_administrators_cannot_leave_in_the_same_moment(
    committed_db: StoreEngine,
):
    people = [await make_person(Role.ADMINISTRATOR) for _ in range(2)]

    results = await asyncio.gather(
        withdraw_role(people[0].id, Grant(Role.ADMINISTRATOR), by=COMMAND, now=NOW),
        close_account(people[1].id, by=COMMAND, now=NOW),
        return_exceptions=True,
    )

    assert sorted(type(one).__name__ for one in results) == ["Conflict", "NoneType"]


async def test_the_same_role_given_twice_at_once_is_given_once(
    committed_db: StoreEngine,
):
    person = await make_person()
    grant = Grant(Role.ORGANISER, "eins")

    await asyncio.gather(
        *(grant_role(person.id, grant, by=COMMAND, now=NOW) for _ in range(4))
    )

    assert len(await entries(Filter(acts=frozenset({Act.ROLE_GRANTED})))) == 1


async def test_administration_is_never_for_one_conference(db: StoreEngine):
    person = await make_person()

    with pytest.raises(Unusable, match="role_is_for_everything"):
        await grant_role(
            person.id, Grant(Role.ADMINISTRATOR, "eins"), by=COMMAND, now=NOW
        )


async def test_nobody_gives_a_role_to_nobody(db: StoreEngine):
    with pytest.raises(NotFound, match="unknown_account"):
        await grant_role(uuid4(), Grant(Role.EDITOR), by=COMMAND, now=NOW)


async def test_listing_accounts_costs_two_queries_however_many(db: StoreEngine):
    for _ in range(5):
        await make_person(Role.ORGANISER, "eins")

    with counted_queries() as seen:
        listed = await accounts()

    assert len(listed) == 5
    assert all(one.grants == (Grant(Role.ORGANISER, "eins"),) for one in listed)
    assert len(seen) == 2


async def test_no_session_keeps_a_role_that_is_withdrawn_in_the_same_moment(
    committed_db: StoreEngine,
):
    grant = Grant(Role.ORGANISER, "eins")
    people = [await make_person(grant.role, grant.scope, now=NOW) for _ in range(6)]

    results = await asyncio.gather(
        *(sign_in(one.name, PASSWORD, keys=KEYS, now=NOW) for one in people),
        *(withdraw_role(one.id, grant, by=COMMAND, now=NOW) for one in people),
    )

    begun = [one for one in results if isinstance(one, Begun)]
    found = [
        (await identities_of([(KEYS.seal("session", one.token), NOW)]))[0]
        for one in begun
    ]
    assert [one.grants for one in found if one is not None and one.grants] == []
