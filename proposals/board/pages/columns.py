"""The board as its page shows it: columns, cards and offered places in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lip.conference.queries.conferences import ConferenceFacts
from lip.said import Spoken
from lip.words import current_language
from proposals.board.pages.pins import Laid
from proposals.board.queries.board import BoardView, Column
from proposals.board.rules.fitting import fits
from proposals.rules.standing import Standing

FARTHEST: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownColumn:
    """A cluster as a column; its name is the machine's words until it has one."""

    number: int
    name: Spoken
    named: bool
    kept: bool
    field: Spoken
    support: int
    many: int
    cards: Sequence[Laid]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBoard:
    """The whole board: what lies in clusters, and what has no place yet."""

    columns: Sequence[ShownColumn]
    unplaced: Sequence[Laid]
    offered: int
    by_people: int

    @property
    def many(self) -> int:
        """Count the cards, each once."""
        return len(self.unplaced) + sum(column.many for column in self.columns)


def shown_board(
    view: BoardView,
    places: Mapping[int, tuple[int, int]],
    conference: ConferenceFacts,
) -> ShownBoard:
    """Put the board into the words of the page."""
    columns = [_column(one, conference) for one in view.columns]
    called = {column.number: column.name.text for column in columns}
    offered = {
        one: (cluster, called[cluster])
        for one, (cluster, _) in places.items()
        if cluster in called
    }
    loose = sorted(
        view.unplaced, key=lambda card: places.get(card.number, (0, FARTHEST))[1]
    )
    return ShownBoard(
        columns=columns,
        unplaced=[Laid(card=one, offer=offered.get(one.number)) for one in loose],
        offered=sum(one.number in offered for one in loose),
        by_people=sum(
            card.by_person and card.rank == 0
            for column in view.columns
            for card in column.cards
        ),
    )


def spoken(said: Mapping[str, str], conference: ConferenceFacts) -> Spoken:
    """Give a text in the language of the page, else in that of the conference."""
    for tag in (current_language(), conference.language, *said):
        if text := said.get(tag, ""):
            return Spoken(text=text, lang=tag)
    return Spoken()


def column_name(column: Column, conference: ConferenceFacts) -> Spoken:
    """Give a cluster's name, or the machine's words as long as nobody named it."""
    name = spoken(column.name, conference)
    return name or column.short_name(current_language())


def _column(column: Column, conference: ConferenceFacts) -> ShownColumn:
    cards = [one for one in column.cards if one.standing is Standing.SHOWN]
    fit = fits([card.distance for card in cards])
    return ShownColumn(
        number=column.number,
        name=column_name(column, conference),
        named=bool(column.name),
        kept=column.kept,
        field=spoken(column.field_name, conference),
        support=sum(card.support for card in cards if card.rank == 0),
        many=sum(card.rank == 0 for card in cards),
        cards=[
            Laid(card=card, fit=how, here=column.number)
            for card, how in zip(cards, fit, strict=True)
        ],
    )
