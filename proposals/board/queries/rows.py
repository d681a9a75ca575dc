"""Read rows of the board, as acts and their undoing need them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lip.database import fetch, in_batches, padded
from proposals.board.rules.desk import Desk
from proposals.board.rules.rows import ClusterRow, Pair, PlacementRow, ProposalRow
from proposals.board.rules.steps import Step
from proposals.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """A step that was taken: what was before it, and what after."""

    number: int
    step: Step
    before: str
    after: str


_CLUSTER = "id, number, position, name, summary, words, kept, field, medoid, changed_at"
_PLACEMENT = "id, proposal, cluster, rank, position, by_person, distance"
_PROPOSAL = "id, number, standing, merged_into, field"


async def clusters_of(conference: UUID) -> dict[UUID, ClusterRow]:
    """Read all clusters of a conference, by id."""
    rows = await fetch(
        f"SELECT {_CLUSTER} FROM cluster WHERE conference = ?",  # noqa: S608 - names only
        conference,
    )
    return {row["id"]: cluster_row(row) for row in rows}


async def desk_of(
    conference: UUID, *, clusters: Collection[int] = (), proposals: Collection[int] = ()
) -> Desk:
    """Lay out what acts on these clusters and proposals (by number) are about."""
    every = await clusters_of(conference)
    wanted = [row.id for row in every.values() if row.number in set(clusters)]
    named = await _named(conference, proposals)
    placements = await _placements(wanted, list(named))
    lying = {row.proposal for row in placements.values()} - named.keys()
    return Desk(
        clusters=every,
        placements=placements,
        proposals={**await proposals_by_id(lying), **named},
        taken_out=await taken_out(conference),
    )


async def whole_desk(conference: UUID) -> Desk:
    """Lay out the whole board, with every proposal of the conference."""
    placements = await fetch(
        f"SELECT {_PLACEMENT} FROM placement WHERE cluster IN "  # noqa: S608 - names only
        "(SELECT id FROM cluster WHERE conference = ?)",
        conference,
    )
    proposals = await fetch(
        f"SELECT {_PROPOSAL} FROM proposal WHERE conference = ?",  # noqa: S608
        conference,
    )
    return Desk(
        clusters=await clusters_of(conference),
        placements={row["id"]: placement_row(row) for row in placements},
        proposals={row["id"]: proposal_row(row) for row in proposals},
        taken_out=await taken_out(conference),
    )


async def taken_out(conference: UUID) -> frozenset[Pair]:
    """List what people took out of which cluster: (proposal, cluster) by id."""
    rows = await fetch(
        "SELECT proposal, cluster FROM removal WHERE cluster IN "
        "(SELECT id FROM cluster WHERE conference = ?)",
        conference,
    )
    return frozenset((row["proposal"], row["cluster"]) for row in rows)


async def proposals_by_id(ids: Collection[UUID]) -> dict[UUID, ProposalRow]:
    """Read proposals by id."""
    found: dict[UUID, ProposalRow] = {}
    for batch in in_batches(list(ids), columns=2):
        rows = await fetch(
            f"SELECT {_PROPOSAL} FROM proposal WHERE id IN ({_marks(batch)})",  # noqa: S608
            *padded(batch),
        )
        found |= {row["id"]: proposal_row(row) for row in rows}
    return found


async def _named(conference: UUID, numbers: Collection[int]) -> dict[UUID, ProposalRow]:
    """Read proposals by number, those they speak for, and those that speak for them."""
    found: dict[UUID, ProposalRow] = {}
    for batch in in_batches(sorted(set(numbers)), columns=4):
        marks = _marks(batch)
        chosen = f"SELECT id FROM proposal WHERE conference = ? AND number IN ({marks})"  # noqa: S608
        rows = await fetch(
            f"SELECT {_PROPOSAL} FROM proposal WHERE id IN ({chosen}) "  # noqa: S608
            f"OR merged_into IN ({chosen}) OR id IN "
            "(SELECT merged_into FROM proposal WHERE conference = ? "
            f"AND number IN ({marks}))",
            *(conference, *padded(batch)) * 3,
        )
        found |= {row["id"]: proposal_row(row) for row in rows}
    return found


async def _placements(
    clusters: Sequence[UUID], proposals: Sequence[UUID]
) -> dict[UUID, PlacementRow]:
    """Read all placements of what lies in clusters, and of further proposals."""
    found: dict[UUID, PlacementRow] = {}
    for batch in in_batches(list(clusters), columns=2):
        rows = await fetch(
            f"SELECT {_PLACEMENT} FROM placement WHERE proposal IN "  # noqa: S608
            f"(SELECT proposal FROM placement WHERE cluster IN ({_marks(batch)}))",
            *padded(batch),
        )
        found |= {row["id"]: placement_row(row) for row in rows}
    for batch in in_batches(list(proposals), columns=2):
        rows = await fetch(
            f"SELECT {_PLACEMENT} FROM placement "  # noqa: S608 - marks only
            f"WHERE proposal IN ({_marks(batch)})",
            *padded(batch),
        )
        found |= {row["id"]: placement_row(row) for row in rows}
    return found


async def steps_between(conference: UUID, after: int, last: int) -> Sequence[StepRow]:
    """Read the steps with a number above one and up to another, in order."""
    rows = await fetch(
        "SELECT number, step, before, after FROM board_step "
        "WHERE conference = ? AND number > ? AND number <= ? ORDER BY number",
        conference,
        after,
        last,
    )
    return [
        StepRow(
            number=row["number"],
            step=Step(row["step"]),
            before=row["before"],
            after=row["after"],
        )
        for row in rows
    ]


async def there(table: str, ids: Collection[UUID]) -> frozenset[UUID]:
    """Say which of some rows are still there."""
    found: set[UUID] = set()
    for batch in in_batches(list(ids), columns=2):
        rows = await fetch(
            f"SELECT id FROM {table} WHERE id IN ({_marks(batch)})",  # noqa: S608
            *padded(batch),
        )
        found |= {row["id"] for row in rows}
    return frozenset(found)


def _marks(batch: Sequence[object]) -> str:
    return ", ".join("?" * len(padded(batch)))


def cluster_row(row: Mapping[str, Any]) -> ClusterRow:
    """Turn a row of the database into a value."""
    return ClusterRow(
        id=row["id"],
        number=row["number"],
        position=row["position"],
        name=row["name"],
        summary=row["summary"],
        words=row["words"],
        kept=bool(row["kept"]),
        field=row["field"],
        medoid=row["medoid"],
        changed_at=row["changed_at"],
    )


def placement_row(row: Mapping[str, Any]) -> PlacementRow:
    """Turn a row of the database into a value."""
    return PlacementRow(
        id=row["id"],
        proposal=row["proposal"],
        cluster=row["cluster"],
        rank=row["rank"],
        position=row["position"],
        by_person=bool(row["by_person"]),
        distance=row["distance"],
    )


def proposal_row(row: Mapping[str, Any]) -> ProposalRow:
    """Turn a row of the database into a value."""
    return ProposalRow(
        id=row["id"],
        number=row["number"],
        standing=Standing(row["standing"]),
        merged_into=row["merged_into"],
        field=row["field"],
    )
