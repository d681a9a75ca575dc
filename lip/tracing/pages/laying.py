"""Editors lay traces, from both ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_editor
from lip.accounts.rules.identity import Identity
from lip.errors import Conflict, NotFound, Unusable
from lip.subjects import Subject, SubjectKind
from lip.tracing.actions.lay_trace import (
    LONGEST_NOTE,
    TraceWish,
    lay_trace,
    take_up_trace,
)
from lip.tracing.pages.ways import Stop, stop_of, subjects_named
from lip.tracing.queries.traces import traces_at
from lip.tracing.rules.chains import TRACEABLE, Node, TraceFacts, leads_on
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.subject_words import KIND_WORDS
from lip.words import LANGUAGES, _, current_language

LONGEST_LABEL = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A trace as its list shows it: the other end, and whether it comes from there."""

    id: UUID
    comes_from: bool
    stop: Stop


@get("/", name="traces.edit")
async def show_traces(
    request: AnyRequest, kind: FromPath[str], subject: FromPath[UUID]
) -> Template:
    """Show the traces of one thing, and the form for another."""
    return await _page(request, _node(kind, subject))


@post("/", name="traces.lay", status_code=200)
async def send_trace(
    request: AnyRequest,
    kind: FromPath[str],
    subject: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Lay a trace to or from something else; sent twice it is there once."""
    here = _node(kind, subject)
    form = await read_form(request)
    other = _chosen(form)
    first = form.whole_number("first", least=0, most=100_000)
    last = form.whole_number("last", least=0, most=100_000)
    note = form.said("note", most=LONGEST_NOTE)
    if form and other:
        back = leads_on(other.kind, here.kind) and not leads_on(here.kind, other.kind)
        comes = form.ticked("comes_from") if here.kind is other.kind else back
        wish = TraceWish(
            origin=other if comes else here,
            result=here if comes else other,
            first_line=first or 0,
            last_line=last or first or 0,
            note=note,
        )
        try:
            await lay_trace(
                wish, by=identity.actor, now=now, request=form.request_key()
            )
        except (Conflict, Unusable) as refusal:
            form.refuse("other", request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "traces.edit", kind=kind, subject=subject)
    return await _page(request, here, form)


@post("/{trace:uuid}/take-up", name="traces.take_up")
async def send_take_up(
    request: AnyRequest,
    kind: FromPath[str],
    subject: FromPath[UUID],
    trace: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take a trace up again."""
    form = await read_form(request)
    await take_up_trace(trace, by=identity.actor, now=now, request=form.request_key())
    return redirect(request, "traces.edit", kind=kind, subject=subject)


def _chosen(form: Form) -> Node | None:
    kind, _sign, one = form.raw("other").partition(":")
    try:
        return Node(SubjectKind(kind), UUID(one))
    except ValueError:
        form.refuse("other", _("Bitte wählen Sie, wohin die Spur führt."))
        return None


def _node(kind: str, subject: UUID) -> Node:
    if kind not in {one.value for one in TRACEABLE}:
        raise NotFound("unknown_subject")
    return Node(SubjectKind(kind), subject)


async def _page(request: AnyRequest, here: Node, form: Form | None = None) -> Template:
    laid = await traces_at(here)
    ends = [(one, _other(one, here)) for one in laid]
    named = await subjects_named(request, [here, *(node for _one, node in ends)])
    if here not in named:
        raise NotFound("unknown_subject")
    return page(
        request,
        "tracing/laying.html",
        status=200 if form is None else 422,
        here=named[here],
        title=named[here].title.pick(current_language()),
        kind=here.kind.value,
        laid=[
            Laid(
                id=one.id,
                comes_from=one.result == here,
                stop=stop_of(one, node, named[node]),
            )
            for one, node in ends
            if node in named
        ],
        choices=await _choices(request, here),
        values=_typed(form),
        errors={} if form is None else form.errors,
        request_key=uuid4() if form is None else form.request_key(),
        take_up_key=uuid4(),
    )


def _typed(form: Form | None) -> Mapping[str, object]:
    """Give back what was typed, so that nothing is typed twice."""
    raw = form.raw if form is not None else lambda _name: ""
    return {
        **{name: raw(name) for name in ("other", "first", "last")},
        "note": {tag: raw(f"note-{tag}") for tag in LANGUAGES},
    }


async def _choices(
    request: AnyRequest, here: Node
) -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
    """List what a trace can lead to, by kind, in the order of the way."""
    groups = []
    known: Mapping[SubjectKind, object] = request.app.state.subjects
    for kind in TRACEABLE:
        if kind not in request.app.state.choices or kind not in known:
            continue
        ids = await request.app.state.choices[kind]()
        nodes = [Node(kind, one) for one in ids if one != here.id]
        named = await subjects_named(request, nodes)
        options = [
            (f"{kind}:{node.id}", _label(named[node]))
            for node in nodes
            if node in named
        ]
        if options:
            groups.append((_(KIND_WORDS[kind]), options))
    return groups


def _label(subject: Subject) -> str:
    title = subject.title.pick(current_language()).text
    label = f"{subject.code} {title}".strip()
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def _other(trace: TraceFacts, here: Node) -> Node:
    return trace.origin if trace.result == here else trace.result


router = Router(
    path="/edit/traces/{kind:str}/{subject:uuid}",
    guards=[requires_editor],
    route_handlers=[show_traces, send_trace, send_take_up],
    include_in_schema=False,
)
