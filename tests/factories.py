"""Make people, conferences and guests by the real actions, as tests need them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from lip.accounts.actions.create_account import create_account
from lip.accounts.actions.grant_role import grant_role
from lip.accounts.actions.passes import MadePass, PassWish, make_link, make_token
from lip.accounts.rules.roles import Grant, Role
from lip.conference.actions.announce import Announcement, announce
from lip.conference.actions.register import register, ticket_code
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.admission import Doors
from lip.conference.rules.guest import Guest
from lip.journal.rules.entries import COMMAND
from lip.keys import Keys

SECRET = "only tests know it, and it is long enough"
KEYS = Keys(SECRET)
PASSWORD = "vier ruhige Worte am Morgen"
BERLIN = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePerson:
    """An account, and how to sign in with it."""

    id: UUID
    name: str
    password: str = PASSWORD


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeParticipant:
    """A guest, and the code of the ticket."""

    id: UUID
    code: str


def clock() -> datetime:
    """Pages read the real clock, so what they meet is made by it as well."""
    return datetime.now(UTC)


async def make_person(
    role: Role | None = None,
    scope: str = "",
    *,
    name: str = "",
    display_name: str = "Mina Muster",
    password: str = PASSWORD,
    now: datetime | None = None,
) -> MadePerson:
    now = now or clock()
    name = name or f"konto-{uuid4().hex[:8]}"
    person = await create_account(
        name=name, display_name=display_name, password=password, by=COMMAND, now=now
    )
    if role is not None:
        await grant_role(person, Grant(role, scope), by=COMMAND, now=now)
    return MadePerson(id=person, name=name, password=password)


def whole_days(first: datetime, many: int = 1) -> tuple[Doors, ...]:
    """Doors open from midnight to midnight, beginning with the day of a moment."""
    days = [first.astimezone(BERLIN).date() + timedelta(days=n) for n in range(many)]
    return tuple(
        Doors(
            day=day,
            open=datetime.combine(day, time.min, BERLIN).astimezone(UTC),
            close=datetime.combine(day, time(23, 59, 59), BERLIN).astimezone(UTC),
        )
        for day in days
    )


async def make_conference(
    key: str = "konferenz",
    *,
    title: str = "Konferenz der Vielfalt",
    days: Sequence[Doors] | None = None,
    now: datetime | None = None,
    **said: Any,
) -> ConferenceFacts:
    """Announce a conference; unless told otherwise its doors are open all day long."""
    now = now or clock()
    announcement = Announcement(title=title, days=days or whole_days(now), **said)
    await announce(key, announcement, by=COMMAND, now=now)
    return await conference_by_key(key)


async def make_participant(
    conference: ConferenceFacts, *, now: datetime | None = None, **guest: Any
) -> MadeParticipant:
    """Register a guest; `guest` are fields of `Guest`."""
    one = Guest(**({"given_name": "Ada", "family_name": "Yıldız"} | guest))
    participant = await register(
        one, conference=conference, keys=KEYS, by=COMMAND, now=now or clock()
    )
    return MadeParticipant(id=participant, code=ticket_code(participant, 1, keys=KEYS))


async def make_helper_link(
    scope: str,
    *,
    label: str = "Tür 1",
    role: Role = Role.DOOR_HELPER,
    now: datetime | None = None,
) -> MadePass:
    now = now or clock()
    until = now + timedelta(hours=8)
    wish = PassWish(label=label, scope=scope, until=until, role=role)
    return await make_link(wish, keys=KEYS, by=COMMAND, now=now)


async def make_scanner_token(
    scope: str, *, label: str = "Scanner", now: datetime | None = None
) -> MadePass:
    now = now or clock()
    wish = PassWish(label=label, scope=scope, until=now + timedelta(hours=8))
    return await make_token(wish, keys=KEYS, by=COMMAND, now=now)
