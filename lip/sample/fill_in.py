"""Fill a database with the sample conference; doing it again changes nothing."""

import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid5
from zoneinfo import ZoneInfo

from lip.accounts.actions.create_account import create_account
from lip.accounts.actions.grant_role import grant_role
from lip.accounts.actions.passes import PassWish, make_link
from lip.accounts.queries import account_named
from lip.accounts.rules.roles import Grant, Role
from lip.conference.actions.announce import (
    Announcement,
    announce,
    change_conference,
    day_between,
)
from lip.conference.actions.check_in import check_in_all, order
from lip.conference.actions.register import add_participants, ticket_code
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.admission import Doors
from lip.database import transaction
from lip.errors import NotFound
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND, Entry
from lip.keys import Keys
from lip.sample.associations import fill_in_associations
from lip.sample.attendance import fill_in_attendance
from lip.sample.board import fill_in_board
from lip.sample.candidates import fill_in_candidates
from lip.sample.city import fill_in_city
from lip.sample.discussion import fill_in_discussion
from lip.sample.elections import fill_in_elections
from lip.sample.fields import fill_in_fields
from lip.sample.invitations import fill_in_invitations
from lip.sample.letters import fill_in_letters
from lip.sample.people import sample_guests
from lip.sample.programme import fill_in_programme
from lip.sample.proposals import fill_in_proposals
from lip.sample.public_page import fill_in_page
from lip.sample.registration import fill_in_registration
from lip.sample.retention import fill_in_retention
from lip.sample.two_rounds import fill_in_two_rounds
from lip.sample.voting import fill_in_voting

KEY: Final = "demo"
PEOPLE: Final = 200
ARRIVED: Final = 23
ZONE: Final = ZoneInfo("Europe/Berlin")

ACCOUNTS: Final[Mapping[Role, tuple[str, str]]] = {
    Role.ADMINISTRATOR: ("admin", "Katrin Beispiel"),
    Role.ORGANISER: ("organisation", "Ayşe Muster"),
    Role.DOOR_HELPER: ("einlass", "Jonas Probe"),
    Role.MODERATOR: ("moderation", "Sabine Vorlage"),
    Role.EDITOR: ("redaktion", "Oksana Entwurf"),
    Role.ELECTION_BOARD: ("wahlvorstand", "Mehmet Zähler"),
}
SECOND_OFFICER: Final = ("wahlvorstand2", "Olena Beisitz")
"""No election ends by one officer alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """A login of the sample, to be printed."""

    role: Role
    name: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What the sample offers: logins, and a link for a helper's phone."""

    logins: Sequence[Login]
    link_token: str


async def fill_in(
    *, keys: Keys, now: datetime, progress: Callable[[int], None] = lambda _: None
) -> Sample:
    """Fill in what is missing: the conference today, its guests, a login per role."""
    conference = await _conference(now)
    if conference is None:
        conference = await _new_conference(keys=keys, now=now, progress=progress)
    await fill_in_page(conference, now=now)
    await fill_in_programme(conference, now=now)
    await fill_in_attendance(conference, keys=keys, now=now)
    progress(PEOPLE)
    logins = [
        await _login(role, *names, keys=keys, now=now)
        for role, names in ACCOUNTS.items()
    ]
    logins.append(
        await _login(Role.ELECTION_BOARD, *SECOND_OFFICER, keys=keys, now=now)
    )
    officers = [(await account_named(login.name)).id for login in logins[-2:]]
    await fill_in_elections(conference, officers, keys=keys, now=now)
    await fill_in_candidates(conference, keys=keys, now=now)
    await fill_in_associations(conference, now=now)
    await fill_in_two_rounds(conference, officers, keys=keys, now=now)
    await fill_in_city(conference, now=now)
    doors = conference.doors(now)
    assert doors is not None, "the sample's doors are open today"
    wish = PassWish(label="Tisch 2", scope=KEY, until=doors.close)
    link = await make_link(wish, keys=keys, by=COMMAND, now=now)
    return Sample(logins=logins, link_token=link.token)


async def _conference(now: datetime) -> ConferenceFacts | None:
    """Find the sample conference; one of an earlier day is moved to today."""
    try:
        conference = await conference_by_key(KEY)
    except NotFound:
        return None
    if not any(now in doors for doors in conference.days):
        await change_conference(KEY, _announcement(now), by=COMMAND, now=now)
    return await conference_by_key(KEY)


async def _new_conference(
    *, keys: Keys, now: datetime, progress: Callable[[int], None]
) -> ConferenceFacts:
    async with transaction():
        await announce(KEY, _announcement(now), by=COMMAND, now=now)
        conference = await conference_by_key(KEY)
        guests = [
            (guest, uuid5(conference.id, f"sample {place}"))
            for place, guest in enumerate(sample_guests(PEOPLE))
        ]
        rows = await add_participants(guests, conference=conference, keys=keys, now=now)
        await record(
            Entry(
                at=now,
                by=COMMAND,
                act=Act.SAMPLE_FILLED_IN,
                subject=conference.id,
                scope=KEY,
                facts={"participants": len(rows)},
            )
        )
    progress(PEOPLE // 2)
    orders = [
        order(
            ticket_code(row.id, 1, keys=keys),
            conference=KEY,
            desk=f"Tisch {place % 2 + 1}",
            by=COMMAND,
            now=now - timedelta(minutes=ARRIVED - place),
            keys=keys,
        )
        for place, row in enumerate(rows[: ARRIVED * 3 : 3])
    ]
    await check_in_all(orders)
    here = [row.id for row in rows[: ARRIVED * 3 : 3]]
    fields = await fill_in_fields(now=now)
    await fill_in_proposals(conference, here, fields, keys=keys, now=now)
    await fill_in_discussion(conference, here, now=now)
    await fill_in_board(conference, now=now)
    await fill_in_voting(conference, keys=keys, now=now)
    await fill_in_letters(conference, now=now)
    await fill_in_registration(conference, keys=keys, now=now)
    await fill_in_retention(conference, now=now)
    await fill_in_invitations(conference, keys=keys, now=now)
    return conference


def _announcement(now: datetime) -> Announcement:
    hour = now.astimezone(ZONE).replace(minute=0, second=0, microsecond=0)
    doors: Doors = day_between(
        hour - timedelta(hours=1), hour + timedelta(hours=11), ZONE
    )
    return Announcement(
        title="Migrationskonferenz 2026",
        days=[replace(doors, day=now.astimezone(ZONE).date())],
        place="Neues Rathaus, Mosaiksaal",
        organiser="Netzwerk der Migrantenorganisationen Musterstadt e. V.",
        hand_out="Programmheft",
    )


async def _login(
    role: Role, name: str, display_name: str, *, keys: Keys, now: datetime
) -> Login:
    password = _password(name, keys)
    try:
        await account_named(name)
    except NotFound:
        person = await create_account(
            name=name, display_name=display_name, password=password, by=COMMAND, now=now
        )
        scope = KEY if role is Role.DOOR_HELPER else ""
        await grant_role(person, Grant(role, scope), by=COMMAND, now=now)
    return Login(role=role, name=name, password=password)


def _password(name: str, keys: Keys) -> str:
    """Derive the password, so that the next `lip demo` prints the same one."""
    digits = hmac.digest(keys.part("sample"), name.encode(), "sha256").hex()
    return "-".join(digits[start : start + 4] for start in range(0, 16, 4))
