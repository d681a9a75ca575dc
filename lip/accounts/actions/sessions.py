"""Begin and end sessions; every other action that changes rights calls in here."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from lip.accounts.queries import grants_text
from lip.accounts.rules.identity import SessionKind
from lip.accounts.rules.roles import Grant
from lip.accounts.tables import Session
from lip.keys import Keys

SESSION_LASTS: Final = timedelta(hours=12)


def fresh_token() -> str:
    """Make a token that nobody could choose beforehand."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A session that has just begun; `token` is shown to its holder only."""

    id: UUID
    token: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Whom a session is for: a person, or the bearer of a link or token."""

    kind: SessionKind
    label: str
    grants: tuple[Grant, ...]
    person: UUID | None = None
    granted_by: UUID | None = None


async def begin_session(
    holder: Holder, token: str, *, until: datetime, keys: Keys, now: datetime
) -> Begun:
    """Begin a session under a fresh token."""
    await Session.delete().where(Session.expires_at <= now)
    row = Session(
        id=uuid4(),
        sealed_token=keys.seal("session", token),
        kind=holder.kind.value,
        person=holder.person,
        granted_by=holder.granted_by,
        label=holder.label,
        grants=grants_text(holder.grants),
        started_at=now,
        expires_at=until,
    )
    await row.save()
    return Begun(id=row.id, token=token, until=until)


async def end_session(session: UUID) -> None:
    """End one session."""
    await Session.delete().where(Session.id == session)


async def end_sessions_of(people: Iterable[UUID]) -> None:
    """End all sessions of people whose rights or passwords have changed."""
    await Session.delete().where(Session.person.is_in(list(people)))
