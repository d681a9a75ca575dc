"""What steps did to cards and clusters, to tell who looked at an older board."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from proposals.board.rules.rows import PlacementRow, Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """Proposals that went elsewhere, and clusters that got another name."""

    proposals: frozenset[UUID]
    clusters: frozenset[UUID]


def touched(steps: Iterable[tuple[Rows, Rows]]) -> Touched:
    """
    Gather what steps changed, from their rows before and after.

    A card that only stands further up or down in the same cluster counts as untouched.
    """
    proposals: set[UUID] = set()
    clusters: set[UUID] = set()
    for before, after in steps:
        proposals |= _gone_elsewhere(before, after)
        clusters |= _called_otherwise(before, after)
    return Touched(proposals=frozenset(proposals), clusters=frozenset(clusters))


def _gone_elsewhere(before: Rows, after: Rows) -> set[UUID]:
    found = {one for one in after.links if before.links[one] != after.links[one]}
    for one, now in after.placements.items():
        then = before.placements[one]
        if _where(then) != _where(now):
            found |= {row.proposal for row in (then, now) if row}
    return found


def _where(row: PlacementRow | None) -> tuple[UUID, UUID] | None:
    return None if row is None else (row.proposal, row.cluster)


def _called_otherwise(before: Rows, after: Rows) -> set[UUID]:
    return {
        one
        for one, now in after.clusters.items()
        if (then := before.clusters[one]) is None
        or now is None
        or (then.name, then.summary) != (now.name, now.summary)
    }
