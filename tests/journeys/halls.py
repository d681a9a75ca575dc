"""Conferences as journeys need them, made beside a running server."""

from dataclasses import dataclass

from lip.accounts.rules.roles import Role
from lip.conference.queries.printing import holder_of
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


def open_hall(server: Server, key: str, *, desks: int = 1) -> Hall:
    """Announce a conference with a few guests whose doors are open now."""

    async def make() -> Hall:
        now = clock()
        conference = await make_conference(
            key, days=whole_days(now, 2), hand_out="Programmheft"
        )
        guests = [await make_participant(conference, **guest) for guest in GUESTS]
        links = [
            await make_helper_link(key, label=f"Tisch {n + 1}") for n in range(desks)
        ]
        return Hall(
            key=key,
            guests=tuple(guests),
            links=tuple(f"/sign-in/link/{link.token}" for link in links),
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
