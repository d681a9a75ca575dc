"""Sign in by password, with a second factor where one is set, and sign out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.accounts.actions.locks import lock_account
from lip.accounts.actions.second_factor import use_second_factor
from lip.accounts.actions.sessions import (
    SESSION_LASTS,
    Begun,
    Holder,
    begin_session,
    end_session,
    fresh_token,
)
from lip.accounts.passwords import password_fits
from lip.accounts.queries import folded, grants_of
from lip.accounts.rules.identity import Identity, SessionKind
from lip.accounts.tables import Person
from lip.database import transaction
from lip.journal.actions.note_of import note_of
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import SYSTEM, Actor, ActorKind, Entry
from lip.keys import Keys


@dataclass(frozen=True, slots=True)
class WrongPassword:
    """Name or password is wrong; which of the two is not said."""


@dataclass(frozen=True, slots=True)
class SecondFactorNeeded:
    """The password is right; now the code of the authenticator is asked for."""

    person: UUID


@dataclass(frozen=True, slots=True)
class WrongSecondFactor:
    """The code is wrong, or was used before."""

    person: UUID


SignIn = Begun | WrongPassword | SecondFactorNeeded | WrongSecondFactor


async def sign_in(name: str, password: str, *, keys: Keys, now: datetime) -> SignIn:
    """Check name and password, and begin a session or ask for the second factor."""
    person = await Person.objects().where(Person.folded_name == folded(name)).first()
    hashed = "" if person is None or person.closed else person.password
    if not await password_fits(hashed, password) or person is None:
        await _record_refusal(None if person is None else person.id, now=now)
        return WrongPassword()
    if person.second_factor:
        return SecondFactorNeeded(person.id)
    return await _begin(person, keys=keys, now=now)


async def sign_in_second_step(
    person: UUID, code: str, *, keys: Keys, now: datetime
) -> SignIn:
    """Check the code of the authenticator and begin the session."""
    async with transaction():
        row = await lock_account(person)
        if row.closed:
            return WrongPassword()
        if await use_second_factor(row, code, keys=keys, now=now):
            return await _begin(row, keys=keys, now=now)
    await _record_refusal(person, now=now)
    return WrongSecondFactor(person)


async def sign_out(identity: Identity, *, now: datetime) -> None:
    """End this session; for a helper's link, that is the end of the link as well."""
    scope = "" if identity.person else identity.grants[0].scope
    async with transaction():
        await end_session(identity.session)
        await note_of(
            Act.SIGNED_OUT,
            identity.person or identity.granted_by,
            scope,
            by=identity.actor,
            now=now,
        )


async def _begin(person: Person, *, keys: Keys, now: datetime) -> SignIn:
    by = Actor(ActorKind.PERSON, person.id)
    async with transaction():
        row = await lock_account(person.id)
        if row.closed or row.password != person.password:
            return WrongPassword()  # it changed while we looked
        holder = Holder(
            kind=SessionKind.PASSWORD,
            person=row.id,
            label=row.display_name,
            grants=await grants_of(row.id),
        )
        begun = await begin_session(
            holder, fresh_token(), until=now + SESSION_LASTS, keys=keys, now=now
        )
        await record(Entry(at=now, by=by, act=Act.SIGNED_IN, subject=row.id))
    return begun


async def _record_refusal(person: UUID | None, *, now: datetime) -> None:
    await record(Entry(at=now, by=SYSTEM, act=Act.SIGN_IN_REFUSED, subject=person))
