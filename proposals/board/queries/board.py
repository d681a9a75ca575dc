"""Read the board as values: its clusters, their cards, what has no place yet."""

from dataclasses import dataclass
from uuid import UUID

from lip.said import Said
from proposals.board.rules.steps import Step
from proposals.rules.handing_in import Wording, heading
from proposals.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFacts:
    """The state of a board; `undoable` and `redoable` are (number, kind) of steps."""

    standing: int = 0
    public: bool = False
    undoable: tuple[int, Step] | None = None
    redoable: tuple[int, Step] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """
    A proposal where it lies on the board.

    `rank` 0: this is its main topic. `topics` are the numbers of all its clusters, the
    main one first. `merged` are the numbers of the proposals it speaks for. `support`
    counts people, each once, over all of these. `distance` is in thousandths (-1: not
    measured). Who is not SHOWN any more stays listed and is counted out.
    """

    id: UUID
    number: int
    wording: Wording
    author_name: str
    standing: Standing
    support: int
    field: UUID | None
    merged: tuple[int, ...] = ()
    topics: tuple[int, ...] = ()
    rank: int = 0
    position: int = 0
    by_person: bool = False
    distance: int = -1

    @property
    def heading(self) -> str:
        """Give its title, or how it begins."""
        return heading(self.wording)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """
    A cluster with its cards, in order.

    `words` are the machine's and stand in where `name` is empty. `medoid` is the
    number of its most typical proposal.
    """

    id: UUID
    number: int
    name: Said
    summary: Said
    words: tuple[str, ...]
    kept: bool
    field: UUID | None
    medoid: int | None
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """
    Where a proposal without a place may go: its nearest cluster by meaning.

    `cluster` is None where no cluster is near or nothing was measured.
    """

    card: Card
    cluster: int | None = None
    distance: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """The whole board: columns in order, and what lies in none of them."""

    facts: BoardFacts
    columns: tuple[Column, ...] = ()
    unplaced: tuple[Card, ...] = ()


async def board_facts(conference: UUID) -> BoardFacts:
    """Say where a board stands, and what can be undone and done again."""
    raise NotImplementedError(conference)


async def board_of(conference: UUID, *, everything: bool = True) -> BoardView:
    """Read the whole board; without `everything` only what everybody may see."""
    raise NotImplementedError(conference, everything)


async def offers_of(conference: UUID) -> tuple[Offer, ...]:
    """Offer each proposal without a place its nearest cluster, the nearest first."""
    raise NotImplementedError(conference)
