"""Imprint, privacy, accessibility: editors add their own words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_fields_keeper
from lip.accounts.rules.identity import Identity
from lip.errors import Conflict, NotFound, Unusable
from lip.publishing.actions.change_duty import change_duty
from lip.publishing.queries.duties import duty_text
from lip.publishing.rules.duties import LONGEST, Duty, DutyText
from lip.web.forms import Form, read_form
from lip.web.markdown import rendered
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, N_, current_language

NAMES: Final = {
    Duty.IMPRINT: N_("Impressum"),
    Duty.PRIVACY: N_("Datenschutz"),
    Duty.ACCESSIBILITY: N_("Erklärung zur Barrierefreiheit"),
}

SETTINGS: Final = {
    "operator": N_("wer diese Website betreibt"),
    "imprint": N_("Anschrift, Vertretung und Kontakt"),
    "contact_email": N_("E-Mail-Adresse für Hinweise auf Hindernisse"),
    "arbitration": N_("Schlichtungsstelle mit Anschrift"),
}
"""What the ready texts take from the settings of the server."""


@get("/", name="duties.list")
async def show_duties(request: AnyRequest) -> Template:
    """List the pages, whether they have own words, and which settings are missing."""
    pages = [(one, NAMES[one], await duty_text(one)) for one in Duty]
    settings = request.app.state.settings
    missing = [
        (name, word) for name, word in SETTINGS.items() if not getattr(settings, name)
    ]
    return page(request, "publishing/duties.html", pages=pages, missing=missing)


@get("/{duty:str}", name="duties.edit")
async def show_duty(request: AnyRequest, duty: FromPath[str]) -> Template:
    """Show the own words of a page, to change them."""
    there = await duty_text(_known(duty))
    return _page(request, there, there)


@post("/{duty:str}", name="duties.change", status_code=200)
async def send_duty(
    request: AnyRequest,
    duty: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change the own words; nobody's are overwritten by older ones."""
    known = _known(duty)
    form = await read_form(request)
    wish = DutyText(
        duty=known,
        text=form.said("text", most=LONGEST, lines=True),
        instead=form.ticked("instead"),
        exceptions=form.said("exceptions", most=LONGEST, lines=True),
        examined_how=form.said("examined_how", most=2_000, lines=True),
        examined_on=form.day("examined_on"),
        version=form.whole_number("version", most=1_000_000),
    )
    if form:
        try:
            await change_duty(wish, by=identity.actor, now=now)
        except (Conflict, Unusable) as refusal:
            form.refuse("text-de", request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "duties.list")
    return _page(request, wish, await duty_text(known), form)


def _known(name: str) -> Duty:
    if name not in set(Duty):
        raise NotFound("unknown_subject")
    return Duty(name)


def _page(
    request: AnyRequest, wish: DutyText, there: DutyText, form: Form | None = None
) -> Template:
    spoken = there.text.pick(current_language())
    return page(
        request,
        "publishing/duty.html",
        status=200 if form is None else 422,
        duty=there.duty.value,
        name=NAMES[there.duty],
        wish=wish,
        typed=_typed(wish, form),
        there=there,
        spoken=spoken,
        shown=rendered(spoken.text, highest=2),
        errors={} if form is None else form.errors,
    )


def _typed(wish: DutyText, form: Form | None) -> Mapping[str, Any]:
    """Give what stands in the fields: as it is kept, or as it was typed."""
    texts = ("text", "exceptions", "examined_how")
    if form is None:
        day = wish.examined_on.isoformat() if wish.examined_on else ""
        return {"examined_on": day} | {name: getattr(wish, name) for name in texts}
    return {"examined_on": form.raw("examined_on")} | {
        name: {tag: form.raw(f"{name}-{tag}") for tag in LANGUAGES} for name in texts
    }


router = Router(
    path="/edit/duties",
    guards=[requires_fields_keeper],
    route_handlers=[show_duties, show_duty, send_duty],
    include_in_schema=False,
)
