"""Ask the machine for clusters, or for a way to split one."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from proposals.board.actions.deed import Deed
from proposals.board.queries.suggestions import RunFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part that the machine sees in a cluster: numbers of cards, and its words."""

    proposals: tuple[int, ...]
    words: tuple[str, ...]


async def ask_for_clusters(
    *, topics: int | None = None, seed: int = 0, deed: Deed
) -> RunFacts:
    """Ask for a suggestion; one that waits or runs already is answered instead."""
    raise NotImplementedError(topics, seed, deed)


async def suggest_split(
    conference: UUID, cluster: int, *, parts: int | None = None, seed: int = 0
) -> Sequence[Part]:
    """Look for parts of a cluster, the largest first; changes nothing."""
    raise NotImplementedError(conference, cluster, parts, seed)
