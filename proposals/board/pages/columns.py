"""The board as its page shows it: columns, cards and offered places in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from lip.conference.pages.language_names import said_language
from lip.conference.queries.conferences import ConferenceFacts
from lip.fields.rules.fields import FieldFacts
from lip.said import Spoken
from lip.words import current_language
from proposals.board.queries.board import BoardView, Card, Column
from proposals.board.rules.fitting import Fit, fits
from proposals.rules.standing import Standing

MOST_ON_A_CARD: Final = 140
FARTHEST: Final = 10_000
MOST_IN_A_HEADING: Final = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCard:
    """A card in a column; `also` are the numbers of the other clusters it lies in."""

    number: int
    heading: str
    rest: str
    lang: str
    language: str
    support: int
    fit: Fit
    by_person: bool
    elsewhere: bool
    also: tuple[int, ...]
    merged: tuple[int, ...]
    offer: "ShownColumn | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownColumn:
    """A cluster as a column; its name is the machine's words until it has one."""

    number: int
    name: Spoken
    named: bool
    kept: bool
    summary: Spoken
    field: Spoken
    support: int
    many: int
    cards: Sequence[ShownCard]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBoard:
    """The whole board: what lies in clusters, and what has no place yet."""

    columns: Sequence[ShownColumn]
    unplaced: Sequence[ShownCard]
    offered: int
    by_people: int

    @property
    def many(self) -> int:
        """Count the cards, each once."""
        return len(self.unplaced) + sum(column.many for column in self.columns)


def shown_board(
    view: BoardView,
    places: Mapping[int, tuple[int, int]],
    fields: Sequence[FieldFacts],
    conference: ConferenceFacts,
) -> ShownBoard:
    """Put the board into the words of the page."""
    names = {one.id: spoken(one.name, conference) for one in fields}
    columns = [_column(one, names, conference) for one in view.columns]
    by_number = {column.number: column for column in columns}
    offered = {one: by_number.get(cluster) for one, (cluster, _) in places.items()}
    loose = sorted(
        view.unplaced, key=lambda card: places.get(card.number, (0, FARTHEST))[1]
    )
    return ShownBoard(
        columns=columns,
        unplaced=[
            _card(one, Fit.UNKNOWN, offer=offered.get(one.number)) for one in loose
        ],
        offered=sum(offered.get(one.number) is not None for one in loose),
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
    return name or Spoken(text=", ".join(column.words[:4]))


def _column(
    column: Column, fields: Mapping[UUID, Spoken], conference: ConferenceFacts
) -> ShownColumn:
    cards = [one for one in column.cards if one.standing is Standing.SHOWN]
    fit = fits([card.distance for card in cards])
    return ShownColumn(
        number=column.number,
        name=column_name(column, conference),
        named=bool(column.name),
        kept=column.kept,
        summary=spoken(column.summary, conference),
        field=fields.get(column.field, Spoken()) if column.field else Spoken(),
        support=sum(card.support for card in cards if card.rank == 0),
        many=sum(card.rank == 0 for card in cards),
        cards=[
            _card(card, how, here=column.number)
            for card, how in zip(cards, fit, strict=True)
        ],
    )


def _card(
    card: Card, fit: Fit, *, here: int = 0, offer: ShownColumn | None = None
) -> ShownCard:
    heading = card.heading
    wording = card.wording
    rest = wording.text if wording.title else wording.text.removeprefix(heading)
    return ShownCard(
        number=card.number,
        heading=shortened(heading, MOST_IN_A_HEADING),
        rest=shortened(rest.strip(" …\n"), MOST_ON_A_CARD),
        lang=wording.language,
        language=said_language(wording.language) if wording.language else "",
        support=card.support,
        fit=fit,
        by_person=card.by_person,
        elsewhere=card.rank > 0,
        also=tuple(one for one in card.topics if one != here),
        merged=card.merged,
        offer=offer,
    )


def shortened(text: str, most: int) -> str:
    """
    Give the beginning of a text, whole words only.

    >>> shortened("Kurse am Abend und am Wochenende", 16)
    'Kurse am Abend …'
    """
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0] + " …"
