"""Data and periods of one conference: what is kept until when, and the proof."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.actions.keeping import (
    LONGEST_REASON,
    choose_periods,
    end_prolonging,
    prolong,
)
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.keeping import kept_of, prolongings_of
from lip.conference.queries.stored import remains_of
from lip.conference.rules.keeping import (
    MOST_ATTENDANCE_MONTHS,
    MOST_GUESTS_MONTHS,
    MOST_NEEDS_DAYS,
    Periods,
    months_after,
)
from lip.errors import Unusable
from lip.retention.pages.record_words import said_break, said_record
from lip.retention.queries.outlook import due_at, outlook
from lip.retention.queries.records import PER_PAGE, break_of_chain, records_of
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.pages import prefixed
from lip.words import _

FIELDS: Mapping[str, str] = {
    "kind_not_prolongable": "kind",
    "prolonging_needs_reason": "reason",
    "prolonging_out_of_reach": "until",
}
"""At which field a refusal is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the forms of the page, and what is wrong with it."""

    values: Mapping[str, str]
    errors: Mapping[str, str]


@get("/", name="retention.show")
async def show_retention(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
    number: FromQuery[int] = 1,
) -> Template:
    """Show what is kept of a conference, until when, and what was deleted."""
    return await _shown(request, conference, now, number=number)


@post("/periods", name="retention.periods", status_code=200)
async def send_periods(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Choose how long the data of this conference is kept."""
    form = await read_form(request)
    periods = Periods(
        needs_days=_number(form, "needs_days", 0, MOST_NEEDS_DAYS),
        guests_months=_number(form, "guests_months", 1, MOST_GUESTS_MONTHS),
        attendance_months=_number(form, "attendance_months", 1, MOST_ATTENDANCE_MONTHS),
    )
    if form.errors:
        return await _shown(request, conference, now, typed=_typed(form))
    await choose_periods(conference, periods, by=identity.actor, now=now)
    return redirect(request, "retention.show", key=conference.key)


@post("/prolong", name="retention.prolong", status_code=200)
async def send_prolonging(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Keep one kind of data longer, for a reason."""
    form = await read_form(request)
    until = form.day("until")
    reason = form.text("reason", most=LONGEST_REASON, required=True, lines=True)
    if until is None:
        form.refuse("until", _("Bitte geben Sie den Tag ein."))
    if until is not None and not form.errors:
        try:
            await prolong(
                conference,
                form.raw("kind"),
                until=until,
                reason=reason,
                among=[one.name for one in request.app.state.kinds if one.prolongable],
                by=identity.actor,
                now=now,
                request=form.request_key(),
            )
        except Unusable as refusal:
            sentence = request.app.state.sentences.say(refusal)
            form.refuse(FIELDS[refusal.code], sentence)
    if form.errors:
        return await _shown(request, conference, now, typed=_typed(form))
    return redirect(request, "retention.show", key=conference.key)


@post("/prolong/{one:uuid}/end", name="retention.end_prolonging")
async def send_end(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """End a prolonging early."""
    await end_prolonging(conference, one, by=identity.actor, now=now)
    return redirect(request, "retention.show", key=conference.key)


def _number(form: Form, name: str, least: int, most: int) -> int:
    if not form.raw(name).strip():
        form.refuse(name, _("Bitte füllen Sie dieses Feld aus."))
    return form.whole_number(name, least=least, most=most)


def _typed(form: Form) -> Typed:
    names = ("needs_days", "guests_months", "attendance_months")
    more = ("kind", "until", "reason")
    values = {name: form.raw(name)[:2000] for name in (*names, *more)}
    return Typed(values={k: v for k, v in values.items() if v}, errors=form.errors)


async def _shown(
    request: AnyRequest,
    conference: ConferenceFacts,
    now: datetime,
    *,
    number: int = 1,
    typed: Typed | None = None,
) -> Template:
    kinds = request.app.state.kinds
    kept = await kept_of(conference.id)
    records, total = await records_of(conference.key, page=number)
    usual: dict[str, Any] = {name: str(n) for name, n in asdict(kept.periods).items()}
    usual |= {"kind": "", "until": "", "reason": ""}
    today = kept.today(now)
    path = prefixed(request, "retention.show", key=conference.key)
    return page(
        request,
        "retention/conference.html",
        status=422 if typed and typed.errors else 200,
        conference=conference,
        kept=kept,
        outlook=await outlook(conference.id, kinds),
        due=await due_at(conference.key, kinds, now=now),
        labels={one.name: one.label for one in kinds},
        prolongable=[(one.name, _(one.label)) for one in kinds if one.prolongable],
        prolongings=[
            (one, one.holds(today)) for one in await prolongings_of(conference.id)
        ],
        furthest=months_after(today, 24),
        remains=await remains_of(conference.id),
        values=usual | dict(typed.values if typed else {}),
        errors=typed.errors if typed else {},
        limits=(MOST_NEEDS_DAYS, MOST_GUESTS_MONTHS, MOST_ATTENDANCE_MONTHS),
        records=[
            said_record(one, kinds=kinds, titles={}, zone=conference.zone)
            for one in records
        ],
        broken=said_break(await break_of_chain()),
        **pages_of(path, number, total),
        request_key=uuid4(),
    )


def pages_of(path: str, number: int, total: int) -> dict[str, Any]:
    """Say which page of the records this is, and where the others are."""
    pages = max(1, -(-total // PER_PAGE))
    return {
        "page": number,
        "pages": pages,
        "before": f"{path}?number={number - 1}#records" if number > 1 else "",
        "after": f"{path}?number={number + 1}#records" if number < pages else "",
    }


router = Router(
    path="/conferences/{key:str}/retention",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_retention, send_periods, send_prolonging, send_end],
    include_in_schema=False,
)
