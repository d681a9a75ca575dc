"""An amendment that the editors enter for a body, or for somebody by name."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.bodies.queries.bodies import bodies_offered
from lip.errors import Conflict, Unusable
from lip.plan.actions.submit_amendment import AmendmentWish, submit_amendment
from lip.plan.pages.amending import typed_number
from lip.plan.pages.amendment_form import (
    Place,
    both_wordings,
    first_values,
    form_page,
    read_wish,
    refuse,
    typed,
)
from lip.plan.queries.chapters import chapter_by_key, shown_text, shown_texts
from lip.plan.queries.plans import plan_by_key
from lip.plan.rules.words import Piece
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, redirect
from lip.web.pages import prefixed
from lip.web.partial_dates import read as read_date
from lip.words import _, current_language


@get("/", name="plan_amendments.new")
async def show_form(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    language: FromQuery[str] = "",
    first: FromQuery[str] = "",
    last: FromQuery[str] = "",
) -> Template:
    """Ask for lines, or show them with the field to change them."""
    place = await _place(plan, chapter, language)
    values, fault = first_values(place, typed_number(first), typed_number(last))
    errors = {}
    if fault:
        refusal = Unusable(fault, lines=len(place.lines))
        errors["first"] = request.app.state.sentences.say(refusal)
    return form_page(
        request,
        place,
        values,
        send_to=_send_to(request, place),
        bodies=await _bodies(),
        errors=errors,
    )


@post("/", name="plan_amendments.send", status_code=200)
async def send_form(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Enter an amendment; sent twice it is one."""
    form = await read_form(request)
    place = await _place(plan, chapter, form.raw("language"))
    bodies = await _bodies()
    wish = _by_whom(await read_wish(request, form, place.text.language, now=now), form)
    values = typed(form)
    both: Sequence[Piece] = ()
    if form:
        try:
            code = await submit_amendment(
                place.plan,
                chapter,
                wish,
                by=identity.actor,
                now=now,
                request=form.request_key(),
                by_editor=True,
            )
            return redirect(request, "plan_amendments.show", plan=plan, code=code)
        except (Conflict, Unusable) as refusal:
            refuse(request, form, refusal)
            if refusal.code == "draft_changed_meanwhile":
                both = await both_wordings(place, values)
    return form_page(
        request,
        place,
        values,
        send_to=_send_to(request, place),
        bodies=bodies,
        errors=form.errors,
        both=both,
        request_key=form.request_key(),
    )


def _by_whom(wish: AmendmentWish, form: Form) -> AmendmentWish:
    body = form.raw("body")
    decided = form.text("decided_on", most=60)
    day = read_date(decided) if decided else None
    if decided and day is None:
        form.refuse(
            "decided_on", _("Bitte ein Datum wie 22.01.2026 oder Januar 2026 eingeben.")
        )
    try:
        chosen = UUID(body) if body else None
    except ValueError:
        form.refuse("body", _("Bitte wählen Sie einen der Werte aus der Liste."))
        chosen = None
    return replace(wish, body=chosen, decided_on=day.dump() if day else "")


async def _bodies() -> Sequence[tuple[str, str]]:
    """List the bodies that can propose something; the first entry is none."""
    named = [
        (str(one.id), one.name.pick(current_language()).text)
        for one in await bodies_offered()
    ]
    return [("", _("Kein Gremium")), *named]


async def _place(plan: str, chapter: str, language: str) -> Place:
    there = await plan_by_key(plan)
    found = await chapter_by_key(there.id, chapter)
    tags = [one.language for one in (await shown_texts([found.id])).get(found.id, ())]
    wanted = (language, there.language, *tags)
    tag = next((one for one in wanted if one in tags), there.language)
    return Place(plan=there, chapter=found, text=await shown_text(found.id, tag))


def _send_to(request: AnyRequest, place: Place) -> str:
    named = {"plan": place.plan.key, "chapter": place.chapter.key}
    return prefixed(request, "plan_amendments.send", **named)


router = Router(
    path="/edit/plans/{plan:str}/chapters/{chapter:str}/amend",
    guards=[requires_editor],
    route_handlers=[show_form, send_form],
    include_in_schema=False,
)
