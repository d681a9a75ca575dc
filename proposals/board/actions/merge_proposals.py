"""Merge proposals that say the same, and part them again."""

from collections.abc import Sequence

from proposals.board.actions.deed import Deed
from proposals.board.rules.outcomes import Outcome


async def merge_proposals(
    proposals: Sequence[int], into: int, *, deed: Deed
) -> Outcome:
    """Let one proposal speak for others; words, authors and support stay with each."""
    raise NotImplementedError(proposals, into, deed)


async def part_proposals(proposals: Sequence[int], *, deed: Deed) -> Outcome:
    """Let merged proposals speak for themselves again, beside the one they were in."""
    raise NotImplementedError(proposals, deed)
