"""Grant and withdraw roles, close and open accounts."""

from datetime import datetime
from uuid import UUID, uuid4

from lip.accounts.actions.locks import lock_account, refuse_without_administrator
from lip.accounts.actions.sessions import end_sessions_of
from lip.accounts.queries import grants_of
from lip.accounts.rules.roles import GLOBAL_ONLY, Grant, Role
from lip.accounts.tables import Person, RoleGrant
from lip.database import transaction
from lip.errors import Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry


async def grant_role(person: UUID, grant: Grant, *, by: Actor, now: datetime) -> None:
    """Grant a role; granting it twice changes nothing."""
    if grant.role in GLOBAL_ONLY and grant.scope:
        raise Unusable("role_is_for_everything")
    async with transaction():
        await lock_account(person)
        if grant in await grants_of(person):
            return
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
            await refuse_without_administrator(person)
        await lock_account(person)
        withdrawn = (
            await RoleGrant
            .delete()
            .where(
                (RoleGrant.person == person)
                & (RoleGrant.role == grant.role.value)
                & (RoleGrant.scope == grant.scope)
            )
            .returning(RoleGrant.id)
        )
        if not withdrawn:
            return
        await end_sessions_of([person])
        await record(_entry(Act.ROLE_WITHDRAWN, person, grant, by=by, now=now))


async def close_account(person: UUID, *, by: Actor, now: datetime) -> None:
    """Close an account: nobody can sign in with it any more."""
    async with transaction():
        await refuse_without_administrator(person)
        if (await lock_account(person)).closed:
            return
        await Person.update({Person.closed: True, Person.closed_at: now}).where(
            Person.id == person
        )
        await end_sessions_of([person])
        await record(Entry(at=now, by=by, act=Act.ACCOUNT_CLOSED, subject=person))


async def open_account(person: UUID, *, by: Actor, now: datetime) -> None:
    """Open a closed account again."""
    async with transaction():
        if not (await lock_account(person)).closed:
            return
        await Person.update({Person.closed: False, Person.closed_at: None}).where(
            Person.id == person
        )
        await record(Entry(at=now, by=by, act=Act.ACCOUNT_OPENED, subject=person))


def _entry(act: Act, person: UUID, grant: Grant, *, by: Actor, now: datetime) -> Entry:
    return Entry(
        at=now,
        by=by,
        act=act,
        subject=person,
        scope=grant.scope,
        facts={"role": grant.role.value},
    )
