"""Conferences as journeys need them, made beside a running server."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from lip.accounts.rules.roles import Role
from lip.conference.actions.cancel import cancel
from lip.conference.queries.printing import holder_of
from lip.conference.rules.admission import Doors
from lip.journal.rules.entries import COMMAND
from tests.factories import (
    KEYS,
    MadeParticipant,
    MadePerson,
    clock,
    make_conference,
    make_helper_link,
    make_participant,
    make_person,
    whole_days,
)
from tests.servers import Server, arrange

GUESTS = (
    {"given_name": "Ayşe", "family_name": "Yıldız", "organisation": "Çınar e. V."},
    {"given_name": "Jürgen", "family_name": "Großmann", "may_vote": True},
    {"given_name": "فاطمة", "family_name": "الحسن", "language": "ar"},
    {"given_name": "Оксана", "family_name": "Шевченко", "language": "uk"},
    {"given_name": "Thị Hương", "family_name": "Nguyễn"},
    {"given_name": "ሰላም", "family_name": "ገብረሂወት"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall:
    """A conference of today with guests, and links for as many desks as wanted."""

    key: str
    guests: tuple[MadeParticipant, ...]
    links: tuple[str, ...]

    @property
    def door(self) -> str:
        return f"/door/{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """A code for each outcome; `early` and `late` are scanned at doors of their own."""

    key: str
    codes: dict[str, str]
    links: dict[str, str]


def open_hall(
    server: Server,
    key: str,
    *,
    desks: int = 1,
    guests: Sequence[dict[str, Any]] = GUESTS,
) -> Hall:
    """Announce a conference with a few guests whose doors are open now."""

    async def make() -> Hall:
        now = clock()
        conference = await make_conference(
            key, days=whole_days(now, 2), hand_out="Programmheft"
        )
        made = [await make_participant(conference, **guest) for guest in guests]
        links = [
            await make_helper_link(key, label=f"Tisch {n + 1}") for n in range(desks)
        ]
        return Hall(
            key=key,
            guests=tuple(made),
            links=tuple(f"/sign-in/link/{link.token}" for link in links),
        )

    return arrange(server.url, make)


def open_every_outcome(server: Server, key: str) -> Outcomes:
    """Make a code for every outcome of a scan, with as much to say as there can be."""

    async def make() -> Outcomes:
        now = clock()
        days = whole_days(now, 2)
        conference = await make_conference(
            key, days=days, hand_out="Programmheft\nEssensmarke"
        )
        talkative = {
            "organisation": "Verband für interkulturelle Zusammenarbeit Musterstadt",
            "role": "Delegierte",
            "language": "ar",
            "interpreting": ("ar",),
            "childcare": 2,
            "may_vote": True,
            "workshop": "III",
            "note": "Bitte zum Infotisch begleiten",
        }
        shut = {"early": (1, 2), "late": (-2, -1)}
        strangers = await make_conference(f"{key}-andere")
        guests = {
            "welcome": await make_participant(conference, **talkative),
            "cancelled": await make_participant(conference, given_name="Ben"),
            "other_day": await make_participant(conference, only_on=days[1].day),
            "other_conference": await make_participant(strangers),
        }
        gone = guests["cancelled"].id
        await cancel(gone, conference=conference, by=COMMAND, now=now)
        for outcome, hours in shut.items():
            opens, closes = (now + timedelta(hours=hour) for hour in hours)
            doors = [Doors(day=days[0].day, open=opens, close=closes)]
            closed = await make_conference(f"{key}-{outcome}", days=doors)
            guests[outcome] = await make_participant(closed, given_name="Ben")
        links = {
            place: await make_helper_link(place, label="Tisch 1")
            for place in (key, *(f"{key}-{outcome}" for outcome in shut))
        }
        return Outcomes(
            key=key,
            codes={outcome: one.code for outcome, one in guests.items()},
            links={place: f"/sign-in/link/{one.token}" for place, one in links.items()},
        )

    return arrange(server.url, make)


def open_account(server: Server, role: Role, scope: str = "") -> MadePerson:
    return arrange(server.url, lambda: make_person(role, scope))


def name_behind(server: Server, code: str) -> str:
    """Find the name that belongs to a ticket's code."""

    async def find() -> str:
        found = await holder_of(KEYS.seal("code", code))
        assert found is not None, code
        person, _key = found
        return person.name

    return arrange(server.url, find)
