"""Passes for the door: links for borrowed phones, tokens for other scanners."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID, uuid4

from babel.dates import format_datetime
from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.actions.passes import (
    LONGEST_PASS,
    PassWish,
    link_token,
    make_links,
    make_token,
    withdraw_pass,
)
from lip.accounts.guards import requires_organiser
from lip.accounts.queries import IssuedPass, passes_of
from lip.accounts.rules.identity import Identity, SessionKind
from lip.accounts.rules.roles import Role
from lip.conference.actions.announce import show_numbers_at_kiosk
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.desks import MOST_DESKS, desk_labels
from lip.errors import NotFound
from lip.keys import Keys
from lip.settings import Settings
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.pages import prefixed
from lip.web.qr_code import qr_svg_address
from lip.words import _, current_language

MOST_LABEL = 76  # the number of the desk comes behind it


@get("/passes", name="passes.list")
async def show_passes(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
) -> Template:
    """List the passes of a conference, and offer to make more."""
    return await _list(request, conference, now=now)


async def _list(
    request: AnyRequest,
    conference: ConferenceFacts,
    *,
    now: datetime,
    form: Form | None = None,
) -> Template:
    passes = await passes_of(conference.key)
    return page(
        request,
        "conference/passes.html",
        status=200 if form is None else 422,
        conference=conference,
        passes=[_line(one, conference, now=now) for one in passes],
        form=Form({}) if form is None else form,
        typed=form is not None,
        until=f"{_usual_end(conference, now=now):%Y-%m-%dT%H:%M}",
        request_key=uuid4(),
    )


@post("/passes/links", name="passes.make_link", status_code=200)
async def send_links(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Make one link or several, and show their QR codes."""
    form = await read_form(request)
    wish = _wish(form, conference, now=now)
    count = form.whole_number("count", least=1, most=MOST_DESKS, default=1)
    if wish is None or form.errors:
        return await _list(request, conference, now=now, form=form)
    wishes = [replace(wish, label=label) for label in desk_labels(wish.label, count)]
    made = await make_links(
        wishes, request=form.request_key(), keys=keys, by=identity.actor, now=now
    )
    query = "&".join(f"one={link.id}" for link in made)
    path = prefixed(request, "passes.show", key=conference.key)
    return Redirect(f"{path}?{query}", status_code=303)


@get("/passes/links", name="passes.show")
async def show_links(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    keys: NamedDependency[Keys],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
    one: FromQuery[list[UUID] | None] = None,
) -> Template:
    """Show links as QR codes for borrowed phones, as long as they are unused."""
    known = {link.id: link for link in await passes_of(conference.key)}
    links = [known[each] for each in dict.fromkeys(one or ()) if each in known]
    lines = [
        _card(
            request,
            _line(link, conference, now=now),
            base_url=settings.base_url,
            token=link_token(link.id, keys=keys),
        )
        for link in links
        if link.kind is SessionKind.LINK
    ]
    if not lines:
        raise NotFound("unknown_pass")
    return page(
        request, "conference/pass_links.html", conference=conference, cards=lines
    )


def _card(
    request: AnyRequest, line: dict[str, object], *, base_url: str, token: str
) -> dict[str, object]:
    """Add the address and its QR code, as long as they can be used."""
    if line["state"] != "open":
        return line
    path = request.app.route_reverse("sign_in.link", token=token)
    address = base_url.rstrip("/") + path
    return {**line, "address": address, "picture": qr_svg_address(address)}


@get("/passes/tokens", name="passes.new_token")
async def show_token_form(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
) -> Template:
    """Ask for which scanner a token is, and until when."""
    return _token_form(request, conference, now=now)


def _token_form(
    request: AnyRequest,
    conference: ConferenceFacts,
    *,
    now: datetime,
    form: Form | None = None,
) -> Template:
    return page(
        request,
        "conference/new_token.html",
        status=200 if form is None else 422,
        conference=conference,
        form=Form({}) if form is None else form,
        typed=form is not None,
        until=f"{_usual_end(conference, now=now):%Y-%m-%dT%H:%M}",
        request_key=uuid4(),
    )


@post("/passes/tokens", name="passes.make_token", status_code=200)
async def send_token(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    keys: NamedDependency[Keys],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Template:
    """Make a token for another scanner, and show it this once."""
    form = await read_form(request)
    wish = _wish(form, conference, now=now)
    if wish is None:
        return _token_form(request, conference, now=now, form=form)
    made = await make_token(
        wish, keys=keys, by=identity.actor, now=now, one=form.request_key()
    )
    path = request.app.route_reverse("interface.check_in", key=conference.key)
    return page(
        request,
        "conference/pass_token.html",
        conference=conference,
        label=wish.label,
        token=made.token,
        until=_moment(wish.until, conference),
        address=settings.base_url.rstrip("/") + path,
    )


@post("/passes/kiosk", name="passes.kiosk")
async def send_kiosk_settings(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Choose whether a tablet says the number of the badge."""
    form = await read_form(request)
    await show_numbers_at_kiosk(
        conference, show=form.ticked("numbers"), by=identity.actor, now=now
    )
    return redirect(request, "passes.list", key=conference.key)


@post("/passes/{one:uuid}/withdraw", name="passes.withdraw")
async def send_withdrawal(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Withdraw a pass; whoever works with it is out at once."""
    await withdraw_pass(one, scope=conference.key, by=identity.actor, now=now)
    return redirect(request, "passes.list", key=conference.key)


def _wish(form: Form, conference: ConferenceFacts, *, now: datetime) -> PassWish | None:
    label = form.text("label", most=MOST_LABEL, required=True)
    until = form.moment("until", conference.zone) or _usual_end(conference, now=now)
    if not now < until <= now + LONGEST_PASS:
        form.refuse("until", _("Ein Zugang gilt ab jetzt und höchstens 14 Tage."))
    if form.errors:
        return None
    role = Role.KIOSK if form.raw("for") == "kiosk" else Role.DOOR_HELPER
    return PassWish(label=label, scope=conference.key, until=until, role=role)


def _usual_end(conference: ConferenceFacts, *, now: datetime) -> datetime:
    """End with the day of the conference that is, or comes next."""
    today = now.astimezone(conference.zone).date()
    day = next((one.day for one in conference.days if one.day >= today), today)
    end = datetime.combine(day, time(23, 59), conference.zone)
    latest = now + LONGEST_PASS - timedelta(minutes=1)
    return min(end, latest.astimezone(conference.zone))


def _line(
    one: IssuedPass, conference: ConferenceFacts, *, now: datetime
) -> dict[str, object]:
    return {
        "id": one.id,
        "label": one.label,
        "kind": "kiosk" if one.role is Role.KIOSK else one.kind.value,
        "state": _state(one, now=now),
        "used": one.used_at and _moment(one.used_at, conference),
        "until": _moment(one.expires_at, conference),
    }


def _state(one: IssuedPass, *, now: datetime) -> str:
    if one.withdrawn_at is not None:
        return "withdrawn"
    if one.expires_at <= now:
        return "expired"
    if one.kind is SessionKind.TOKEN:
        return "active"
    return "used" if one.used_at is not None else "open"


def _moment(value: datetime, conference: ConferenceFacts) -> str:
    locale = current_language().replace("-", "_")
    return format_datetime(value, "short", tzinfo=conference.zone, locale=locale)


router = Router(
    path="/conferences/{key:str}",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_passes,
        send_links,
        show_links,
        show_token_form,
        send_token,
        send_kiosk_settings,
        send_withdrawal,
    ],
    include_in_schema=False,
)
