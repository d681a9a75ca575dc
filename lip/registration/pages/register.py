"""Register: a form for everybody, in her language, for one person or several."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, assert_never
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.conference.documents.people import when_said
from lip.conference.pages.guest_words import moment
from lip.journal.rules.entries import Actor, ActorKind
from lip.keys import Keys
from lip.registration.actions.register_party import register_party
from lip.registration.documents.notice import picked
from lip.registration.pages.field_names import name_of
from lip.registration.pages.field_views import (
    Programme,
    Typed,
    places_words,
    shown_person,
)
from lip.registration.pages.registration_place import (
    Registration,
    programme_for,
    provide_registration,
)
from lip.registration.pages.sent_before import ask_about_others, names_others
from lip.registration.pages.sent_party import (
    people_asked_for,
    read_party,
    typed_people,
)
from lip.registration.queries.parties import party_sent
from lip.registration.rules.asking import Opening
from lip.registration.rules.forms import SESSIONS, FormFacts
from lip.registration.rules.registering import (
    NoPlaces,
    Outcome,
    PartyWish,
    RegisteredParty,
    SessionsFull,
)
from lip.web.address import sealed_address
from lip.web.forms import Form, read_form
from lip.web.limits import REGISTRATIONS_PER_ADDRESS, Limits
from lip.web.page import AnyRequest, page, redirect
from lip.words import _, ngettext

SHE: Final = Actor(ActorKind.PARTICIPANT)
TRAP: Final = "website"
"""A field that people do not see; programs that fill in everything do."""


@get("/register", name="register.show")
async def show_form(
    request: AnyRequest,
    place: NamedDependency[Registration],
    now: NamedDependency[datetime],
) -> Template:
    """Show the form, or say plainly why there is none now."""
    if place.form is None or place.opening is not Opening.OPEN:
        return _not_open(request, place)
    programme = await programme_for(place, now=now)
    return _form(request, place, place.form, programme, [{}])


@post("/register", name="register.send")
async def send_form(
    request: AnyRequest,
    place: NamedDependency[Registration],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Template | Redirect:
    """Register; what is missing or full is said at its place, and nothing is lost."""
    sent = await read_form(request)
    known, facts = await party_sent(sent.request_key()), place.form
    if facts is None or place.opening is not Opening.OPEN:
        tickets = known and _done(request, place, sent.request_key())
        return tickets or _not_open(request, place)
    programme = await programme_for(place, now=now)
    if (people := people_asked_for(sent, facts)) is not None:
        return _form(request, place, facts, programme, people, sent)
    wish = _read(sent, place, facts, programme)
    if known:
        if not names_others(wish, known):
            return _done(request, place, sent.request_key())
        ask_about_others(sent, facts, known)
        sent.renew_key()
    if sent.errors:
        people = typed_people(sent, facts)
        return _form(request, place, facts, programme, people, sent)
    address = sealed_address(request, keys)
    limits.spend(address, REGISTRATIONS_PER_ADDRESS, now=now)
    outcome = await register_party(
        wish, conference=place.conference, form=facts, keys=keys, by=SHE, now=now
    )
    return await _answer(request, place, facts, sent, wish, outcome, now=now)


def _read(
    sent: Form, place: Registration, facts: FormFacts, programme: Programme
) -> PartyWish:
    organiser = place.contact.organiser
    wish = read_party(sent, facts, place.conference, programme, organiser=organiser)
    if sent.raw(TRAP):
        sent.refuse(TRAP, _("Bitte lassen Sie dieses Feld leer."))
    return wish


async def _answer(
    request: AnyRequest,
    place: Registration,
    facts: FormFacts,
    sent: Form,
    wish: PartyWish,
    outcome: Outcome,
    *,
    now: datetime,
) -> Template | Redirect:
    match outcome:
        case RegisteredParty():
            request.app.state.live.changed(place.conference.key)
            return _done(request, place, wish.request)
        case NoPlaces(left=left, may_wait=may_wait):
            sent.refuse("group", _full_words(left, len(wish.people), may_wait=may_wait))
        case SessionsFull(left=left):
            _refuse_sessions(sent, facts, wish, left)
        case never:
            assert_never(never)
    programme = await programme_for(place, now=now)
    fresh = await provide_registration(place.conference.key, now)
    people = typed_people(sent, facts)
    return _form(request, fresh, facts, programme, people, sent)


def _full_words(left: int, people: int, *, may_wait: bool) -> str:
    if not may_wait:
        return _("Inzwischen sind alle Plätze vergeben. Kommen Sie trotzdem vorbei.")
    if left:
        return ngettext(
            "Es ist nur noch %(num)s Platz frei, Sie sind aber %(people)s Personen. "
            "Senden Sie das Formular noch einmal, dann kommen Sie zusammen auf die "
            "Warteliste. Oder nehmen Sie jemanden heraus.",
            "Es sind nur noch %(num)s Plätze frei, Sie sind aber %(people)s Personen. "
            "Senden Sie das Formular noch einmal, dann kommen Sie zusammen auf die "
            "Warteliste. Oder nehmen Sie jemanden heraus.",
            left,
            people=people,
        )
    return _(
        "Inzwischen sind alle Plätze vergeben. Senden Sie das Formular noch einmal, "
        "dann kommen Sie auf die Warteliste."
    )


def _refuse_sessions(
    sent: Form,
    facts: FormFacts,
    wish: PartyWish,
    full: Mapping[UUID, int],
) -> None:
    key = next(field.key for field in facts.fields if field.target == SESSIONS)
    sentence = (
        _(
            "Hier ist inzwischen ein Programmpunkt voll. Wählen Sie einen anderen, "
            "oder lassen Sie den Haken stehen: Dann kommen Sie dafür auf die "
            "Warteliste."
        )
        if facts.waiting_list
        else _("Hier ist inzwischen ein Programmpunkt voll. Wählen Sie einen anderen.")
    )
    for number, one in enumerate(wish.people, start=1):
        if not full.keys().isdisjoint(one.sessions):
            sent.refuse(name_of(key, number), sentence)


def _form(
    request: AnyRequest,
    place: Registration,
    facts: FormFacts,
    programme: Programme,
    people: Sequence[Typed],
    sent: Form | None = None,
) -> Template:
    errors = sent.errors if sent is not None else {}
    return page(
        request,
        "registration/register.html",
        status=422 if errors else 200,
        place=place,
        form=facts,
        intro=picked(facts.intro, place.conference),
        when=when_said(place.conference),
        people=[
            shown_person(
                facts,
                place.conference,
                number,
                typed,
                errors=errors,
                programme=programme,
                organiser=place.contact.organiser,
            )
            for number, typed in enumerate(people, start=1)
        ],
        groups=_groups(place, facts),
        group=sent.raw("group") if sent is not None else "",
        places=_places(place, facts),
        full_groups=_told_to_wait(place, facts, errors),
        full=_full(programme),
        errors=errors,
        more_people=len(people) < facts.most_people,
        request_key=sent.request_key() if sent is not None else uuid4(),
        trap=TRAP,
    )


def _groups(
    place: Registration, facts: FormFacts
) -> list[tuple[str, object, object, str]]:
    """Give value, name, text and places of each group, where there is a choice."""
    if len(facts.open_groups) < 2:
        return []
    return [
        (
            str(group.id),
            picked(group.name, place.conference),
            picked(group.text, place.conference),
            _left(place.open_to(group.id), facts),
        )
        for group in facts.open_groups
    ]


def _places(place: Registration, facts: FormFacts) -> str:
    """Say how many places are left, where there is no choice of groups."""
    if len(facts.open_groups) > 1:
        return ""
    only = facts.open_groups[0].id if facts.open_groups else None
    return _left(place.open_to(only), facts)


def _left(free: int | None, facts: FormFacts) -> str:
    if free == 0 and facts.waiting_list:
        return _("alle Plätze vergeben, Sie kommen auf die Warteliste")
    return places_words(free)


def _told_to_wait(
    place: Registration, facts: FormFacts, errors: Mapping[str, str]
) -> list[str]:
    """Name the groups of which this page says that one has to wait; "" is none."""
    if not facts.waiting_list:
        return []
    groups: list[UUID | None] = [group.id for group in facts.open_groups] or [None]
    full = [group for group in groups if "group" in errors or not _open(place, group)]
    return [str(group or "") for group in full]


def _open(place: Registration, group: UUID | None) -> bool:
    free = place.open_to(group)
    return free is None or free > 0


def _full(programme: Programme) -> list[UUID]:
    """List the sessions that this page shows as full."""
    seats = programme.seats or {}
    return [session for session, one in seats.items() if one.free == 0]


def _done(request: AnyRequest, place: Registration, sent: UUID) -> Redirect:
    key = place.conference.key
    return redirect(request, "registered.show", key=key, party=sent)


def _not_open(request: AnyRequest, place: Registration) -> Template:
    form, conference = place.form, place.conference
    opens = moment(form.opens_at, conference) if form and form.opens_at else ""
    return page(
        request,
        "registration/not_open.html",
        place=place,
        opens=opens,
        when=when_said(conference),
        opening=place.opening.value,
    )


router = Router(
    path="/c/{key:str}",
    dependencies={"place": Provide(provide_registration)},
    route_handlers=[show_form, send_form],
    include_in_schema=False,
)
