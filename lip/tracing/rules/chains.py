"""From what something came, and what became of it: traces read both ways."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, TypeAlias
from uuid import UUID

from lip.said import Said
from lip.subjects import SubjectKind

TRACEABLE: Final = (
    SubjectKind.PROPOSAL,
    SubjectKind.CLUSTER,
    SubjectKind.VOTING_ROUND,
    SubjectKind.CHAPTER,
    SubjectKind.AMENDMENT,
    SubjectKind.MEASURE,
    SubjectKind.PAPER,
    SubjectKind.PROJECT,
    SubjectKind.NEWS,
)
"""In the order of the way; a trace leads to the same kind or a later one."""

BEFORE_THE_PLAN: Final = frozenset({
    SubjectKind.PROPOSAL,
    SubjectKind.CLUSTER,
    SubjectKind.VOTING_ROUND,
})
"""How these hang together is known of the board and the votes: nobody lays it."""

SPEAKS_FOR_PROPOSALS: Final = frozenset({SubjectKind.PROPOSAL, SubjectKind.CLUSTER})
"""A trace from one of these is an answer to proposals."""

FARTHEST: Final = 6
"""So many traces lead from a thing to the farthest that its page tells of."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """One thing on the way."""

    kind: SubjectKind
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Lines of a chapter, and the wording that they are counted in."""

    first: int
    last: int
    language: str
    base_version: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of one chapter."""

    chapter: UUID
    lines: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceFacts:
    """One thing became part of another; `spoken_for` are the proposals it is for."""

    id: UUID
    origin: Node
    result: Node
    lines: Lines | None = None
    note: Said = Said()  # noqa: RUF009 - frozen
    laid_at: datetime | None = None
    spoken_for: Collection[UUID] = ()

    @property
    def passage(self) -> Passage | None:
        """The lines of the chapter at one of its ends, the later one first."""
        if self.lines is None:
            return None
        at_end = self.result.kind is SubjectKind.CHAPTER
        return Passage((self.result if at_end else self.origin).id, self.lines)

    def origins(self) -> Iterator[Node]:
        """Give what it leads from: what it was laid from, and for which proposals."""
        yield self.origin
        for one in self.spoken_for:
            if one != self.origin.id:
                yield Node(SubjectKind.PROPOSAL, one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """
    A step of the way: what it leads to, and in how many steps from here.

    `passages` are the lines that its traces name, of itself or of the chapter beside.
    """

    node: Node
    steps: int
    passages: tuple[Passage, ...] = ()
    note: Said = Said()  # noqa: RUF009 - frozen


def leads_on(origin: SubjectKind, result: SubjectKind) -> bool:
    """Tell whether somebody may lay a trace from one kind to another: never back."""
    if origin not in TRACEABLE or result not in TRACEABLE or result in BEFORE_THE_PLAN:
        return False
    return TRACEABLE.index(origin) <= TRACEABLE.index(result)


def onward(starts: Collection[Node], traces: Iterable[TraceFacts]) -> Sequence[Link]:
    """List what became of things, each once, near ones of a kind first."""
    return _walked(starts, _onward(traces))


def backward(starts: Collection[Node], traces: Iterable[TraceFacts]) -> Sequence[Link]:
    """List what things came from, each once."""
    turned = [(there, here, trace) for here, there, trace in _onward(traces)]
    return _walked(starts, turned)


def closes_circle(origin: Node, result: Node, traces: Iterable[TraceFacts]) -> bool:
    """Tell whether a new trace would lead back to where it began, however far."""
    known = list(traces)
    there = _walked([result], _onward(known), farthest=len(known))
    return origin == result or origin in {link.node for link in there}


def in_order(links: Iterable[Link]) -> Sequence[Link]:
    """Put steps into the order of the way."""
    return sorted(
        links,
        key=lambda one: (TRACEABLE.index(one.node.kind), one.steps, one.node),
    )


_Way: TypeAlias = tuple[Node, Node, TraceFacts]


def _onward(traces: Iterable[TraceFacts]) -> Sequence[_Way]:
    return [(start, one.result, one) for one in traces for start in one.origins()]


def _walked(
    starts: Collection[Node], ways: Sequence[_Way], *, farthest: int = FARTHEST
) -> Sequence[Link]:
    leading: dict[Node, list[tuple[Node, TraceFacts]]] = {}
    for here, there, trace in ways:
        leading.setdefault(here, []).append((there, trace))
    found: dict[Node, Link] = {}
    edge, steps = list(starts), 0
    while edge and steps < farthest:
        steps += 1
        reached = [
            Link(node=there, steps=steps, note=trace.note)
            for here in edge
            for there, trace in leading.get(here, ())
            if there not in found and there not in starts
        ]
        found = {**{one.node: one for one in reversed(reached)}, **found}
        edge = list(dict.fromkeys(one.node for one in reached))
    return in_order(_with_passages(found.values(), starts, ways))


def _with_passages(
    links: Collection[Link], starts: Collection[Node], ways: Sequence[_Way]
) -> Iterator[Link]:
    """Say of each which lines the traces between what was reached name at it."""
    reached = {*starts, *(one.node for one in links)}
    named: dict[Node, dict[Passage, None]] = {}
    for here, there, trace in ways:
        if trace.passage and here in reached and there in reached:
            named.setdefault(here, {})[trace.passage] = None
            named.setdefault(there, {})[trace.passage] = None
    for one in links:
        yield replace(one, passages=tuple(named.get(one.node, ())))
