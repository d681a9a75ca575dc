"""Ways as pages tell them: what each thing is called, and where to read on."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from lip.said import Said, Spoken
from lip.subjects import Subject, SubjectKind, SubjectsOf
from lip.tracing.queries.chains import Chain, chain_of
from lip.tracing.rules.chains import Link, Node, Passage, in_order
from lip.tracing.rules.lines import LineKeeper, ShownLines
from lip.tracing.rules.progress import Progress, ProgressOf
from lip.tracing.words import SIGNS, STAGES
from lip.web.page import AnyRequest
from lip.words import _, current_language
from proposals.pages.ways import Badge, badge_of, way_in_words
from proposals.queries.following import ways_of
from proposals.rules.following import ANSWERS, State, Step, state_at_end


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """
    One thing on a way, in words; `lost` says that its lines are no longer there.

    `state` is of anything but a proposal, whose `badge` says how it was answered.
    """

    code: str
    title: Spoken
    path: str
    state: str = ""
    badge: Badge | None = None
    lines: str = ""
    lost: bool = False
    note: Spoken = Spoken()  # noqa: RUF009 - frozen
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """All stops of one kind."""

    kind: SubjectKind
    word: str
    icon: str
    stops: Sequence[Stop]
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How far a measure is; its name where a way has several."""

    title: Spoken
    lines: Sequence[Progress]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """From the first proposal to the last report, `here` among them."""

    here: Stop
    answered: bool
    stages: Sequence[Stage]
    progress: Sequence[Measured]
    reports: Sequence[Stop]
    reported: Sequence[Stop]

    @property
    def alone(self) -> bool:
        """Tell whether nothing leads here or on from here, and nothing was answered."""
        several = len(self.stages) > 1 or len(self.stages[0].stops) > 1
        return not (several or self.reports or self.reported or self.answered)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What has been read of everything on a way."""

    here: Node
    named: Mapping[Node, Subject]
    ways: Mapping[UUID, Sequence[Step]]
    votes: Mapping[str, str]
    lines: Mapping[Passage, ShownLines]


async def way_of(request: AnyRequest, here: Node) -> Way | None:
    """Tell the way of one thing that everybody may read; None where nobody may."""
    chain = await chain_of(here)
    links = in_order([*chain.origins, Link(node=here, steps=0), *chain.results])
    named = await _public(request, links, chain)
    if here not in named:
        return None
    shown = [one for one in links if one.node in named]
    known = await _known(request, here, shown, named)
    stages = [
        _stage(kind, list(together), known)
        for kind, together in groupby(shown, key=lambda one: one.node.kind)
    ]
    return Way(
        here=next(one for stage in stages for one in stage.stops if one.here),
        answered=state_at_end(known.ways.get(here.id, ())) in ANSWERS,
        stages=stages,
        progress=await _progress(request, here, chain, named),
        reports=_named_stops(SubjectKind.CHAPTER, chain.reports, named),
        reported=_named_stops(SubjectKind.MEASURE, chain.reported, named),
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
    if first == last:
        return _("Zeile %(line)s", line=first)
    return _("Zeilen %(first)s bis %(last)s", first=first, last=last)


async def _public(
    request: AnyRequest, links: Iterable[Link], chain: Chain
) -> Mapping[Node, Subject]:
    reports = [Node(SubjectKind.CHAPTER, one) for one in chain.reports]
    reported = [Node(SubjectKind.MEASURE, one) for one in chain.reported]
    everything = dict.fromkeys([*(one.node for one in links), *reports, *reported])
    named = await subjects_named(request, everything)
    return {node: subject for node, subject in named.items() if subject.public}


async def _known(
    request: AnyRequest,
    here: Node,
    links: Sequence[Link],
    named: Mapping[Node, Subject],
) -> _Known:
    proposals = [one.node.id for one in links if one.node.kind is SubjectKind.PROPOSAL]
    ways = await ways_of(proposals, request.app.state.tracers)
    own = ways.get(here.id, ())
    told = zip(own, way_in_words(request, own, main="de"), strict=True)
    keeper: LineKeeper = request.app.state.lines
    return _Known(
        here=here,
        named=named,
        ways=ways,
        votes={
            step.path: line.said
            for step, line in told
            if step.state in {State.IN_VOTE, State.VOTED}
        },
        lines=await keeper.shown({
            passage for one in links for passage in _passages(one, here)
        }),
    )


def _passages(link: Link, here: Node) -> Sequence[Passage]:
    """Lines are those of the chapter itself, or of the one whose page this is."""
    if link.node.kind is SubjectKind.CHAPTER:
        return [one for one in link.passages if one.chapter == link.node.id]
    return [one for one in link.passages if one.chapter == here.id]


def _stage(kind: SubjectKind, links: Sequence[Link], known: _Known) -> Stage:
    stops = sorted((_stop(one, known) for one in links), key=_place)
    return Stage(
        kind=kind,
        word=_(STAGES[kind]),
        icon=SIGNS[kind],
        stops=stops,
        here=any(one.here for one in stops),
    )


def _place(stop: Stop) -> tuple[bool, int, str, str]:
    """Begin with what the page is about; the others stand by number and name."""
    number = int(stop.code) if stop.code.isdecimal() else 0
    return not stop.here, number, stop.code, stop.title.text


def _stop(link: Link, known: _Known) -> Stop:
    node, subject = link.node, known.named[link.node]
    passages = _passages(link, known.here)
    lines = sorted(
        (known.lines[one] for one in passages if one in known.lines),
        key=lambda one: (one.first, one.last),
    )
    way = known.ways.get(node.id, ())
    return Stop(
        code=subject.code,
        title=subject.title.pick(current_language()),
        path=_with_lines(node, subject.path, lines),
        state=known.votes.get(subject.path)
        or (_(subject.state) if subject.state else ""),
        badge=badge_of(state_at_end(way)) if way else None,
        lines=_(", ").join(said_lines(one.first, one.last) for one in lines),
        lost=len(lines) < len(passages),
        note=_note(link, way),
        here=node == known.here,
    )


def _with_lines(node: Node, path: str, lines: Sequence[ShownLines]) -> str:
    if node.kind is not SubjectKind.CHAPTER or not lines:
        return path
    first, last = lines[0].first, lines[0].last
    asked = f"{first}-{last}" if last > first else f"{first}"
    return f"{lines[0].path}?z={asked}#z{first}"


def _note(link: Link, way: Sequence[Step]) -> Spoken:
    """Give what the city said: the reason of an answer, or beside a trace."""
    answers = [
        step
        for step in way
        if step.state in ANSWERS and step.taken_back_at is None and step.reason
    ]
    said = Said(answers[-1].reason) if answers else link.note
    return said.pick(current_language())


async def _progress(
    request: AnyRequest, here: Node, chain: Chain, named: Mapping[Node, Subject]
) -> Sequence[Measured]:
    nodes = [here, *(one.node for one in chain.results)]
    tells: Mapping[SubjectKind, ProgressOf] = request.app.state.progress
    found: list[Measured] = []
    for kind, tell in tells.items():
        wanted = [one for one in nodes if one.kind is kind and one in named]
        told = await tell([one.id for one in wanted])
        found += [
            Measured(
                title=named[one].title.pick(current_language()), lines=told[one.id]
            )
            for one in wanted
            if told.get(one.id)
        ]
    return found


def _named_stops(
    kind: SubjectKind, ids: Collection[UUID], named: Mapping[Node, Subject]
) -> Sequence[Stop]:
    there = [named[Node(kind, one)] for one in ids if Node(kind, one) in named]
    return [
        Stop(code=one.code, title=one.title.pick(current_language()), path=one.path)
        for one in sorted(there, key=lambda one: (one.code, one.path))
    ]
