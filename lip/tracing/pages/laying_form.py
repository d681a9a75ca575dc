"""The page on which traces of one thing are laid."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid4

from litestar.params import FromPath
from litestar.response import Template

from lip.errors import NotFound
from lip.said import Said, Spoken
from lip.subjects import Subject, SubjectKind
from lip.tracing.actions.lay_trace import LONGEST_NOTE, TraceWish
from lip.tracing.pages.ways import said_lines, subjects_named
from lip.tracing.queries.traces import traces_at
from lip.tracing.rules.chains import (
    SPEAKS_FOR_PROPOSALS,
    TRACEABLE,
    Node,
    TraceFacts,
    leads_on,
)
from lip.tracing.rules.lines import LineKeeper, lines_in
from lip.tracing.words import STAGES
from lip.web.forms import Form
from lip.web.page import AnyRequest, page
from lip.web.subject_words import KIND_WORDS
from lip.web.visit import visit_of
from lip.words import LANGUAGES, _, current_language
from proposals.pages.ways import badge_of
from proposals.queries.following import ways_of
from proposals.rules.following import Became, state_at_end
from proposals.words import BECAME

LONGEST_LABEL: Final = 80
MOST_LINES: Final = 100_000
FOLLOWED: Final = tuple(one for one in Became if one is not Became.NOT_FOLLOWED)
"""What a proposal can be told with a trace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A trace as its list shows it: the other end, and whether it comes from there."""

    id: UUID
    comes_from: bool
    kind: str
    code: str
    title: Spoken
    lines: str
    note: Spoken


async def provide_node(kind: FromPath[str], subject: FromPath[UUID]) -> Node:
    """Find what an address means."""
    if kind not in {one.value for one in TRACEABLE}:
        raise NotFound("unknown_subject")
    return Node(SubjectKind(kind), subject)


async def read_wish(request: AnyRequest, form: Form, here: Node) -> TraceWish | None:
    """Read which trace is to be laid; what is wrong stands in the form."""
    other = _chosen(form)
    first = form.whole_number("first", most=MOST_LINES)
    last = form.whole_number("last", most=MOST_LINES)
    note = form.said("note", most=LONGEST_NOTE)
    became = form.choice("became", Became, default=Became.TAKEN_UP)
    if not form or other is None:
        return None
    origin, result = _ends(form, here, other)
    keeper: LineKeeper = request.app.state.lines
    chapter = result if result.kind is SubjectKind.CHAPTER else origin
    named = (await subjects_named(request, [result])).get(result)
    return TraceWish(
        origin=origin,
        result=result,
        lines=lines_in(await keeper.draft(chapter.id), first, last),
        note=note,
        became=became,
        title=named.title if named and named.public else Said(),
    )


async def traces_page(
    request: AnyRequest, here: Node, form: Form | None = None, *, words: str = ""
) -> Template:
    """Show the traces of one thing, and the forms below them."""
    laid = await traces_at(here)
    named = await subjects_named(request, [here, *(_other(one, here) for one in laid)])
    if here not in named:
        raise NotFound("unknown_subject")
    return page(
        request,
        "tracing/laying.html",
        status=200 if form is None else 422,
        here=named[here],
        title=named[here].title.pick(current_language()),
        kind=here.kind.value,
        laid=[_laid(one, here, named) for one in laid],
        badge=await _badge(request, here),
        proposal_path=visit_of(request).prefix + named[here].path,
        answers=[(one.value, _(BECAME[one])) for one in FOLLOWED],
        may_decline=here.kind in SPEAKS_FOR_PROPOSALS,
        words=words,
        **await _choices(request, here, words),
        values=_typed(form),
        errors={} if form is None else form.errors,
        request_key=uuid4() if form is None else form.request_key(),
        other_key=uuid4(),
    )


def _chosen(form: Form) -> Node | None:
    kind, _sign, one = form.raw("other").partition(":")
    try:
        return Node(SubjectKind(kind), UUID(one))
    except ValueError:
        form.refuse("other", _("Bitte wählen Sie, wohin die Spur führt."))
        return None


def _ends(form: Form, here: Node, other: Node) -> tuple[Node, Node]:
    """Order both ends; between two of a kind a tick decides."""
    back = leads_on(other.kind, here.kind) and not leads_on(here.kind, other.kind)
    comes = form.ticked("comes_from") if here.kind is other.kind else back
    return (other, here) if comes else (here, other)


def _typed(form: Form | None) -> Mapping[str, object]:
    """Give back what was typed, so that nothing is typed twice."""
    raw = form.raw if form is not None else lambda _name: ""
    said = ("note", "reason")
    return {
        **{name: raw(name) for name in ("other", "first", "last", "became")},
        **{
            one: {tag: text for tag in LANGUAGES if (text := raw(f"{one}-{tag}"))}
            for one in said
        },
    }


async def _badge(request: AnyRequest, here: Node) -> object:
    if here.kind is not SubjectKind.PROPOSAL:
        return None
    ways = await ways_of([here.id], request.app.state.tracers)
    return badge_of(state_at_end(ways.get(here.id, ())))


async def _choices(request: AnyRequest, here: Node, words: str) -> Mapping[str, object]:
    """List what a trace can lead to or come from, in the order of the way."""
    known = request.app.state.choices
    kinds = [
        kind
        for kind in TRACEABLE
        if kind in known and (leads_on(here.kind, kind) or leads_on(kind, here.kind))
    ]
    nodes = [Node(kind, one) for kind in kinds for one in await known[kind]()]
    named = await subjects_named(request, [one for one in nodes if one != here])
    fitting = {
        node: label
        for node, subject in named.items()
        if words.casefold() in (label := _label(subject)).casefold()
    }
    return {
        "many": len(fitting),
        "choices": [
            (
                _(STAGES[kind]),
                [
                    (f"{kind}:{one.id}", fitting[one])
                    for one in fitting
                    if one.kind is kind
                ],
            )
            for kind in kinds
        ],
    }


def _label(subject: Subject) -> str:
    title = subject.title.pick(current_language()).text
    label = f"{subject.code} {title}".strip()
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def _other(trace: TraceFacts, here: Node) -> Node:
    return trace.origin if trace.result == here else trace.result


def _laid(trace: TraceFacts, here: Node, named: Mapping[Node, Subject]) -> Laid:
    other = _other(trace, here)
    subject = named.get(other)
    gone = Spoken(text=_("Nicht mehr da"), lang=current_language())
    lines = trace.lines
    return Laid(
        id=trace.id,
        comes_from=trace.result == here,
        kind=_(KIND_WORDS[other.kind]),
        code=subject.code if subject else "",
        title=subject.title.pick(current_language()) if subject else gone,
        lines=said_lines(lines.first, lines.last) if lines else "",
        note=trace.note.pick(current_language()),
    )
