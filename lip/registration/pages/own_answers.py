"""Somebody looks at what she answered, and changes it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.conference.documents.people import said_name
from lip.conference.pages.tickets import Held, provide_held
from lip.conference.queries.participants import participant
from lip.conference.rules.codes import shown
from lip.conference.rules.guest import Guest
from lip.errors import TooLate
from lip.registration.actions.change_own import change_own
from lip.registration.documents.notice import picked
from lip.registration.pages.field_views import Programme, Typed, shown_person
from lip.registration.pages.own_acts import herself, known
from lip.registration.pages.own_page import may_still_change
from lip.registration.pages.read_person import values_of
from lip.registration.pages.sent_party import read_one, typed_people
from lip.registration.queries.forms import form_of
from lip.registration.queries.own import answers_of, standing_of
from lip.registration.queries.titles import title_of
from lip.registration.rules.forms import SESSIONS, FormFacts, keeping
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import current_language


@get("/{code:str}/change", name="own.change")
async def show_answers(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    now: NamedDependency[datetime],
) -> Template:
    """Show her answers in the form in which she gave them."""
    own = known(held)
    form, stored = await _form_to_change(own, now)
    standing = await standing_of(own.person.id)
    typed = {**stored, "consent": ("1",) if standing.consents else ()}
    return await _page(request, own, form, typed, {})


@post("/{code:str}/change", name="own.send_change")
async def send_answers(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    now: NamedDependency[datetime],
) -> Template | Redirect:
    """Change them; what is wrong is said at its field."""
    own = known(held)
    form, _stored = await _form_to_change(own, now)
    sent = await read_form(request)
    organiser = own.conference.organiser
    said = read_one(sent, form, own.conference, Programme(), 1, organiser=organiser)
    if sent.errors:
        typed = typed_people(sent, form)[0]
        return await _page(request, own, form, typed, sent.errors)
    await change_own(
        own.person.id,
        said,
        conference=own.conference,
        form=form,
        language=current_language(),
        by=herself(own),
        now=now,
    )
    return redirect(request, "ticket.show", code=shown(own.code))


def _named(guest: Guest) -> Guest:
    """Offer the whole name where nobody said which part is which."""
    if guest.given_name or guest.family_name or not guest.full_name:
        return guest
    given, _, family = guest.full_name.rpartition(" ")
    return Guest(**{
        **{name: getattr(guest, name) for name in Guest.__slots__},
        "given_name": given or family,
        "family_name": family if given else "",
    })


async def _form_to_change(own: Held, now: datetime) -> tuple[FormFacts, Typed]:
    """Give the form with what stands in it; answers of staff are among its options."""
    form = await form_of(own.conference)
    standing = await standing_of(own.person.id)
    if form is None or not may_still_change(own, standing, now):
        raise TooLate("changes_are_over")
    there = await participant(own.conference, own.person.id)
    answers = await answers_of(own.person.id)
    stored = {
        field.key: values_of(_named(there.guest), field)
        if field.target
        else tuple(filter(None, answers.get(field.id, "").split("\n")))
        for field in form.fields
        if field.target != SESSIONS
    }
    return replace(form, fields=keeping(form.fields, stored)), stored


async def _page(
    request: AnyRequest,
    own: Held,
    form: FormFacts,
    typed: Typed,
    errors: Mapping[str, str],
) -> Template:
    return page(
        request,
        "registration/own_answers.html",
        status=422 if errors else 200,
        title=picked(await title_of(own.conference), own.conference),
        name=said_name(own.person),
        code=shown(own.code),
        person=shown_person(
            form,
            own.conference,
            1,
            typed,
            errors=errors,
            programme=Programme(),
            organiser=own.conference.organiser,
        ),
        errors=errors,
    )


router = Router(
    path="/t",
    dependencies={"held": Provide(provide_held)},
    route_handlers=[show_answers, send_answers],
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)
