"""From what something came, and what became of it: traces read both ways."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
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

FARTHEST: Final = 6
"""A way has so many steps at most; also ends circles."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """One thing on the way."""

    kind: SubjectKind
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceFacts:
    """One thing became part of another; lines are of a chapter's draft (0: all)."""

    id: UUID
    origin: Node
    result: Node
    first_line: int = 0
    last_line: int = 0
    note: Said = Said()  # noqa: RUF009 - frozen
    laid_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A step of the way: what it leads to, and in how many steps from here."""

    node: Node
    steps: int
    first_line: int = 0
    last_line: int = 0
    note: Said = Said()  # noqa: RUF009 - frozen


def leads_on(origin: SubjectKind, result: SubjectKind) -> bool:
    """Tell whether a trace may lead from one kind to another: never back."""
    if origin not in TRACEABLE or result not in TRACEABLE:
        return False
    return TRACEABLE.index(origin) <= TRACEABLE.index(result)


def onward(start: Node, traces: Iterable[TraceFacts]) -> Sequence[Link]:
    """List what became of something, each thing once, near ones of a kind first."""
    return _walked(start, [(one.origin, one.result, one) for one in traces])


def backward(start: Node, traces: Iterable[TraceFacts]) -> Sequence[Link]:
    """List what something came from, each thing once."""
    return _walked(start, [(one.result, one.origin, one) for one in traces])


def closes_circle(origin: Node, result: Node, traces: Iterable[TraceFacts]) -> bool:
    """Tell whether a new trace would lead back to where it began."""
    reached = {link.node for link in onward(result, traces)}
    return origin == result or origin in reached


def _walked(
    start: Node, ways: Sequence[tuple[Node, Node, TraceFacts]]
) -> Sequence[Link]:
    leading: dict[Node, list[tuple[Node, TraceFacts]]] = {}
    for here, there, trace in ways:
        leading.setdefault(here, []).append((there, trace))
    found: dict[Node, Link] = {}
    edge = [start]
    for steps in range(1, FARTHEST + 1):
        edge = _next(edge, leading, found, steps, start)
    return sorted(
        found.values(),
        key=lambda one: (TRACEABLE.index(one.node.kind), one.steps, one.node),
    )


def _next(  # noqa: PLR0917 - a short form
    edge: Sequence[Node],
    leading: Mapping[Node, Sequence[tuple[Node, TraceFacts]]],
    found: dict[Node, Link],
    steps: int,
    start: Node,
) -> list[Node]:
    reached = []
    for here in edge:
        for there, trace in leading.get(here, ()):
            if there in found or there == start:
                continue
            found[there] = Link(
                node=there,
                steps=steps,
                first_line=trace.first_line,
                last_line=trace.last_line,
                note=trace.note,
            )
            reached.append(there)
    return reached
