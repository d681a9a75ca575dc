"""Ways as pages tell them: what each thing is called, and where to read on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lip.said import Spoken
from lip.subjects import Subject, SubjectKind, SubjectsOf
from lip.tracing.queries.traces import traces_around
from lip.tracing.rules.chains import Link, Node, TraceFacts, backward, onward
from lip.web.page import AnyRequest
from lip.web.subject_words import KIND_WORDS
from lip.words import _, current_language

ICONS: Mapping[SubjectKind, str] = {
    SubjectKind.PROPOSAL: "heart-handshake",
    SubjectKind.CLUSTER: "layers",
    SubjectKind.VOTING_ROUND: "check",
    SubjectKind.CHAPTER: "file-text",
    SubjectKind.AMENDMENT: "pencil",
    SubjectKind.MEASURE: "circle-check",
    SubjectKind.PAPER: "building",
    SubjectKind.PROJECT: "users",
    SubjectKind.NEWS: "info",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One thing on a way, in words."""

    kind: str
    icon: str
    code: str
    title: Spoken
    path: str
    state: str
    lines: str
    note: Spoken
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where something came from, and what became of it."""

    here: Stop
    origins: Sequence[Stop]
    results: Sequence[Stop]


async def way_of(request: AnyRequest, node: Node) -> Way | None:
    """Tell the way of one thing that everybody may read; None where nobody may."""
    traces = await traces_around([node])
    before, after = backward(node, traces), onward(node, traces)
    everything = [node, *(link.node for link in (*before, *after))]
    named = await subjects_named(request, everything)
    if node not in named or not named[node].public:
        return None
    return Way(
        here=_stop(Link(node=node, steps=0), named[node]),
        origins=_stops(before, named),
        results=_stops(after, named),
    )


async def subjects_named(
    request: AnyRequest, nodes: Iterable[Node]
) -> Mapping[Node, Subject]:
    """Name things of all kinds, a query or two for each kind."""
    by_kind: dict[SubjectKind, list[Node]] = {}
    for node in nodes:
        by_kind.setdefault(node.kind, []).append(node)
    known: Mapping[SubjectKind, SubjectsOf] = request.app.state.subjects
    found: dict[Node, Subject] = {}
    for kind, wanted in by_kind.items():
        if kind in known:
            named = await known[kind]([one.id for one in wanted])
            found |= {one: named[one.id] for one in wanted if one.id in named}
    return found


def said_lines(first: int, last: int) -> str:
    """Say which lines of a chapter are meant."""
    if not first:
        return ""
    if first == last:
        return _("Zeile %(line)s", line=first)
    return _("Zeilen %(first)s bis %(last)s", first=first, last=last)


def stop_of(trace: TraceFacts, node: Node, subject: Subject) -> Stop:
    """Put one end of a trace into words."""
    link = Link(
        node=node,
        steps=1,
        first_line=trace.first_line,
        last_line=trace.last_line,
        note=trace.note,
    )
    return _stop(link, subject)


def _stops(links: Sequence[Link], named: Mapping[Node, Subject]) -> Sequence[Stop]:
    return [
        _stop(link, named[link.node])
        for link in links
        if link.node in named and named[link.node].public
    ]


def _stop(link: Link, subject: Subject) -> Stop:
    in_chapter = link.node.kind is SubjectKind.CHAPTER
    lines = said_lines(link.first_line, link.last_line) if in_chapter else ""
    anchor = f"#z{link.first_line}" if lines and subject.path else ""
    return Stop(
        kind=_(KIND_WORDS[subject.kind]),
        icon=ICONS.get(subject.kind, "info"),
        code=subject.code,
        title=subject.title.pick(current_language()),
        path=subject.path + anchor,
        state=_(subject.state) if subject.state else "",
        lines=lines,
        note=link.note.pick(current_language()),
        steps=link.steps,
    )
