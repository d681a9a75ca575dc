"""The bodies of the city, for the editors of the plan."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any, Final
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.bodies.actions.change_bodies import (
    BodyWish,
    add_body,
    change_body,
    close_body,
    move_body,
)
from lip.bodies.pages.words import GROUPS, KINDS
from lip.bodies.queries.bodies import all_bodies, all_districts, body_by_id
from lip.bodies.rules.bodies import LONGEST_NAME, BodyFacts
from lip.bodies.rules.kinds import BodyKind
from lip.conference.rules.answers import email
from lip.errors import Conflict, NotFound, Unusable
from lip.said import Said
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.partial_dates import typed
from lip.words import LANGUAGES, _, current_language

MAIN: Final = "de"
_LENGTHS: Final = {
    "short_name": 60,
    "address_as": 20,
    "street": 200,
    "town": 200,
    "phone": 60,
    "email": 254,
    "website": 500,
}


@get("/", name="bodies.list")
async def show_bodies(request: AnyRequest) -> Template:
    """List the bodies by their kinds, and the districts."""
    return page(
        request,
        "bodies/list.html",
        groups=in_groups(await all_bodies()),
        districts=await all_districts(),
    )


@get("/new", name="bodies.new")
async def show_new(request: AnyRequest) -> Template:
    """Show the form for a new body."""
    return await _form_page(request, None, _values(BodyWish(name=Said())))


@post("/new", name="bodies.add", status_code=200)
async def send_new(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a body; sent twice it is there once."""
    form = await read_form(request)
    wish, key = _wish(form), form.request_key()
    if form:
        try:
            await add_body(wish, by=identity.actor, now=now, request=key)
        except (Conflict, Unusable, NotFound) as refusal:
            _refuse(request, form, refusal)
        else:
            return redirect(request, "bodies.list")
    return await _form_page(request, None, _typed(form), form.errors, key)


@get("/{body_id:uuid}", name="bodies.show")
async def show_body(request: AnyRequest, body_id: FromPath[UUID]) -> Template:
    """Show what is said of a body, to change it."""
    there = await body_by_id(body_id)
    return await _form_page(request, there, _values(there))


@post("/{body_id:uuid}", name="bodies.change", status_code=200)
async def send_body(
    request: AnyRequest,
    body_id: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change what is said of a body."""
    there = await body_by_id(body_id)
    form = await read_form(request)
    wish = _wish(form)
    if form:
        try:
            await change_body(body_id, wish, by=identity.actor, now=now)
        except (Conflict, Unusable, NotFound) as refusal:
            _refuse(request, form, refusal)
        else:
            return redirect(request, "bodies.list")
    return await _form_page(request, there, _typed(form), form.errors)


@post("/{body_id:uuid}/move", name="bodies.move")
async def send_move(
    request: AnyRequest,
    body_id: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Move a body a place up or down among those of its kind."""
    form = await read_form(request)
    up = form.raw("way") != "down"
    await move_body(body_id, up=up, by=identity.actor, now=now)
    return redirect(request, "bodies.list")


@post("/{body_id:uuid}/close", name="bodies.close")
async def send_close(
    request: AnyRequest,
    body_id: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Offer a body no more, or again."""
    closed = not (await read_form(request)).ticked("open")
    await close_body(body_id, closed=closed, by=identity.actor, now=now)
    return redirect(request, "bodies.list")


def in_groups(
    bodies: Sequence[BodyFacts],
) -> Sequence[tuple[str, Sequence[BodyFacts]]]:
    """Give bodies by kind, in the order of kinds, each with the word for it."""
    kinds = list(BodyKind)
    ordered = sorted(bodies, key=lambda one: kinds.index(one.kind))
    return [
        (_(GROUPS[kind]), list(members))
        for kind, members in groupby(ordered, key=attrgetter("kind"))
    ]


def body_options(
    bodies: Sequence[BodyFacts], *, chosen: UUID | None = None
) -> Sequence[tuple[str, str]]:
    """Offer bodies for a select: open ones, and the one that is chosen."""
    language = current_language()
    return [
        ("", "–"),
        *(
            (str(one.id), one.name.pick(language).text)
            for one in bodies
            if not one.closed or one.id == chosen
        ),
    ]


def chosen_body(form: Form, name: str) -> UUID | None:
    """Read which body was chosen; what is no id is refused at its field."""
    text = form.raw(name).strip()
    try:
        return UUID(text) if text else None
    except ValueError:
        form.refuse(name, _("Bitte wählen Sie einen der Werte aus der Liste."))
        return None


def _wish(form: Form) -> BodyWish:
    texts = {name: form.text(name, most=most) for name, most in _LENGTHS.items()}
    if texts["email"] and email(texts["email"])[0] != texts["email"]:
        form.refuse("email", _("Bitte eine E-Mail-Adresse wie info@example.org."))
    if texts["website"] and not texts["website"].startswith(("https://", "http://")):
        form.refuse("website", _("Bitte eine Adresse, die mit https:// beginnt."))
    return BodyWish(
        name=form.said("name", most=LONGEST_NAME, required_in=MAIN),
        kind=form.choice("kind", BodyKind, default=BodyKind.OTHER),
        parent=chosen_body(form, "parent"),
        since=form.partial_date("since"),
        until=form.partial_date("until"),
        **texts,
    )


def _refuse(
    request: AnyRequest, form: Form, refusal: Conflict | Unusable | NotFound
) -> None:
    field = {
        "body_above_itself": "parent",
        "unknown_body": "parent",
        "body_ends_before_it_begins": "until",
    }.get(refusal.code, f"name-{MAIN}")
    form.refuse(field, request.app.state.sentences.say(refusal))


def _values(one: BodyWish | BodyFacts) -> Mapping[str, Any]:
    return {
        **{name: getattr(one, name) for name in _LENGTHS},
        "name": one.name,
        "kind": one.kind.value,
        "parent": str(one.parent or ""),
        "since": typed(one.since),
        "until": typed(one.until),
    }


def _typed(form: Form) -> Mapping[str, Any]:
    names = (*_LENGTHS, "kind", "parent", "since", "until")
    return {
        **{name: form.raw(name)[:500] for name in names},
        "name": {tag: form.raw(f"name-{tag}")[:500] for tag in LANGUAGES},
    }


async def _form_page(
    request: AnyRequest,
    body: BodyFacts | None,
    values: Mapping[str, Any],
    errors: Mapping[str, str] | None = None,
    request_key: UUID | None = None,
) -> Template:
    others = [one for one in await all_bodies() if body is None or one.id != body.id]
    return page(
        request,
        "bodies/form.html",
        status=422 if errors else 200,
        body=body,
        values=values,
        errors=errors or {},
        main=MAIN,
        kinds=[(one.value, _(KINDS[one])) for one in BodyKind],
        parents=body_options(others, chosen=body.parent if body else None),
        request_key=request_key or uuid4(),
    )


router = Router(
    path="/edit/bodies",
    guards=[requires_editor],
    route_handlers=[
        show_bodies,
        show_new,
        send_new,
        show_body,
        send_body,
        send_move,
        send_close,
    ],
    include_in_schema=False,
)
