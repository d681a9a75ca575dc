"""Dots on paper: the sheet to be printed, and two people who count it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator
from lip.accounts.rules.identity import Identity
from lip.conference.pages.documents import pdf
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, NotAllowed, NotFound, TooEarly, TooLate, Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, current_language
from proposals.voting.actions.count_paper import enter_count, settle_sheet
from proposals.voting.actions.hand_out import handed_out
from proposals.voting.documents.dot_sheet import dot_sheet_pdf
from proposals.voting.queries.paper import CountedSheet, sheets_of
from proposals.voting.queries.rounds import RoundFacts, options_of, round_of
from proposals.voting.queries.translated import translations_in

MOST_SHEETS = 500
MOST_DOTS = 100_000
REFUSALS = (Unusable, TooLate, TooEarly, Conflict, NotAllowed)


@get("/", name="paper.list")
async def show_sheets(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
) -> Template:
    """List the sheets, and how far their counting is; no numbers of others."""
    one = await round_of(conference.id, number)
    sheets = await sheets_of(one.id)
    return page(
        request,
        "voting/paper.html",
        conference=conference,
        round=one,
        title=one.title.pick(current_language(), conference.language),
        sheets=sheets,
        me=str(identity.actor.id),
        following=max((sheet.number for sheet in sheets), default=0) + 1,
        handed=await handed_out(one),
    )


@get("/sheet.pdf", name="paper.print")
async def print_sheet(
    conference: NamedDependency[ConferenceFacts], number: FromPath[int]
) -> Response[bytes]:
    """Print the sheet on which people put their dots."""
    one = await round_of(conference.id, number)
    make = partial(
        dot_sheet_pdf,
        one.title,
        await options_of(one.id),
        one.terms,
        beside=await _beside(one),
        conference=conference.title,
        language=current_language(),
    )
    return await pdf(make, f"klebepunkte-{number}.pdf")


async def _beside(one: RoundFacts) -> Mapping[int, Sequence[str]]:
    """Gather translations of what is voted on, in the languages we speak."""
    texts: dict[int, list[str]] = {}
    for tag in LANGUAGES:
        for position, words in (await translations_in(one.id, tag)).items():
            if words.checked or not words.by_machine:
                texts.setdefault(position, []).append(words.title or words.text)
    return texts


@get("/{sheet:int}", name="paper.show")
async def show_sheet(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    sheet: FromPath[int],
) -> Template:
    """Show the form for one's own count, and the differences where there are any."""
    one = await round_of(conference.id, number)
    return await _sheet_page(request, conference, identity, one, sheet, Form({}))


@post("/{sheet:int}", name="paper.count", status_code=200)
async def send_count(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    sheet: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Enter one's own count; or settle, as a third person."""
    one = await round_of(conference.id, number)
    form = await read_form(request)
    counts = await _counts(form, one)
    people = form.whole_number("people", most=MOST_DOTS)
    if form:
        act = settle_sheet if form.ticked("settle") else enter_count
        try:
            await act(one, sheet, counts, people, by=identity.actor, now=now)
        except REFUSALS as refusal:
            form.refuse("people", request.app.state.sentences.say(refusal))
        else:
            return redirect(
                request, "paper.show", key=conference.key, number=number, sheet=sheet
            )
    return await _sheet_page(request, conference, identity, one, sheet, form)


async def _counts(form: Form, one: RoundFacts) -> Mapping[int, int]:
    return {
        option.position: form.whole_number(f"c-{option.position}", most=MOST_DOTS)
        for option in await options_of(one.id)
    }


async def _sheet_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    identity: Identity,
    one: RoundFacts,
    sheet: int,
    form: Form,
) -> Template:
    if not 1 <= sheet <= MOST_SHEETS:
        raise NotFound("no_such_round", number=one.number)
    found = {each.number: each for each in await sheets_of(one.id)}
    known = found.get(sheet) or CountedSheet(number=sheet, entries={})
    own = known.own(str(identity.actor.id))
    return page(
        request,
        "voting/paper_sheet.html",
        status=422 if form.errors else 200,
        conference=conference,
        round=one,
        title=one.title.pick(current_language(), conference.language),
        options=await options_of(one.id),
        sheet=known,
        own=own,
        shown=known.open_to_both or known.settled is not None,
        third=known.open_to_both and own is None,
        typed={name: form.raw(name)[:10] for name in form.names()},
        errors=form.errors,
    )


router = Router(
    path="/conferences/{key:str}/rounds/{number:int}/paper",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_sheets, print_sheet, show_sheet, send_count],
    include_in_schema=False,
)
