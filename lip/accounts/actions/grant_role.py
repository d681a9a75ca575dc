"""Grant and withdraw roles, close and open accounts."""

from datetime import datetime
from uuid import UUID, uuid4

from lip.accounts.actions.sessions import end_sessions_of
from lip.accounts.queries import account
from lip.accounts.rules.roles import GLOBAL_ONLY, Grant, Role
from lip.accounts.tables import Person, RoleGrant
from lip.database import transaction
from lip.errors import Conflict, Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry


async def grant_role(person: UUID, grant: Grant, *, by: Actor, now: datetime) -> None:
    """Grant a role; granting it twice changes nothing."""
    if grant.role in GLOBAL_ONLY and grant.scope:
        raise Unusable("role_is_for_everything")
    if grant in (await account(person)).grants:
        return
    async with transaction():
        await RoleGrant(
            id=uuid4(), person=person, role=grant.role.value, scope=grant.scope
        ).save()
        await end_sessions_of([person])
        await record(_entry(Act.ROLE_GRANTED, person, grant, by=by, now=now))


async def withdraw_role(
    person: UUID, grant: Grant, *, by: Actor, now: datetime
) -> None:
    """Withdraw a role; the last administrator keeps hers."""
    async with transaction():
        if grant.role is Role.ADMINISTRATOR:
            await _refuse_without_administrator(person)
        await RoleGrant.delete().where(
            (RoleGrant.person == person)
            & (RoleGrant.role == grant.role.value)
            & (RoleGrant.scope == grant.scope)
        )
        await end_sessions_of([person])
        await record(_entry(Act.ROLE_WITHDRAWN, person, grant, by=by, now=now))


async def close_account(person: UUID, *, by: Actor, now: datetime) -> None:
    """Close an account: nobody can sign in with it any more."""
    async with transaction():
        await _refuse_without_administrator(person)
        await Person.update({Person.closed: True}).where(Person.id == person)
        await end_sessions_of([person])
        await record(Entry(at=now, by=by, act=Act.ACCOUNT_CLOSED, subject=person))


async def open_account(person: UUID, *, by: Actor, now: datetime) -> None:
    """Open a closed account again."""
    async with transaction():
        await Person.update({Person.closed: False}).where(Person.id == person)
        await record(Entry(at=now, by=by, act=Act.ACCOUNT_OPENED, subject=person))


async def _refuse_without_administrator(person: UUID) -> None:
    others = await RoleGrant.count().where(
        (RoleGrant.role == Role.ADMINISTRATOR.value)
        & (RoleGrant.person != person)
        & (RoleGrant.person.closed.eq(False))
    )
    held = await RoleGrant.count().where(
        (RoleGrant.role == Role.ADMINISTRATOR.value) & (RoleGrant.person == person)
    )
    if held and not others:
        raise Conflict("last_administrator")


def _entry(act: Act, person: UUID, grant: Grant, *, by: Actor, now: datetime) -> Entry:
    return Entry(
        at=now,
        by=by,
        act=act,
        subject=person,
        scope=grant.scope,
        facts={"role": grant.role.value},
    )
