"""The roll: who would be on it, a list taken in, disputes, and what is frozen."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from elections.actions.freeze_roll import entitled_people
from elections.actions.keep_roll import (
    Dispute,
    Outcome,
    rule_on_roll,
    take_in_roll,
)
from elections.list_reading import read_voters
from elections.pages.delegates import said_faults, sent_file
from elections.pages.finding import the_one
from elections.pages.place import provide_election
from elections.queries.associations import associations_of
from elections.queries.elections import ElectionFacts
from elections.queries.roll import RollLine, RollPage, frozen_roll, roll_ahead
from elections.queries.rulings import rulings_of
from elections.rules.stages import About, Channel, PollStage
from elections.words import ENTITLED
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect, with_query
from lip.web.pages import prefixed
from lip.words import N_, _

CHANNELS: Final[Mapping[Channel, str]] = {
    Channel.NONE: N_("noch nicht"),
    Channel.PHONE: N_("Berechtigung abgeholt"),
    Channel.BOOTH: N_("am Tablet im Haus"),
    Channel.PAPER: N_("auf Papier"),
}
OUTCOMES: Final[Mapping[Outcome, str]] = {
    Outcome.ADD: N_("Die Person wird aufgenommen"),
    Outcome.STRIKE: N_("Die Person wird gestrichen"),
    Outcome.KEEP: N_("Es bleibt, wie es ist"),
}
_FIELDS: Final = {"ruling_unasked": "question", "ruling_undecided": "decision"}


@get("/{number:int}/roll", name="roll.show")
async def show_roll(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    now: NamedDependency[datetime],
    p: FromQuery[int] = 1,
    new: FromQuery[int] = -1,
    known: FromQuery[int] = 0,
) -> Template:
    """List the roll, or before it is frozen, who would be on it now."""
    found = await _roll(election, conference, now=now, number=p)
    here = prefixed(request, "roll.show", key=conference.key, number=election.number)
    rulings = await rulings_of(election.id)
    return page(
        request,
        "elections/roll.html",
        conference=conference,
        election=election,
        found=found,
        lines=[(line, _(CHANNELS[_channel(line)])) for line in found.lines],
        before=f"{here}?p={found.page - 1}" if found.page > 1 else "",
        after=f"{here}?p={found.page + 1}" if found.page < found.pages else "",
        entitled=_(ENTITLED[election.entitled]),
        rulings=[one for one in rulings if one.about is About.ROLL],
        read=(new, known),
    )


@get("/{number:int}/roll/import", name="roll.ask_file")
async def show_import(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
) -> Template:
    """Ask for a list of those who may vote."""
    return _ask(request, conference, election, Form({}), [])


@post("/{number:int}/roll/import", name="roll.take_in", status_code=200)
async def send_import(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Take in a roll, or nothing of it where a line is wrong."""
    form = await read_form(request)
    content, name = await sent_file(form)
    if not form:
        return _ask(request, conference, election, form, [])
    try:
        voters, faults = await asyncio.to_thread(read_voters, content, name)
    except Unusable as refusal:
        form.refuse("file", request.app.state.sentences.say(refusal))
        return _ask(request, conference, election, form, [])
    if faults:
        lines = said_faults(request, form, faults)
        return _ask(request, conference, election, form, lines)
    taken = await take_in_roll(
        election,
        voters,
        conference=conference,
        replace=form.ticked("replace"),
        by=identity.actor,
        now=now,
    )
    if taken.faults:
        lines = said_faults(request, form, taken.faults)
        return _ask(request, conference, election, form, lines)
    answer = redirect(request, "roll.show", key=conference.key, number=election.number)
    return with_query(answer, new=taken.new, known=taken.known)


@get("/{number:int}/roll/ruling", name="roll.dispute")
async def show_dispute(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    who: FromQuery[str] = "",
    entry: FromQuery[UUID | None] = None,
) -> Template:
    """Show the form of a dispute; with somebody named, she may be struck."""
    strike = bool(who or entry)
    typed = {
        "outcome": Outcome.STRIKE.value if strike else Outcome.ADD.value,
        "who": who[:100],
        "entry": str(entry or ""),
    }
    return await _dispute_page(request, conference, election, typed)


@post("/{number:int}/roll/ruling", name="roll.rule", status_code=200)
async def send_dispute(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Decide a dispute: add or strike somebody, or leave it, and log why."""
    form = await read_form(request)
    dispute = await _read_dispute(form, conference)
    if form:
        try:
            await rule_on_roll(
                election,
                dispute,
                conference=conference,
                officer=identity.person,
                by=identity.actor,
                now=now,
                request=form.request_key(),
            )
        except Unusable as refusal:
            said = request.app.state.sentences.say(refusal)
            form.refuse(_FIELDS.get(refusal.code, "who"), said)
        else:
            return redirect(
                request, "roll.show", key=conference.key, number=election.number
            )
    typed = {name: form.raw(name)[:1000] for name in _NAMES}
    return await _dispute_page(request, conference, election, typed, errors=form.errors)


_NAMES: Final = (
    "outcome",
    "who",
    "entry",
    "name",
    "association",
    "question",
    "decision",
)


async def _read_dispute(form: Form, conference: ConferenceFacts) -> Dispute:
    return Dispute(
        outcome=form.choice("outcome", Outcome, default=Outcome.KEEP),
        participant=await the_one(conference, form, "who"),
        entry=_entry(form),
        name=form.text("name", most=200),
        association=form.text("association", most=200),
        question=form.text("question", most=500),
        decision=form.text("decision", most=1000, lines=True),
    )


def _entry(form: Form) -> UUID | None:
    try:
        return UUID(form.raw("entry"))
    except ValueError:
        return None


def _channel(line: RollLine) -> Channel:
    """Say how she votes; who has a credential and no way named votes by phone."""
    if line.given and line.channel is Channel.NONE:
        return Channel.PHONE
    return line.channel


async def _roll(
    election: ElectionFacts, conference: ConferenceFacts, *, now: datetime, number: int
) -> RollPage:
    if election.stage is not PollStage.PREPARED:
        return await frozen_roll(election.id, page=number)
    people = await entitled_people(election, conference, now=now)
    return await roll_ahead(election.id, conference.id, people, page=number)


def _ask(
    request: AnyRequest,
    conference: ConferenceFacts,
    election: ElectionFacts,
    form: Form,
    lines: list[tuple[int, str]],
) -> Template:
    return page(
        request,
        "elections/roll_import.html",
        status=422 if form.errors else 200,
        conference=conference,
        election=election,
        errors=form.errors,
        lines=lines,
    )


async def _dispute_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    election: ElectionFacts,
    typed: Mapping[str, str],
    *,
    errors: Mapping[str, str] | None = None,
) -> Template:
    names = [one.name for one in await associations_of(conference.id)]
    return page(
        request,
        "elections/roll_ruling.html",
        status=422 if errors else 200,
        conference=conference,
        election=election,
        outcomes=[(one.value, _(word)) for one, word in OUTCOMES.items()],
        associations=[("", _("keiner")), *((name, name) for name in names)],
        typed=dict.fromkeys(_NAMES, "") | dict(typed),
        errors=errors or {},
        request_key=uuid4(),
    )


router = Router(
    path="/conferences/{key:str}/elections",
    guards=[requires_election_board],
    dependencies={
        "conference": Provide(provide_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[show_roll, show_import, send_import, show_dispute, send_dispute],
    include_in_schema=False,
)
