"""Key the papers of a batch, one after the other, with nothing of what others keyed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from elections.actions.key_papers import end_keying, key_paper
from elections.pages.ballot_paper import Paper, Row, paper_of
from elections.pages.place import officer_of, provide_election
from elections.queries.elections import ElectionFacts, nominations_of
from elections.queries.papers import BatchFacts, batch_of
from elections.rules.ballots import SPOILED_ON_PURPOSE, Marks
from elections.rules.batches import differences, read, sheets_in, written
from elections.rules.paper_forms import Form as PaperForm
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Equal papers of a keying, in words; `value` names them in a form."""

    words: str
    times: Sequence[int]
    value: str


@get("/", name="keying.show")
async def show_keying(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    batch: FromPath[int],
) -> Template:
    """Show the form for one paper, and what oneself has keyed so far."""
    return await _page(request, conference, election, batch, officer_of(identity))


@post("/", name="keying.add", status_code=200)
async def send_paper(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    batch: FromPath[int],
) -> Redirect | Template:
    """Add a paper, or take away one that was keyed by mistake."""
    officer, form = officer_of(identity), await read_form(request)
    paper = await _whole_paper(election)
    marks, step = _asked(form, paper)
    try:
        await key_paper(election, batch, marks, step, officer=officer)
    except Unusable as refusal:
        errors = {"paper": request.app.state.sentences.say(refusal)}
        return await _page(request, conference, election, batch, officer, errors=errors)
    return redirect(
        request, "keying.show", key=election.key, number=election.number, batch=batch
    )


@post("/done", name="keying.end", status_code=200)
async def send_end(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    batch: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Say that all papers of the batch are keyed."""
    officer = officer_of(identity)
    try:
        await end_keying(election, batch, officer=officer, by=identity.actor, now=now)
    except Unusable as refusal:
        errors = {"paper": request.app.state.sentences.say(refusal)}
        return await _page(request, conference, election, batch, officer, errors=errors)
    return redirect(request, "papers.show", key=election.key, number=election.number)


async def _whole_paper(election: ElectionFacts) -> Paper:
    """Draw up the paper as it was printed: who withdrew later stands on it as well."""
    paper = await paper_of(election)
    known = {row.mark for row in paper.rows}
    gone = [
        Row(mark=one.mark, name=one.name, association=one.association)
        for one in await nominations_of(election.id)
        if one.withdrawn and one.mark not in known
    ]
    if paper.form is PaperForm.LIST:
        return paper
    return replace(paper, rows=[*paper.rows, *gone])


def _asked(form: Form, paper: Paper) -> tuple[Marks, int]:
    """Read a paper to be added, or the content of one to be taken away."""
    if away := form.raw("away")[:5000]:
        known = {_value(one): one for one in _possible(away)}
        return known.get(away, ()), -1
    if form.ticked("spoiled"):
        return SPOILED_ON_PURPOSE, 1
    marks = []
    for row in paper.rows:
        text = form.raw(f"m-{row.mark}")
        if text.isascii() and text.isdigit() and int(text) <= paper.highest:
            least = 0 if paper.form is PaperForm.POINTS else 1
            if int(text) >= least:
                marks.append((row.mark, int(text)))
    return tuple(sorted(marks)), 1


def _value(marks: Marks) -> str:
    return written({marks: 1})


def _possible(value: str) -> Sequence[Marks]:
    try:
        return list(read(value))
    except (ValueError, TypeError):
        return []


async def _page(
    request: AnyRequest,
    conference: ConferenceFacts,
    election: ElectionFacts,
    number: int,
    officer: UUID,
    *,
    errors: Mapping[str, str] | None = None,
) -> Template:
    paper = await _whole_paper(election)
    batch = await batch_of(election.id, number)
    own = batch.of(officer)
    counts = own.counts if own else {}
    return page(
        request,
        "elections/keying.html",
        status=422 if errors else 200,
        conference=conference,
        election=election,
        paper=paper,
        batch=batch,
        keyed=sheets_in(counts),
        contents=[
            Content(words=_words(marks, paper), times=(times,), value=_value(marks))
            for marks, times in sorted(counts.items())
        ],
        differing=_differing(batch, paper) if own is None else [],
        done=own is not None and own.done,
        numbers=[(str(n), str(n)) for n in _numbers(paper)],
        errors=errors or {},
    )


def _numbers(paper: Paper) -> range:
    least = 0 if paper.form is PaperForm.POINTS else 1
    return range(least, paper.highest + 1)


def _differing(batch: BatchFacts, paper: Paper) -> Sequence[Content]:
    """Show a third officer where the two before her differ."""
    finished = [one.counts for one in batch.finished]
    if len(finished) < 2 or batch.settled:
        return []
    return [
        Content(words=_words(one.marks, paper), times=one.times, value="")
        for one in differences(finished)
    ]


def _words(marks: Marks, paper: Paper) -> str:
    """Say what stands on a paper."""
    if marks == SPOILED_ON_PURPOSE:
        return _("ungültig")
    if not marks:
        return _("leer")
    names = {row.mark: row.name for row in paper.rows}
    if paper.form in {PaperForm.CROSSES, PaperForm.LIST}:
        return ", ".join(names.get(mark, mark) for mark, _times in marks)
    ordered = sorted(marks, key=lambda one: one[1])
    return ", ".join(f"{names.get(mark, mark)}: {times}" for mark, times in ordered)


router = Router(
    path="/conferences/{key:str}/elections/{number:int}/papers/{batch:int}",
    guards=[requires_election_board],
    dependencies={
        "conference": Provide(provide_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[show_keying, send_paper, send_end],
    include_in_schema=False,
)
