"""Council papers, for the editors: the list, the form, release and removal."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.bodies.pages.bodies import body_options
from lip.bodies.queries.bodies import all_bodies
from lip.errors import Conflict, NotFound, Refusal, Unusable
from lip.papers.actions.release_paper import release_paper
from lip.papers.actions.remove_paper import remove_paper, restore_paper
from lip.papers.actions.save_paper import add_paper, save_paper
from lip.papers.pages.differences import differences
from lip.papers.pages.paper_form import ROWS, read_wish, typed_values, values_of
from lip.papers.pages.standing import standing_page
from lip.papers.pages.words import KINDS, RELATIONS, ROLES, kind_of
from lip.papers.queries.papers import (
    Wanted,
    number_of_papers,
    paper_by_id,
    papers,
    whole_paper,
)
from lip.papers.rules.kinds import ConsultationRole, RelationKind
from lip.papers.rules.papers import Paper, PaperFacts, PaperWish
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, _

SIZE: Final = 50
_USUAL: Final[Mapping[str, Mapping[str, str]]] = {
    "log": {"role": ConsultationRole.ADVICE.value},
    "related": {"kind": RelationKind.RELATED.value},
}
"""What stands chosen in a row that nobody has filled yet."""
_FIELDS: Final = {
    "paper_number_unreadable": "reference",
    "paper_number_taken": "reference",
    "paper_relates_to_itself": "related-0-reference",
    "unknown_body": "recipient-0-body",
}
"""At which field of the form a refusal is said."""


@get("/", name="council_papers.list")
async def show_papers(request: AnyRequest, at: FromQuery[int] = 1) -> Template:
    """List all papers, drafts and removed ones too, newest first."""
    wanted = Wanted(removed=True)
    pages = max(1, -(-await number_of_papers(wanted) // SIZE))
    number = min(max(1, at), pages)
    there = await papers(wanted, limit=SIZE, offset=(number - 1) * SIZE)
    return page(
        request,
        "papers/staff_list.html",
        papers=[(one, kind_of(one)) for one in there],
        number=number,
        pages=pages,
    )


@get("/new", name="council_papers.new")
async def show_new(request: AnyRequest) -> Template:
    """Show the form for a new paper; the city is that of the last one."""
    last = await papers(Wanted(removed=True), limit=1)
    wish = PaperWish(reference="", title="", city=last[0].city if last else "")
    return await _form_page(request, None, values_of(wish))


@post("/new", name="council_papers.add", status_code=200)
async def send_new(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Add a paper as a draft; sent twice it is there once."""
    form = await read_form(request)
    if form.raw("more"):
        return await _form_page(
            request, None, typed_values(form), key=form.request_key()
        )
    wish, key = read_wish(form), form.request_key()
    if form:
        try:
            paper = await add_paper(wish, by=identity.actor, now=now, request=key)
        except (Conflict, Unusable, NotFound) as refusal:
            _refuse(request, form, refusal)
        else:
            return redirect(request, "council_papers.show", paper=paper)
    return await _form_page(request, None, typed_values(form), form=form, key=key)


@get("/{paper:uuid}", name="council_papers.show")
async def show_paper(request: AnyRequest, paper: FromPath[UUID]) -> Template:
    """Show how a paper stands: what it lacks, its files, what can be done."""
    return await standing_page(request, paper)


@get("/{paper:uuid}/edit", name="council_papers.edit")
async def show_edit(request: AnyRequest, paper: FromPath[UUID]) -> Template:
    """Show the form of a paper."""
    there = await whole_paper(await paper_by_id(paper))
    return await _form_page(request, there.facts, values_of(there))


@post("/{paper:uuid}/edit", name="council_papers.change", status_code=200)
async def send_edit(
    request: AnyRequest,
    paper: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Save a paper; what somebody else saved meanwhile is shown, not overwritten."""
    facts = await paper_by_id(paper)
    form = await read_form(request)
    if form.raw("more"):
        began = form.whole_number("version", most=10**9)
        return await _form_page(request, facts, typed_values(form), version=began)
    wish = read_wish(form)
    theirs: Paper | None = None
    if form:
        began = form.whole_number("version", most=10**9)
        try:
            await save_paper(paper, wish, version=began, by=identity.actor, now=now)
        except (Conflict, Unusable, NotFound) as refusal:
            if refusal.code == "paper_changed_meanwhile":
                theirs = await whole_paper(facts)
            _refuse(request, form, refusal)
        else:
            return redirect(request, "council_papers.show", paper=paper)
    return await _form_page(
        request,
        facts,
        typed_values(form),
        form=form,
        version=facts.version if theirs else form.whole_number("version", most=10**9),
        others=differences(theirs, wish) if theirs else (),
    )


@post("/{paper:uuid}/release", name="council_papers.release", status_code=200)
async def send_release(
    request: AnyRequest,
    paper: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Let everybody read a paper, or nobody any more."""
    public = not (await read_form(request)).ticked("hide")
    await release_paper(paper, public=public, by=identity.actor, now=now)
    return redirect(request, "council_papers.show", paper=paper)


@post("/{paper:uuid}/remove", name="council_papers.remove")
async def send_removal(
    request: AnyRequest,
    paper: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Remove a paper; one that was never public is deleted for good."""
    await remove_paper(paper, by=identity.actor, now=now)
    return redirect(request, "council_papers.list")


@post("/{paper:uuid}/restore", name="council_papers.restore")
async def send_restoring(
    request: AnyRequest,
    paper: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Bring a removed paper back as it was."""
    await restore_paper(paper, by=identity.actor, now=now)
    return redirect(request, "council_papers.show", paper=paper)


def _refuse(request: AnyRequest, form: Form, refusal: Refusal) -> None:
    field = _FIELDS.get(refusal.code, "title")
    form.refuse(field, request.app.state.sentences.say(refusal))


async def _form_page(
    request: AnyRequest,
    facts: PaperFacts | None,
    values: Mapping[str, Any],
    *,
    form: Form | None = None,
    key: UUID | None = None,
    version: int = 0,
    others: Sequence[tuple[str, str]] = (),
) -> Template:
    errors = {} if form is None else form.errors
    return page(
        request,
        "papers/edit.html",
        status=422 if errors else 200,
        facts=facts,
        values=_with_blanks(values, await _more(request)),
        errors=errors,
        others=others,
        version=version or (facts.version if facts else 0),
        kinds=[(one.value, _(word)) for one, word in KINDS.items()],
        roles=[(one.value, _(word)) for one, word in ROLES.items()],
        relations=[(one.value, _(word)) for one, word in RELATIONS.items()],
        bodies=body_options(await all_bodies()),
        tongues=[(one.tag, one.name) for one in LANGUAGES.values()],
        request_key=key or uuid4(),
    )


async def _more(request: AnyRequest) -> str:
    """Tell of which part more rows are wanted."""
    return (await read_form(request)).raw("more") if request.method == "POST" else ""


def _with_blanks(values: Mapping[str, Any], more: str) -> Mapping[str, Any]:
    """Add empty rows to type into: one of each, and some more where asked for."""
    blanks = {
        row: [
            *values[row],
            *(
                {**dict.fromkeys(fields, ""), **_USUAL.get(row, {})}
                for _n in range(4 if row == more else 1)
            ),
        ]
        for row, fields in ROWS.items()
    }
    return {**values, **blanks}


router = Router(
    path="/edit/papers",
    guards=[requires_editor],
    route_handlers=[
        show_papers,
        show_new,
        send_new,
        show_paper,
        show_edit,
        send_edit,
        send_release,
        send_removal,
        send_restoring,
    ],
    include_in_schema=False,
)
