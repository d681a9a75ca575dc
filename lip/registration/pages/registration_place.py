"""What the pages of registering stand on: the form, its places, its sessions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from litestar.di import NamedDependency
from litestar.params import FromPath

from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.stages import Stage
from lip.errors import NotFound
from lip.programme.queries.pages import page_of
from lip.programme.queries.sessions import programme_of
from lip.programme.rules.public_page import titles_of
from lip.registration.documents.notice import Contact, picked
from lip.registration.pages.field_views import Programme
from lip.registration.queries.forms import form_of
from lip.registration.queries.places import (
    seats_of,
    sessions_with_seats,
    waiting_list,
)
from lip.registration.rules.asking import Opening, opening
from lip.registration.rules.forms import SESSIONS, FormFacts
from lip.registration.rules.places import Seats, Waiting, moving_up
from lip.said import Said, Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """A conference, and whether and how people can register for it."""

    conference: ConferenceFacts
    titles: Said
    contact: Contact
    opening: Opening
    form: FormFacts | None
    seats: Seats = field(default_factory=Seats)
    queue: Sequence[Waiting] = ()

    @property
    def title(self) -> Spoken:
        """Give the title in the language of the page."""
        return picked(self.titles, self.conference)

    def open_to(self, group: UUID | None) -> int | None:
        """Count the places for somebody who comes now; who waits goes first."""
        one = Waiting(people=(uuid4(),), group=group)
        if one in moving_up([*self.queue, one], self.seats):
            return self.seats.open_to(group)
        return 0


async def provide_registration(
    key: FromPath[str], now: NamedDependency[datetime]
) -> Registration:
    """Find what people need to register; drafts are there for nobody yet."""
    conference = await conference_by_key(key)
    if conference.stage is Stage.DRAFT:
        raise NotFound("unknown_conference", key=key)
    form = await form_of(conference)
    stored = (await page_of(conference.id)).page
    is_open = opening(form, conference.stage, conference.days, now=now)
    taking = is_open is Opening.OPEN
    return Registration(
        conference=conference,
        titles=titles_of(conference.title, conference.language, stored),
        contact=Contact(
            organiser=conference.organiser,
            address=stored.organiser_address,
            represented_by=stored.organiser_represented_by,
            email=stored.contact_email,
            phone=stored.contact_phone,
        ),
        opening=is_open,
        form=form,
        seats=await seats_of(conference) if taking else Seats(),
        queue=await waiting_list(conference) if taking else (),
    )


async def programme_for(place: Registration, *, now: datetime) -> Programme:
    """Read the sessions that people can still sign up for, where the form asks."""
    form = place.form
    if form is None or not any(one.target == SESSIONS for one in form.fields):
        return Programme()
    sessions = [
        one
        for one in await programme_of(place.conference.id)
        if one.sign_up and not one.called_off and now < one.starts_at
    ]
    seats = await sessions_with_seats(place.conference) if sessions else {}
    return Programme(sessions=sessions, seats=seats, waiting_list=form.waiting_list)
