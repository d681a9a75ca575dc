"""When people can register, how many, and what they read; and the address of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.pages.guest_words import moment
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.registration.actions.change_form import (
    change_form,
    close_form,
    needed_form,
    open_form,
)
from lip.registration.actions.usual_form import make_usual_form
from lip.registration.pages.sent import local, seats_sent, typed_said
from lip.registration.queries.forms import form_of
from lip.registration.queries.places import seats_of, waiting_list
from lip.registration.queries.titles import title_of
from lip.registration.rules.forms import FormFacts
from lip.registration.rules.settings import (
    MOST_PEOPLE,
    MOST_SEATS,
    FormSettings,
    is_open,
)
from lip.said import Said
from lip.settings import Settings
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.qr_code import qr_svg_address

TEXTS = ("intro", "notice", "thanks")
MOMENTS = ("opens_at", "closes_at", "change_until")
LONGEST_TEXT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a form stands now, in words."""

    open: bool
    opens: str
    closes: str
    ahead: bool


@get("/registration", name="registration.settings")
async def show_settings(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Template:
    """Show the settings of the form, or offer to make the usual one."""
    form = await form_of(conference)
    if form is None:
        return page(request, "registration/no_form.html", conference=conference)
    return await _settings(request, conference, settings, form, now=now)


async def _settings(
    request: AnyRequest,
    conference: ConferenceFacts,
    settings: Settings,
    form: FormFacts,
    sent: Form | None = None,
    *,
    now: datetime,
) -> Template:
    address = registration_address(conference, settings)
    return page(
        request,
        "registration/settings.html",
        status=200 if sent is None else 422,
        conference=conference,
        values=_values(form, conference) if sent is None else _typed(sent),
        errors={} if sent is None else sent.errors,
        standing=_standing(form, conference, now=now),
        seats=await seats_of(conference),
        waiting=sum(len(one.people) for one in await waiting_list(conference)),
        address=address,
        most_people=MOST_PEOPLE,
    )


@post("/registration", name="registration.change", status_code=200)
async def send_settings(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    settings: NamedDependency[Settings],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change the settings; more seats let people move up at once."""
    sent = await read_form(request)
    wanted = _read(sent, conference)
    if sent:
        try:
            await change_form(conference, wanted, by=identity.actor, now=now)
        except Unusable as refusal:
            sent.refuse("closes_at", request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "registration.settings", key=conference.key)
    form = await needed_form(conference)
    return await _settings(request, conference, settings, form, sent, now=now)


@post("/registration/usual", name="registration.usual")
async def send_usual(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Make the usual form."""
    await make_usual_form(conference, by=identity.actor, now=now)
    return redirect(request, "registration.settings", key=conference.key)


@post("/registration/open", name="registration.open")
async def send_opening(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Open the form now."""
    await open_form(conference, by=identity.actor, now=now)
    return redirect(request, "registration.settings", key=conference.key)


@post("/registration/close", name="registration.close")
async def send_closing(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Close the form now."""
    await close_form(conference, by=identity.actor, now=now)
    return redirect(request, "registration.settings", key=conference.key)


@get("/registration/address", name="registration.address")
async def show_address(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    settings: NamedDependency[Settings],
) -> Template:
    """Show the address as a large QR code, to be printed and hung up."""
    address = registration_address(conference, settings)
    return page(
        request,
        "registration/address.html",
        conference=conference,
        title=await title_of(conference),
        address=address,
        picture=qr_svg_address(address),
    )


def registration_address(conference: ConferenceFacts, settings: Settings) -> str:
    """Write the address under which people register."""
    return f"{settings.base_url.rstrip('/')}/c/{conference.key}/register"


def _standing(
    form: FormFacts, conference: ConferenceFacts, *, now: datetime
) -> Standing:
    return Standing(
        open=is_open(form, now),
        opens=moment(form.opens_at, conference) if form.opens_at else "",
        closes=moment(form.closes_at, conference) if form.closes_at else "",
        ahead=form.opens_at is not None and form.opens_at > now,
    )


def _values(form: FormFacts, conference: ConferenceFacts) -> Mapping[str, object]:
    return {
        **{name: local(getattr(form, name), conference.zone) for name in MOMENTS},
        **{name: getattr(form, name) for name in TEXTS},
        "seats": "" if form.seats is None else str(form.seats),
        "most_people": str(form.most_people),
        "waiting_list": form.waiting_list,
        "remind": form.remind,
    }


def _typed(form: Form) -> Mapping[str, object]:
    return {
        **{name: form.raw(name)[:40] for name in (*MOMENTS, "seats", "most_people")},
        **{name: typed_said(form, name) for name in TEXTS},
        "waiting_list": form.ticked("waiting_list"),
        "remind": form.ticked("remind"),
    }


def _read(form: Form, conference: ConferenceFacts) -> FormSettings:
    zone = conference.zone

    def text(name: str) -> Said:
        return form.said(name, most=LONGEST_TEXT, lines=True)

    return FormSettings(
        opens_at=form.moment("opens_at", zone),
        closes_at=form.moment("closes_at", zone),
        change_until=form.moment("change_until", zone),
        intro=text("intro"),
        notice=text("notice"),
        thanks=text("thanks"),
        seats=seats_sent(form, "seats", MOST_SEATS),
        waiting_list=form.ticked("waiting_list"),
        most_people=form.whole_number(
            "most_people", least=1, most=MOST_PEOPLE, default=10
        ),
        remind=form.ticked("remind"),
    )


router = Router(
    path="/conferences/{key:str}",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_settings,
        send_settings,
        send_usual,
        send_opening,
        send_closing,
        show_address,
    ],
    include_in_schema=False,
)
