"""Plan what people need: interpreting, childcare, diet, access; with few names."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.response import Template

from lip.accounts.guards import requires_organiser, requires_own_link
from lip.accounts.rules.identity import Identity
from lip.conference.files.export import neutral
from lip.conference.pages.answers import clock
from lip.conference.pages.guest_words import day_said, moment
from lip.conference.pages.language_names import said_language
from lip.conference.pages.participants import file_answer
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.queries.sessions import programme_of
from lip.programme.rules.session_kinds import SessionKind
from lip.programme.rules.sessions import SessionFacts
from lip.registration.actions.list_needs import note_listing
from lip.registration.pages.field_words import value_label
from lip.registration.pages.need_lists import access_list, care_list
from lip.registration.queries.forms import fields_of
from lip.registration.queries.needs import Needing, answers_at, needs_of
from lip.registration.rules.field_kinds import Reader
from lip.registration.rules.forms import FieldFacts
from lip.registration.rules.needs_plan import (
    Pair,
    SessionLanguages,
    Totals,
    totals,
    totals_by_session,
)
from lip.registration.rules.small_counts import LEAST, published_alone
from lip.web.page import AnyRequest, page
from lip.words import _, current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The needs of a conference, in all and by session."""

    languages: tuple[str, ...]
    whole: Totals
    sessions: Sequence[tuple[SessionFacts, Totals]]
    people: Sequence[Needing]


async def plan_of(conference: ConferenceFacts) -> Plan:
    """Add up the needs of a conference; four queries, however many people."""
    languages = (conference.language,)
    people = await needs_of(conference.id)
    needs = [one.needs for one in people]
    sessions = [
        one
        for one in await programme_of(conference.id)
        if not one.called_off and one.kind is not SessionKind.BREAK
    ]
    spoken = [_languages(one) for one in sessions]
    by_session = totals_by_session(needs, spoken, languages)
    return Plan(
        languages=languages,
        whole=totals(needs, languages),
        sessions=[(one, by_session[one.id]) for one in sessions],
        people=people,
    )


def _languages(session: SessionFacts) -> SessionLanguages:
    return SessionLanguages(
        id=session.id,
        languages=session.languages,
        provided=session.interpreting,
        sign_up=session.sign_up,
    )


@get("/", name="needs.show")
async def show_needs(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show who needs what where, in numbers, in all and for each session."""
    plan = await plan_of(conference)
    return page(
        request,
        "registration/needs.html",
        conference=conference,
        plan=plan,
        said_language=said_language,
        until=_until(conference),
        kept=conference.needs_kept_days,
        when={one.id: _when(one, conference) for one, _found in plan.sessions},
    )


@get("/kitchen", name="needs.kitchen")
async def show_kitchen(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show what the kitchen cooks for: numbers, and no names."""
    plan = await plan_of(conference)
    own = await _counted(conference, plan.people, Reader.KITCHEN)
    return page(
        request,
        "registration/kitchen.html",
        conference=conference,
        plan=plan,
        own=own,
    )


@get("/published", name="needs.published")
async def show_published(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show the numbers as they may leave the house: small ones hidden."""
    plan = await plan_of(conference)
    whole = plan.whole
    return page(
        request,
        "registration/needs_published.html",
        conference=conference,
        people=published_alone(whole.people),
        tongues=[
            (said_language(tag), published_alone(number))
            for tag, number in _by_target(whole.pairs)
        ],
        children=published_alone(whole.children) if whole.families >= LEAST else None,
        diets=[(word, published_alone(number)) for word, number in whole.diets],
        access=published_alone(sum(bool(one.needs.access) for one in plan.people)),
        least=LEAST,
    )


def _by_target(pairs: Sequence[Pair]) -> Sequence[tuple[str, int]]:
    return list({one.target: one.people for one in pairs}.items())


@get("/names", name="needs.names", guards=[requires_own_link])
async def show_names(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Template:
    """Show by name who brings children and who needs access; noted in the journal."""
    people = await needs_of(conference.id)
    fields = [
        field
        for field in await fields_of(conference)
        if field.seen_by is Reader.CHILDCARE and not field.target
    ]
    answers = await answers_at(conference.id, [Reader.CHILDCARE])
    await note_listing(conference, by=identity.actor, now=now)
    return page(
        request,
        "registration/need_names.html",
        conference=conference,
        children=care_list(people, fields, answers),
        access=access_list(people),
        until=_until(conference),
    )


@get("/needs.csv", name="needs.csv", guards=[requires_own_link])
async def send_csv(conference: NamedDependency[ConferenceFacts]) -> Response[bytes]:
    """Hand out the numbers as a file; no names stand in it."""
    plan = await plan_of(conference)
    written = io.StringIO(newline="")
    sheet = csv.writer(
        written, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL
    )
    sheet.writerow([_("Wo"), _("Was"), _("Wie viele")])
    for where, one in (
        (_("im Ganzen"), plan.whole),
        *((_title(session), found) for session, found in plan.sessions),
    ):
        for what, number in _lines(one):
            sheet.writerow([neutral(where), neutral(what), number])
    content = written.getvalue().encode("utf-8-sig")
    return file_answer(content, f"{conference.key}-bedarfe.csv", "text/csv")


def _title(session: SessionFacts) -> str:
    return session.title.pick(current_language()).text


def _lines(found: Totals) -> list[tuple[str, int]]:
    return [
        (_("Personen"), found.people),
        *(
            (
                _(
                    "Dolmetschen %(source)s – %(target)s",
                    source=said_language(one.source),
                    target=said_language(one.target),
                ),
                one.people,
            )
            for one in found.pairs
        ),
        (_("Kinder zur Betreuung"), found.children),
        *((_("Essen: %(diet)s", diet=word), number) for word, number in found.diets),
        *(
            (_("Barrierefreiheit: %(access)s", access=word), number)
            for word, number in found.accesses
        ),
    ]


def _when(session: SessionFacts, conference: ConferenceFacts) -> str:
    """Say when a session begins; on several days, on which."""
    if len(conference.days) > 1:
        return moment(session.begins, conference)
    return clock(session.begins, conference.zone)


def _until(conference: ConferenceFacts) -> str:
    """Say until when needs are kept."""
    last: date | None = max((doors.day for doors in conference.days), default=None)
    return day_said(last + timedelta(days=conference.needs_kept_days)) if last else ""


async def _counted(
    conference: ConferenceFacts, people: Sequence[Needing], reader: Reader
) -> Sequence[tuple[FieldFacts, Sequence[tuple[str, int]]]]:
    """Count the answers to own questions that a reader may see, without names."""
    fields = [
        field
        for field in await fields_of(conference)
        if field.seen_by is reader and not field.target
    ]
    expected = {one.needs.participant for one in people}
    counts: dict[UUID, dict[str, int]] = {}
    for participant, given in (await answers_at(conference.id, [reader])).items():
        for field, value in given.items() if participant in expected else ():
            for part in value.split("\n"):
                tally = counts.setdefault(field, {})
                tally[part] = tally.get(part, 0) + 1
    return [
        (field, [(value_label(field, value), many) for value, many in found.items()])
        for field in fields
        if (found := counts.get(field.id, {}))
    ]


router = Router(
    path="/conferences/{key:str}/needs",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_needs, show_kitchen, show_published, show_names, send_csv],
    include_in_schema=False,
)
