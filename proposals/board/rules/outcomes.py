"""What an act on the board comes to; a person meets all of these in ordinary use."""

from dataclasses import dataclass
from enum import StrEnum

from proposals.board.rules.steps import Step


class Meanwhile(StrEnum):
    """What somebody else did to the same thing since this person looked."""

    MOVED = "moved"
    RENAMED = "renamed"
    GONE = "gone"
    DONE_MORE = "done_more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """
    It is done, as the step with this number.

    `clusters` are the numbers of clusters that came into being by it. `repeated` says
    that the same request was answered before.
    """

    number: int
    step: Step
    clusters: tuple[int, ...] = ()
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """It stood so already: there was nothing to do, and nothing to undo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """
    Somebody else was faster with the same card or cluster: nothing was changed.

    `standing` is the step the board stands at now; `proposals` and `clusters` are the
    numbers of what has changed.
    """

    meanwhile: Meanwhile
    standing: int
    proposals: tuple[int, ...] = ()
    clusters: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """A step was undone or done again; the board stands at `standing` now."""

    number: int
    step: Step
    standing: int
    repeated: bool = False


Outcome = Done | Unchanged | Stale
TakingBack = TakenBack | Unchanged | Stale
