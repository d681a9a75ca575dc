"""What the board writes into the minutes, and what it rules on objections."""

from datetime import datetime
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from elections.actions.keep_minutes import MinutesWish, keep_minutes, note_ruling
from elections.minutes import ABOUT
from elections.pages.place import provide_election
from elections.queries.elections import ElectionFacts
from elections.queries.rulings import rulings_of
from elections.rules.stages import About
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _

WRITTEN_HERE = (About.OBJECTION, About.BALLOT, About.ROLL)


@get("/{number:int}/minutes", name="running.minutes")
async def show_form(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
) -> Template:
    """Show what stands in the minutes beside the count."""
    return await _page(request, conference, election, Form({}))


@post("/{number:int}/minutes", name="running.keep_minutes", status_code=200)
async def send_form(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Write down place, board, witnesses and the last day for objections."""
    form = await read_form(request)
    wish = MinutesWish(
        place=form.text("place", most=200),
        members=form.text("members", most=2000, lines=True),
        witnesses=form.text("witnesses", most=2000, lines=True),
        objections_until=form.day("objections_until"),
    )
    if not form:
        return await _page(request, conference, election, form)
    await keep_minutes(election, wish, by=identity.actor, now=now)
    return redirect(
        request, "running.minutes", key=conference.key, number=election.number
    )


@post("/{number:int}/rulings", name="running.rule", status_code=200)
async def send_ruling(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Write down an objection or what happened, and what the board decided."""
    form = await read_form(request)
    about = form.choice("about", About, default=About.OBJECTION)
    remark = form.text("remark", most=2000, lines=True)
    if "remark" in form.names():
        about = About.OTHER
    question = remark or form.text("question", most=2000, lines=True)
    decision = form.text("decision", most=2000, lines=True)
    if form:
        try:
            await note_ruling(
                election,
                about,
                question,
                decision,
                officer=identity.person,
                by=identity.actor,
                now=now,
                request=form.request_key(),
            )
        except Unusable as refusal:
            at = "remark" if about is About.OTHER else "question"
            form.refuse(at, request.app.state.sentences.say(refusal))
        else:
            return redirect(
                request, "running.minutes", key=conference.key, number=election.number
            )
    return await _page(request, conference, election, form)


async def _page(
    request: AnyRequest,
    conference: ConferenceFacts,
    election: ElectionFacts,
    form: Form,
) -> Template:
    sent = set(form.names())
    kept = {
        "place": election.place or conference.place,
        "members": election.members,
        "witnesses": election.witnesses,
        "objections_until": election.objections_until or "",
    }
    values = {name: form.raw(name) if name in sent else kept[name] for name in kept}
    for name in ("about", "question", "decision", "remark"):
        values[name] = form.raw(name)
    noted = await rulings_of(election.id)
    return page(
        request,
        "elections/keep_minutes.html",
        status=422 if form.errors else 200,
        conference=conference,
        election=election,
        values=values,
        errors=form.errors,
        abouts=[(one.value, _(ABOUT[one])) for one in WRITTEN_HERE],
        rulings=[(one, _(ABOUT[one.about])) for one in noted if not one.is_remark],
        remarks=[one for one in noted if one.is_remark],
        request_key=uuid4(),
    )


router = Router(
    path="/conferences/{key:str}/elections",
    guards=[requires_election_board],
    dependencies={
        "conference": Provide(provide_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[show_form, send_form, send_ruling],
    include_in_schema=False,
)
