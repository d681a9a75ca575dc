"""The bodies of the city, for the editors of the plan."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, Final
from uuid import UUID

from litestar import Router, get
from litestar.response import Template

from lip.accounts.guards import requires_editor
from lip.bodies.actions.change_bodies import (
    add_body,
    change_body,
    close_body,
    move_body,
)
from lip.bodies.pages.words import GROUPS, KINDS
from lip.bodies.queries.bodies import all_bodies, all_districts, body_by_id
from lip.bodies.rules.bodies import LONGEST_NAME, BodyFacts, BodyWish
from lip.bodies.rules.kinds import BodyKind
from lip.conference.rules.answers import email
from lip.fields.pages.kept_lists import RowForm, closer, mover
from lip.said import Said
from lip.web.forms import Form
from lip.web.page import AnyRequest, page
from lip.web.partial_dates import typed
from lip.web.saving import USUAL
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
    request: AnyRequest, body: UUID | None, form: Form | None
) -> Template:
    there = await body_by_id(body) if body else None
    sent = Form({}) if form is None else form
    others = [one for one in await all_bodies() if one.id != body]
    said = _values(there or BodyWish(name=Said()))
    return page(
        request,
        "bodies/form.html",
        status=422 if sent.errors else 200,
        body=there,
        values=said if form is None else _typed(form),
        errors=sent.errors,
        main=MAIN,
        kinds=[(one.value, _(KINDS[one])) for one in BodyKind],
        parents=body_options(others, chosen=there.parent if there else None),
        request_key=sent.request_key(),
    )


_FORM: Final = RowForm(
    name="bodies",
    back="bodies.list",
    draw=_form_page,
    read=_wish,
    add=add_body,
    change=change_body,
    fields={
        USUAL: f"name-{MAIN}",
        "body_above_itself": "parent",
        "unknown_body": "parent",
        "body_ends_before_it_begins": "until",
    },
)

router = Router(
    path="/edit/bodies",
    guards=[requires_editor],
    route_handlers=[
        show_bodies,
        *_FORM.routes(),
        mover("bodies", move_body, back="bodies.list"),
        closer("bodies", close_body, back="bodies.list"),
    ],
    include_in_schema=False,
)
