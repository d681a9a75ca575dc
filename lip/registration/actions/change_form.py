"""Set when a form is open, how many may come, and what stands on it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import transaction
from lip.errors import NotFound, Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.registration.actions.places_gained import fill_places
from lip.registration.queries.forms import form_of
from lip.registration.rules.forms import FormFacts
from lip.registration.rules.settings import (
    FormSettings,
    closes_too_early,
    settings_of,
)
from lip.registration.tables import RegistrationForm
from lip.said import Said


async def needed_form(conference: ConferenceFacts) -> FormFacts:
    """Find the form of a conference, or raise NotFound."""
    form = await form_of(conference)
    if form is None:
        raise NotFound("no_registration_form")
    return form


async def change_form(
    conference: ConferenceFacts, settings: FormSettings, *, by: Actor, now: datetime
) -> int:
    """Change the settings of a form; say how many people moved up by that."""
    if closes_too_early(settings):
        raise Unusable("registration_closes_too_early")
    async with transaction():
        await lock_conference(conference)
        form = await needed_form(conference)
        if settings_of(form) == settings:
            return 0
        columns = {**_columns(settings), "changed_at": now}
        here = RegistrationForm.conference == conference.id
        await RegistrationForm.update(columns).where(here)
        await record(_entry(Act.FORM_CHANGED, conference, by=by, now=now))
        return await fill_places(conference, by=by, now=now)


async def open_form(conference: ConferenceFacts, *, by: Actor, now: datetime) -> None:
    """Open a form now; a closing that has been falls away."""
    form = await needed_form(conference)
    past = form.closes_at is not None and form.closes_at <= now
    settings = replace(
        settings_of(form), opens_at=now, closes_at=None if past else form.closes_at
    )
    await change_form(conference, settings, by=by, now=now)


async def close_form(conference: ConferenceFacts, *, by: Actor, now: datetime) -> None:
    """Close a form now; an opening that has not been yet falls away."""
    form = await needed_form(conference)
    ahead = form.opens_at is not None and form.opens_at >= now
    settings = replace(
        settings_of(form), closes_at=now, opens_at=None if ahead else form.opens_at
    )
    await change_form(conference, settings, by=by, now=now)


async def word_invitations(
    conference: ConferenceFacts,
    subject: Said,
    text: Said,
    *,
    by: Actor,
    now: datetime,
) -> bool:
    """Word the invitations; empty texts are the usual ones."""
    async with transaction():
        await lock_conference(conference)
        form = await needed_form(conference)
        if (form.invitation_subject, form.invitation_text) == (subject, text):
            return False
        columns: dict[Any, Any] = {
            "invitation_subject": subject.dump(),
            "invitation_text": text.dump(),
        }
        here = RegistrationForm.conference == conference.id
        await RegistrationForm.update(columns).where(here)
        await record(_entry(Act.FORM_CHANGED, conference, by=by, now=now))
    return True


def _columns(settings: FormSettings) -> dict[Any, Any]:
    return {
        "opens_at": settings.opens_at,
        "closes_at": settings.closes_at,
        "change_until": settings.change_until,
        "seats": settings.seats,
        "waiting_list": settings.waiting_list,
        "most_people": settings.most_people,
        "remind": settings.remind,
        "intro": settings.intro.dump(),
        "notice": settings.notice.dump(),
        "thanks": settings.thanks.dump(),
    }


def _entry(act: Act, conference: ConferenceFacts, *, by: Actor, now: datetime) -> Entry:
    return Entry(at=now, by=by, act=act, subject=conference.id, scope=conference.key)
