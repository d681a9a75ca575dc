"""Say for many proposals at once how far the board brought them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.database import fetch, fetch_in, in_batches, padded
from lip.said import Said
from proposals.queries.states import Mark
from proposals.rules.following import State

NO_NAME = Said()

IN_A_CLUSTER = Mark(
    state=State.IN_CLUSTER,
    holds="EXISTS (SELECT 1 FROM placement a JOIN cluster c ON c.id = a.cluster "
    "JOIN board b ON b.conference = c.conference AND b.public "
    "WHERE a.rank = 0 AND (a.proposal = p.id OR a.proposal = p.merged_into))",
)
"""Clusters that everybody may see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardTrace:
    """
    What the board made of a proposal.

    `merged_into` is the number of the proposal that speaks for it, `cluster` number
    and name of its main cluster (that of the proposal it was merged into, too).
    `public` says whether everybody may see that cluster.
    """

    merged_into: int | None = None
    cluster: int | None = None
    cluster_name: Said = NO_NAME
    public: bool = False


_TRACES = """
    SELECT p.id, h.number AS head, c.number, c.name, b.public
    FROM proposal p LEFT JOIN proposal h ON h.id = p.merged_into
    LEFT JOIN placement a ON a.proposal = coalesce(p.merged_into, p.id) AND a.rank = 0
    LEFT JOIN cluster c ON c.id = a.cluster
    LEFT JOIN board b ON b.conference = p.conference
    WHERE (h.id IS NOT NULL OR c.id IS NOT NULL) AND p.id IN
"""


async def board_traces(proposals: Sequence[UUID]) -> Mapping[UUID, BoardTrace]:
    """Tell what the board made of proposals; those it has not touched are left out."""
    found: dict[UUID, BoardTrace] = {}
    for batch in in_batches(list(proposals), columns=2):
        wanted = padded(batch)
        marks = ", ".join("?" * len(wanted))
        for row in await fetch(f"{_TRACES} ({marks})", *wanted):
            found[row["id"]] = BoardTrace(
                merged_into=row["head"],
                cluster=row["number"],
                cluster_name=Said.load(row["name"] or ""),
                public=bool(row["public"]),
            )
    return found


async def clusters_with(proposals: Collection[UUID]) -> Sequence[UUID]:
    """List the clusters that proposals lie in, by their main topic."""
    rows = await fetch_in(
        "SELECT DISTINCT cluster FROM placement WHERE rank = 0 AND proposal IN",
        proposals,
    )
    return [row["cluster"] for row in rows]


async def proposals_in_cluster(cluster: UUID) -> Sequence[UUID]:
    """List the proposals whose main topic a cluster is, in their order there."""
    rows = await fetch(
        "SELECT proposal FROM placement WHERE rank = 0 AND cluster = ? "
        "ORDER BY position, proposal",
        cluster,
    )
    return [row["proposal"] for row in rows]
