"""Undo steps of the board and do them again, in order, by anybody with the right."""

from proposals.board.actions.deed import Deed
from proposals.board.rules.outcomes import TakingBack


async def undo(number: int, *, deed: Deed) -> TakingBack:
    """Undo the newest step, which the person saw as `number`; else it is Stale."""
    raise NotImplementedError(number, deed)


async def redo(number: int, *, deed: Deed) -> TakingBack:
    """Do the step again that was undone last, which the person saw as `number`."""
    raise NotImplementedError(number, deed)
