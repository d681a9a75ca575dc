"""Ballots on paper, for the board: hand them out, key them in batches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from elections.actions.hand_out_paper import hand_out_paper, take_back_paper
from elections.actions.key_papers import lay_batch, papers_done, remove_batch
from elections.documents.ballot_papers import Printed, ballot_papers_pdf
from elections.pages.ballot_paper import paper_of
from elections.pages.place import provide_election
from elections.queries.elections import ElectionFacts, turnout_of
from elections.queries.papers import BatchFacts, batches_of
from elections.rules.batches import MOST_SHEETS
from elections.rules.stages import PollStage
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Refusal, TooEarly, Unusable
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect, with_query

MOST_PRINTED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLine:
    """A batch as an officer sees it: `mine` is open, done or empty; `free` to key."""

    batch: BatchFacts
    mine: str
    free: bool
    differs: bool


@get("/{number:int}/papers", name="papers.show")
async def show_papers(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
) -> Template:
    """Show how many papers are out, and how far their keying is."""
    return await _page(request, conference, election, identity)


@get("/{number:int}/papers/print", name="papers.print")
async def print_papers(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
) -> Response[bytes]:
    """Send ballot papers to be printed: so many of one batch."""
    if election.stage is PollStage.PREPARED:
        raise TooEarly("polls_not_open_yet")
    content = await ballot_papers_pdf(
        election,
        await _printed(election),
        conference=conference,
        copies=_asked(request, "copies", MOST_PRINTED),
        batch=_asked(request, "batch", 999),
        accent=request.app.state.settings.accent,
    )
    name = f"{election.round}.pdf"
    return Response(
        content,
        media_type="application/pdf",
        headers={"content-disposition": f'inline; filename="{name}"'},
    )


@post("/{number:int}/roll/{entry:uuid}/paper", name="papers.hand_out", status_code=200)
async def send_hand_out(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    entry: FromPath[UUID],
    now: NamedDependency[datetime],
) -> Redirect:
    """Note that somebody has a paper, or has given it back unused."""
    form = await read_form(request)
    act = take_back_paper if form.ticked("back") else hand_out_paper
    await act(election, entry, by=identity.actor, now=now)
    answer = redirect(request, "roll.show", key=conference.key, number=election.number)
    return with_query(answer, p=form.whole_number("p", least=1, default=1))


@post("/{number:int}/papers/batches", name="papers.lay", status_code=200)
async def send_batch(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Begin a batch."""
    form = await read_form(request)
    sheets = form.whole_number("sheets", least=1, most=MOST_SHEETS)
    errors: Mapping[str, str] = form.errors
    if form:
        try:
            await lay_batch(election, sheets, by=identity.actor, now=now)
        except Refusal as refusal:
            errors = {"sheets": request.app.state.sentences.say(refusal)}
        else:
            return _back(request, election)
    return await _page(
        request, conference, election, identity, errors=errors, typed=form.raw("sheets")
    )


@post("/{number:int}/papers/{batch:int}/remove", name="papers.remove", status_code=200)
async def send_removal(
    request: AnyRequest,
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    batch: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take back a batch."""
    await remove_batch(election, batch, by=identity.actor, now=now)
    return _back(request, election)


@post("/{number:int}/papers/done", name="papers.finish", status_code=200)
async def send_done(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Put all papers into the record; the root digest is fixed with them."""
    try:
        await papers_done(election, by=identity.actor, now=now)
    except (Unusable, TooEarly) as refusal:
        errors = {"done": request.app.state.sentences.say(refusal)}
        return await _page(request, conference, election, identity, errors=errors)
    request.app.state.live.changed(conference.key)
    return redirect(request, "running.show", key=election.key, number=election.number)


async def _printed(election: ElectionFacts) -> Printed:
    paper = await paper_of(election)
    rows = [(one.name, one.association or ", ".join(one.members)) for one in paper.rows]
    return Printed(form=paper.form, highest=paper.highest, rows=rows)


def _back(request: AnyRequest, election: ElectionFacts) -> Redirect:
    return redirect(request, "papers.show", key=election.key, number=election.number)


def _asked(request: AnyRequest, name: str, most: int) -> int:
    text = request.query_params.get(name, "1")
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() else 1


async def _page(
    request: AnyRequest,
    conference: ConferenceFacts,
    election: ElectionFacts,
    identity: Identity,
    *,
    errors: Mapping[str, str] | None = None,
    typed: str = "",
) -> Template:
    batches = await batches_of(election.id)
    turnout = await turnout_of(election)
    return page(
        request,
        "elections/papers.html",
        status=422 if errors else 200,
        conference=conference,
        election=election,
        lines=_lines(batches, identity),
        given=turnout.papers,
        laid=sum(one.sheets for one in batches),
        errors=errors or {},
        typed=typed,
    )


def _lines(batches: Sequence[BatchFacts], identity: Identity) -> Sequence[BatchLine]:
    return [_line(one, identity.person) for one in batches]


def _line(batch: BatchFacts, officer: UUID | None) -> BatchLine:
    own = batch.of(officer) if officer else None
    differs = len(batch.finished) > 1 and not batch.settled
    room = 3 if differs else 2
    return BatchLine(
        batch=batch,
        mine=("done" if own.done else "open") if own else "",
        free=own is None and not batch.settled and len(batch.keyings) < room,
        differs=differs,
    )


router = Router(
    path="/conferences/{key:str}/elections",
    guards=[requires_election_board],
    dependencies={
        "conference": Provide(provide_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[
        show_papers,
        print_papers,
        send_hand_out,
        send_batch,
        send_removal,
        send_done,
    ],
    include_in_schema=False,
)
