"""Parties as tests register them, by the real action."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.guest import Guest
from lip.database import fetch
from lip.journal.rules.entries import Actor, ActorKind
from lip.registration.actions.register_party import register_party
from lip.registration.queries.forms import form_of
from lip.registration.rules.registering import Entrant, Outcome, PartyWish
from lip.registration.tables import Group, RegistrationForm
from lip.said import Said
from tests.factories import KEYS

SHE = Actor(ActorKind.PARTICIPANT)
NOW = datetime(2026, 11, 1, 9, tzinfo=UTC)


async def make_form(conference: ConferenceFacts, **settings) -> None:
    await RegistrationForm.insert(
        RegistrationForm(conference=conference.id, changed_at=NOW, **settings)
    )


async def make_group(conference: ConferenceFacts, name="Verwaltung", **said) -> UUID:
    group = uuid4()
    row = Group(
        id=group, conference=conference.id, name=Said.of(de=name).dump(), **said
    )
    await Group.insert(row)
    return group


def wish_of(*names: str, **wish) -> PartyWish:
    people = tuple(
        Entrant(guest=Guest(given_name=name), sessions=wish.get("sessions", ()))
        for name in names
    )
    others = {key: value for key, value in wish.items() if key != "sessions"}
    return PartyWish(**({"request": uuid4(), "people": people} | others))


async def registered(
    conference: ConferenceFacts, *names: str, now: datetime = NOW, **wish
) -> Outcome:
    """Register people who know that they may have to wait, unless told otherwise."""
    form = await form_of(conference)
    assert form is not None
    return await register_party(
        wish_of(*names, **({"may_wait": True} | wish)),
        conference=conference,
        form=form,
        keys=KEYS,
        by=SHE,
        now=now,
    )


async def standings(conference: ConferenceFacts) -> dict[str, str]:
    rows = await fetch(
        "SELECT given_name, cancelled_at, waiting_since FROM participant "
        "WHERE conference = ? ORDER BY number",
        conference.id,
    )
    return {
        row["given_name"]: "gone"
        if row["cancelled_at"]
        else "waits"
        if row["waiting_since"]
        else "has"
        for row in rows
    }
