"""What areas above proposals tell of their ways, put into one form."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from proposals.board.queries.traces import IN_A_CLUSTER, board_traces
from proposals.queries.states import Mark
from proposals.rules.following import State, Step, Tracer
from proposals.voting.queries.results import VOTE_MARKS, votes_on


async def _on_the_board(proposals: Sequence[UUID]) -> Mapping[UUID, Sequence[Step]]:
    """Tell of clusters that everybody may see."""
    return {
        one: [
            Step(
                state=State.IN_CLUSTER,
                number=trace.cluster or 0,
                title=trace.cluster_name,
            )
        ]
        for one, trace in (await board_traces(proposals)).items()
        if trace.cluster is not None and trace.public
    }


TRACERS: tuple[Tracer, ...] = (_on_the_board, votes_on)
"""Each answers for many proposals at once."""

STATE_MARKS: tuple[Mark, ...] = (IN_A_CLUSTER, *VOTE_MARKS)
"""The same for long lists, in their own statement."""
