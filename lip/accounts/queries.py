"""Read accounts, links and sessions."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.accounts.rules.identity import Identity, SessionKind
from lip.accounts.rules.roles import Grant, Role
from lip.accounts.tables import Pass, Person, RoleGrant
from lip.database import fetch, padded
from lip.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person with an account, and the roles."""

    id: UUID
    name: str
    display_name: str
    closed: bool
    second_factor: bool
    created_at: datetime
    grants: tuple[Grant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPass:
    """A helper's link or a scanner's token, as organisers see it."""

    id: UUID
    kind: SessionKind
    label: str
    role: Role
    scope: str
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None
    withdrawn_at: datetime | None


def folded(name: str) -> str:
    """Fold a sign-in name: case and surrounding blanks never matter."""
    return " ".join(name.casefold().split())


def grants_text(grants: Iterable[Grant]) -> str:
    """Write grants as they stand in a session's row."""
    return json.dumps([[grant.role.value, grant.scope] for grant in grants])


def _grants(text: str) -> tuple[Grant, ...]:
    return tuple(Grant(Role(role), scope) for role, scope in json.loads(text))


async def identities_of(
    knocks: Sequence[tuple[str, datetime]],
) -> Sequence[Identity | None]:
    """
    Find who is behind cookies or tokens at their moments, in one query for a crowd.

    None stands for a session that has ended or never was.
    """
    wanted = padded(sorted({sealed_token for sealed_token, _ in knocks}))
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        "SELECT sealed_token, id, kind, person, granted_by, "  # noqa: S608 - marks only
        "label, grants, expires_at "
        f"FROM session WHERE sealed_token IN ({marks})",
        *wanted,
    )
    sessions = {row["sealed_token"]: _identity(row) for row in rows}
    found = [(sessions.get(sealed_token), now) for sealed_token, now in knocks]
    return [one if one and one.until > now else None for one, now in found]


def _identity(row: Mapping[str, Any]) -> Identity:
    return Identity(
        session=row["id"],
        kind=SessionKind(row["kind"]),
        person=row["person"],
        granted_by=row["granted_by"],
        name=row["label"],
        grants=_grants(row["grants"]),
        until=row["expires_at"],
    )


async def grants_of(person: UUID) -> tuple[Grant, ...]:
    """List the roles of a person."""
    rows = await RoleGrant.select(RoleGrant.role, RoleGrant.scope).where(
        RoleGrant.person == person
    )
    return tuple(sorted(Grant(Role(row["role"]), row["scope"]) for row in rows))


async def accounts() -> Sequence[Account]:
    """List all accounts by name, each with its roles, in two queries."""
    people = await Person.select().order_by(Person.folded_name)
    grants: dict[UUID, list[Grant]] = {}
    for row in await RoleGrant.select():
        grants.setdefault(row["person"], []).append(
            Grant(Role(row["role"]), row["scope"])
        )
    return [_account(row, grants.get(row["id"], ())) for row in people]


async def account(person: UUID) -> Account:
    """Find one account, or raise NotFound."""
    row = await Person.select().where(Person.id == person).first()
    if row is None:
        raise NotFound("unknown_account")
    return _account(row, await grants_of(person))


async def account_named(name: str) -> Account:
    """Find an account by its sign-in name, or raise NotFound."""
    row = await Person.select().where(Person.folded_name == folded(name)).first()
    if row is None:
        raise NotFound("unknown_account_name", name=name)
    return _account(row, await grants_of(row["id"]))


def _account(row: Mapping[str, Any], grants: Iterable[Grant]) -> Account:
    return Account(
        id=row["id"],
        name=row["name"],
        display_name=row["display_name"],
        closed=row["closed"],
        second_factor=bool(row["second_factor"]),
        created_at=row["created_at"],
        grants=tuple(sorted(grants)),
    )


async def names_of(actors: Iterable[UUID]) -> Mapping[UUID, str]:
    """Find the names to show for accounts and passes, in two queries."""
    wanted = list(set(actors))
    if not wanted:
        return {}
    people = await Person.select(Person.id, Person.display_name).where(
        Person.id.is_in(wanted)
    )
    passes = await Pass.select(Pass.id, Pass.label).where(Pass.id.is_in(wanted))
    names = {row["id"]: row["display_name"] for row in people}
    return names | {row["id"]: row["label"] for row in passes}


async def pass_of_token(sealed_token: str) -> IssuedPass:
    """Find a pass by the keyed hash of its token, or raise NotFound."""
    row = await Pass.select().where(Pass.sealed_token == sealed_token).first()
    if row is None:
        raise NotFound("link_unknown")
    return _pass(row)


async def passes_of(scope: str) -> Sequence[IssuedPass]:
    """List the passes of a conference, newest first."""
    rows = (
        await Pass
        .select()
        .where(Pass.scope == scope)
        .order_by(Pass.made_at, ascending=False)
        .order_by(Pass.id)
    )
    return [_pass(row) for row in rows]


def _pass(row: Mapping[str, Any]) -> IssuedPass:
    return IssuedPass(
        id=row["id"],
        kind=SessionKind(row["kind"]),
        label=row["label"],
        role=Role(row["role"]),
        scope=row["scope"],
        made_at=row["made_at"],
        expires_at=row["expires_at"],
        used_at=row["used_at"],
        withdrawn_at=row["withdrawn_at"],
    )
