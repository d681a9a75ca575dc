"""A paper made from chapters and measures, for the editors."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.errors import Conflict, NotFound, Unusable
from lip.measures.queries.measures import all_measures
from lip.papers.actions.draft_paper import draft_paper
from lip.papers.rules.papers import LONGEST_TITLE
from lip.plan.queries.chapters import chapters_of, texts_of
from lip.plan.queries.plans import all_plans
from lip.subjects import SubjectKind
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _, current_language

_KINDS: Final = {
    "chapter": SubjectKind.CHAPTER,
    "measure": SubjectKind.MEASURE,
}


@get("/", name="council_papers.choose")
async def show_choice(request: AnyRequest) -> Template:
    """Offer the chapters and measures that a paper can be made of."""
    return await _page(request, None)


@post("/", name="council_papers.draft", status_code=200)
async def send_choice(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Make a draft of what was chosen; sent twice it is there once."""
    form = await read_form(request)
    reference = form.text("reference", most=60, required=True)
    title = form.text("title", most=LONGEST_TITLE, required=True)
    subjects, key = _chosen(form), form.request_key()
    if form:
        try:
            paper = await draft_paper(
                subjects,
                reference=reference,
                title=title,
                by=identity.actor,
                now=now,
                request=key,
            )
        except (Conflict, Unusable, NotFound) as refusal:
            field = "reference" if "number" in refusal.code else "chapter"
            form.refuse(field, request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "council_papers.show", paper=paper)
    return await _page(request, form)


def _chosen(form: Form) -> Sequence[tuple[SubjectKind, UUID]]:
    """Read what was ticked, chapters first; what is no id is refused."""
    chosen: list[tuple[SubjectKind, UUID]] = []
    for name, kind in _KINDS.items():
        for text in form.all(name):
            try:
                chosen.append((kind, UUID(text)))
            except ValueError:
                form.refuse(name, _("Bitte wählen Sie einen der Werte aus der Liste."))
    return chosen


async def _page(request: AnyRequest, form: Form | None) -> Template:
    chosen = {one: form.all(one) if form is not None else [] for one in _KINDS}
    errors = {} if form is None else form.errors
    return page(
        request,
        "papers/choose.html",
        status=422 if errors else 200,
        reference="" if form is None else form.raw("reference")[:60],
        title="" if form is None else form.raw("title")[:LONGEST_TITLE],
        chapters=await _chapters(),
        measures=[
            (str(one.id), one.sheet.title.pick(current_language()).text or one.key)
            for one in await all_measures(parts=())
        ],
        chosen=chosen,
        errors=errors,
        request_key=uuid4() if form is None else form.request_key(),
    )


async def _chapters() -> Sequence[tuple[str, str]]:
    """List the chapters of all plans, each by its number and title."""
    heads = [one for plan in await all_plans() for one in await chapters_of(plan.id)]
    texts = await texts_of([one.id for one in heads])
    named: list[tuple[str, str]] = []
    for one in heads:
        titles = {text.language: text.title for text in texts.get(one.id, ())}
        title = titles.get("de") or next(iter(titles.values()), one.key)
        named.append((str(one.id), f"{one.number} {title}".strip()))
    return named


router = Router(
    path="/edit/papers/draft",
    guards=[requires_editor],
    route_handlers=[show_choice, send_choice],
    include_in_schema=False,
)
