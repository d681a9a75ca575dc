"""What the board does about a tie: throw dice, draw by hand, or vote once more."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from litestar import Router, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from elections.actions.draw_lot import agree_to_lot, drawn, thrown
from elections.actions.next_round import prepare_next_round
from elections.actions.take_back_round import take_back_next_round
from elections.pages.place import officer_of, provide_election
from elections.pages.running import back_to, done, election_page
from elections.pages.ties import settling_of
from elections.queries.consents import lots_typed_in
from elections.queries.elections import ElectionFacts
from elections.rules.canonical import Plain
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, redirect


@post("/{number:int}/dice", name="running.dice", status_code=200)
async def send_dice(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Type in dice that were thrown before everybody; two officers must agree."""
    form = await read_form(request)
    digits = "".join(form.text("digits", most=400).split())
    try:
        lot = await thrown(election, digits, _names(form))
        await _agree(election, lot, identity, now=now)
    except Unusable as refusal:
        at = "witnesses-dice" if refusal.code == "too_few_witnesses" else "digits"
        form.refuse(at, request.app.state.sentences.say(refusal))
    return await _answer(request, conference, election, identity, form, now=now)


@post("/{number:int}/drawn", name="running.drawn", status_code=200)
async def send_drawn(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Type in the order in which names were drawn by hand; two officers must agree."""
    form = await read_form(request)
    settling = await settling_of(election, identity.person)
    marks = [one.mark for one in settling.tied] if settling else []
    try:
        lot = await drawn(election, _order(form, marks), _names(form))
        await _agree(election, lot, identity, now=now)
    except Unusable as refusal:
        at = "witnesses-drawn" if refusal.code == "too_few_witnesses" else "drawn-1"
        form.refuse(at, request.app.state.sentences.say(refusal))
    return await _answer(request, conference, election, identity, form, now=now)


@post("/{number:int}/next-round", name="running.next_round", status_code=200)
async def send_next_round(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Prepare run-off or second round, and lead to it."""
    later = await prepare_next_round(election, by=identity.actor, now=now)
    return redirect(request, "running.show", key=conference.key, number=later)


@post("/{number:int}/next-round/take-back", name="running.take_back", status_code=200)
async def send_taking_back(
    request: AnyRequest,
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take back the round that is prepared and not open."""
    await take_back_next_round(election, by=identity.actor, now=now)
    return back_to(request, election)


def _order(form: Form, marks: Sequence[str]) -> Sequence[str]:
    """Read who was drawn first, second and so on."""
    return [
        mark
        for at in range(1, len(marks) + 1)
        if (mark := form.raw(f"drawn-{at}")) in marks
    ]


def _names(form: Form) -> Sequence[str]:
    """Read the names of witnesses, one in a line."""
    lines = form.text("witnesses", most=1000, lines=True).splitlines()
    return [" ".join(line.split()) for line in lines if line.strip()]


async def _agree(
    election: ElectionFacts,
    lot: Mapping[str, Plain],
    identity: Identity,
    *,
    now: datetime,
) -> None:
    officer = officer_of(identity)
    agreed = await agree_to_lot(
        election, lot, officer=officer, by=identity.actor, now=now
    )
    if not agreed and (await lots_typed_in(election.id)).differ:
        raise Unusable("lots_differ")


async def _answer(
    request: AnyRequest,
    conference: ConferenceFacts,
    election: ElectionFacts,
    identity: Identity,
    form: Form,
    *,
    now: datetime,
) -> Redirect | Template:
    if not form:
        return await election_page(
            request,
            conference,
            election,
            identity,
            now=now,
            errors=form.errors,
            typed={
                "digits": form.raw("digits")[:400],
                "witnesses": form.raw("witnesses")[:1000],
            },
        )
    return done(request, election)


router = Router(
    path="/conferences/{key:str}/elections",
    guards=[requires_election_board],
    dependencies={
        "conference": Provide(provide_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[send_dice, send_drawn, send_next_round, send_taking_back],
    include_in_schema=False,
)
