"""Put together the way of one thing: traces, and what board and votes know."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.subjects import SubjectKind
from lip.tracing.queries.reports import measures_reported_in, reports_on
from lip.tracing.queries.traces import traces_back, traces_onward
from lip.tracing.rules.chains import Link, Node, backward, in_order, onward
from proposals.board.queries.traces import clusters_with, proposals_in_cluster
from proposals.queries.following import merged_into, speakers_for
from proposals.voting.queries.traces import proposals_in_round, rounds_with


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """
    What something came from, and what became of it.

    `reports` are the chapters that report on its measures, `reported` the measures that
    a report is about.
    """

    origins: Sequence[Link]
    results: Sequence[Link]
    reports: Sequence[UUID] = ()
    reported: Sequence[UUID] = ()


async def chain_of(here: Node) -> Chain:
    """Read a way in a number of queries that grows with its length only."""
    match here.kind:
        case SubjectKind.PROPOSAL:
            origins, results = await _of_proposal(here)
        case SubjectKind.CLUSTER | SubjectKind.VOTING_ROUND:
            origins, results = await _of_many(here)
        case _:
            origins, results = await _of_result(here)
    measures = _of_kind(SubjectKind.MEASURE, [Link(node=here, steps=0), *results])
    return Chain(
        origins=_once(origins, here),
        results=_once(results, here),
        reports=await reports_on(measures),
        reported=await measures_reported_in(here.id),
    )


Links = tuple[Sequence[Link], Sequence[Link]]


async def _of_proposal(here: Node) -> Links:
    """What became of the one that speaks for it became of it, too."""
    speakers = await speakers_for([here.id])
    lines = [here.id, *speakers]
    results = [*_near(SubjectKind.PROPOSAL, speakers), *await _stations(lines)]
    origins = _near(SubjectKind.PROPOSAL, await merged_into([here.id]))
    return origins, [*results, *await _onward(_nodes(lines))]


async def _of_many(here: Node) -> Links:
    """What became of a cluster or a vote became of the proposals in it."""
    voted = here.kind is SubjectKind.VOTING_ROUND
    members = await (proposals_in_round if voted else proposals_in_cluster)(here.id)
    stations = await _stations(members)
    results = await _onward([here, *_nodes(members)])
    origins = _near(SubjectKind.PROPOSAL, members)
    if voted:
        return [*origins, *stations], results
    rounds = [one for one in stations if one.node.kind is SubjectKind.VOTING_ROUND]
    return origins, [*rounds, *results]


async def _of_result(here: Node) -> Links:
    """Beside what it came from stand the board and the votes it went through."""
    origins = backward([here], await traces_back([here]))
    proposals = _of_kind(SubjectKind.PROPOSAL, origins)
    merged = _near(SubjectKind.PROPOSAL, await merged_into(proposals))
    stations = await _stations(proposals)
    return [*origins, *merged, *stations], await _onward([here])


async def _onward(starts: Collection[Node]) -> Sequence[Link]:
    return onward(starts, await traces_onward(starts))


async def _stations(proposals: Collection[UUID]) -> Sequence[Link]:
    return [
        *_near(SubjectKind.CLUSTER, await clusters_with(proposals)),
        *_near(SubjectKind.VOTING_ROUND, await rounds_with(proposals)),
    ]


def _near(kind: SubjectKind, ids: Iterable[UUID]) -> Sequence[Link]:
    return [Link(node=Node(kind, one), steps=1) for one in ids]


def _nodes(proposals: Iterable[UUID]) -> Sequence[Node]:
    return [Node(SubjectKind.PROPOSAL, one) for one in proposals]


def _of_kind(kind: SubjectKind, links: Iterable[Link]) -> Sequence[UUID]:
    return [one.node.id for one in links if one.node.kind is kind]


def _once(links: Iterable[Link], here: Node) -> Sequence[Link]:
    found: dict[Node, Link] = {}
    for one in links:
        found.setdefault(one.node, one)
    found.pop(here, None)
    return in_order(found.values())
