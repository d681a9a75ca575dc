"""Merge proposals that say the same, and part them again."""

from collections.abc import Sequence

from lip.errors import Unusable
from proposals.board.actions.deed import Deed
from proposals.board.actions.stepping import Aim, take_step
from proposals.board.rules.cards import merged, parted
from proposals.board.rules.desk import Desk
from proposals.board.rules.outcomes import Outcome
from proposals.board.rules.steps import Step


async def merge_proposals(
    proposals: Sequence[int], into: int, *, deed: Deed
) -> Outcome:
    """
    Let one proposal speak for others; words, authors and support stay with each.

    Those that the others spoke for follow them, so nobody has to look twice. Merging a
    proposal into itself is refused (`merged_into_itself`).
    """
    if not proposals:
        raise Unusable("nothing_chosen")
    if into in proposals:
        raise Unusable("merged_into_itself", number=into)

    def change(desk: Desk, _number: int) -> Desk:
        wanted = desk.ids(proposals)
        return merged(desk, wanted, desk.proposal(into).id)

    aim = Aim(cards=[*dict.fromkeys(proposals), into])
    return await take_step(Step.MERGED_PROPOSALS, aim, change, deed=deed)


async def part_proposals(proposals: Sequence[int], *, deed: Deed) -> Outcome:
    """Let merged proposals speak for themselves again, beside the one they were in."""
    if not proposals:
        raise Unusable("nothing_chosen")

    def change(desk: Desk, _number: int) -> Desk:
        wanted = desk.ids(dict.fromkeys(proposals))
        return parted(desk, wanted, key=deed.request, now=deed.now)

    aim = Aim(merged=proposals)
    return await take_step(Step.PARTED_PROPOSALS, aim, change, deed=deed)
