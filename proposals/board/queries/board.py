"""Read the board as values: its clusters, their cards, what has no place yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.said import Said, Spoken
from proposals.board.queries.suggestions import RunFacts, run_facts
from proposals.board.rules.machine_name import MachineName, by_language, shortly
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
    number of its most typical proposal, `typical` are the cards of the first few.
    """

    id: UUID
    number: int
    name: Said
    summary: Said
    words: tuple[Spoken, ...]
    kept: bool
    field: UUID | None
    field_name: Said
    medoid: int | None
    stand_for_it: tuple[UUID, ...] = ()
    typical: tuple[Card, ...] = ()
    cards: tuple[Card, ...] = ()

    def spoken_words(self, first: str) -> tuple[Spoken, ...]:
        """Give the machine's words, joined by language, that of a reader first."""
        return by_language(self.words, first)

    def short_name(self, first: str) -> Spoken:
        """Give the machine's first words in one language."""
        return shortly(self.words, first)

    def holding(self, cards: Sequence[Card]) -> "Column":
        """Give it with its cards, and those that stand for all of them."""
        shown = {card.id: card for card in _shown(cards)}
        typical = [shown[one] for one in self.stand_for_it if one in shown]
        return replace(self, cards=tuple(cards), typical=tuple(typical))


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """
    The whole board: columns in order, and what lies in none of them.

    `run` is the machine's newest, in whatever state.
    """

    facts: BoardFacts
    columns: tuple[Column, ...] = ()
    unplaced: tuple[Card, ...] = ()
    run: RunFacts | None = None


_STATE = """
    SELECT b.standing, b.public, s.number, s.step
    FROM board b LEFT JOIN board_step s ON s.conference = b.conference
        AND (s.number = b.standing OR s.number = (
            SELECT min(number) FROM board_step
            WHERE conference = b.conference AND number > b.standing))
    WHERE b.conference = ?
"""
_BOARD = """
    SELECT b.standing, b.public, u.step AS undoable, n.number AS later,
        n.step AS redoable, c.id, c.number, c.name, c.summary, c.words, c.kept,
        c.field, o.name AS field_name, m.number AS medoid, r.id AS run, r.state,
        r.topics, r.seed, r.done, r.total
    FROM conference f
        LEFT JOIN board b ON b.conference = f.id
        LEFT JOIN board_step u ON u.conference = f.id AND u.number = b.standing
        LEFT JOIN board_step n ON n.conference = f.id AND n.number = (
            SELECT min(number) FROM board_step
            WHERE conference = f.id AND number > b.standing)
        LEFT JOIN suggestion_run r ON r.id = (
            SELECT id FROM suggestion_run WHERE conference = f.id
            ORDER BY asked_at DESC, id LIMIT 1)
        LEFT JOIN cluster c ON c.conference = f.id
        LEFT JOIN proposal m ON m.id = c.medoid
        LEFT JOIN field_of_action o ON o.id = c.field
    WHERE f.id = ? ORDER BY c.position, c.number
"""
_CARDS = """
    SELECT p.id, p.number, p.title, p.text, p.language, p.author_name, p.standing,
        p.field, p.merged_into, a.cluster, a.rank, a.position, a.by_person, a.distance,
        t.many AS support
    FROM proposal p LEFT JOIN placement a ON a.proposal = p.id
        LEFT JOIN (
            SELECT h.id AS head, count(DISTINCT s.participant) AS many
            FROM support s JOIN proposal q ON q.id = s.proposal
                JOIN proposal h ON h.id = coalesce(q.merged_into, q.id)
            WHERE q.conference = ? GROUP BY h.id
        ) t ON t.head = p.id
    WHERE p.conference = ? AND (a.id IS NOT NULL OR p.standing = 'shown')
    ORDER BY a.position, p.number, a.rank
"""


async def board_facts(conference: UUID) -> BoardFacts:
    """Say where a board stands, and what can be undone and done again."""
    rows = await fetch(_STATE, conference)
    if not rows:
        return BoardFacts()
    standing = int(rows[0]["standing"])
    steps = {row["number"]: Step(row["step"]) for row in rows if row["number"]}
    later = next((each for each in steps if each > standing), None)
    return BoardFacts(
        standing=standing,
        public=bool(rows[0]["public"]),
        undoable=(standing, steps[standing]) if standing in steps else None,
        redoable=(later, steps[later]) if later is not None else None,
    )


async def board_of(conference: UUID, *, everything: bool = True) -> BoardView:
    """
    Read the whole board; without `everything` only what everybody may see.

    Two queries, however much lies on it.
    """
    found = await fetch(_BOARD, conference)
    columns = [_column(row) for row in found if row["id"]]
    rows = await fetch(_CARDS, conference, conference)
    lying, unplaced = _laid_out(rows, {one.id: one.number for one in columns})
    if not everything:
        lying = {one: _shown(cards) for one, cards in lying.items()}
    return BoardView(
        facts=_facts(found[0]) if found else BoardFacts(),
        run=_run(found[0], conference) if found else None,
        columns=tuple(
            one.holding(lying.get(one.id, ()))
            for one in columns
            if everything or lying.get(one.id)
        ),
        unplaced=tuple(_shown(unplaced)),
    )


def _facts(row: Mapping[str, Any]) -> BoardFacts:
    if row["standing"] is None:
        return BoardFacts()
    undoable, redoable = row["undoable"], row["redoable"]
    return BoardFacts(
        standing=int(row["standing"]),
        public=bool(row["public"]),
        undoable=(int(row["standing"]), Step(undoable)) if undoable else None,
        redoable=(int(row["later"]), Step(redoable)) if redoable else None,
    )


def _run(row: Mapping[str, Any], conference: UUID) -> RunFacts | None:
    if row["run"] is None:
        return None
    return run_facts({**row, "id": row["run"], "conference": conference})


def _shown(cards: Sequence[Card]) -> list[Card]:
    return [card for card in cards if card.standing is Standing.SHOWN]


def _laid_out(
    rows: Sequence[Mapping[str, Any]],
    numbers: Mapping[UUID, int],
) -> tuple[dict[UUID, list[Card]], list[Card]]:
    """Lay cards into their clusters; merged ones lie with what speaks for them."""
    merged: dict[UUID, list[int]] = {}
    topics: dict[UUID, list[tuple[int, int]]] = {}
    for row in rows:
        if row["merged_into"]:
            merged.setdefault(row["merged_into"], []).append(row["number"])
        elif row["cluster"]:
            topics.setdefault(row["id"], []).append((
                row["rank"],
                numbers[row["cluster"]],
            ))
    lying: dict[UUID, list[Card]] = {}
    unplaced: list[Card] = []
    for row in rows:
        if row["merged_into"]:
            continue
        card = _card(
            row,
            merged=tuple(sorted(merged.get(row["id"], ()))),
            topics=tuple(each for _rank, each in sorted(topics.get(row["id"], ()))),
        )
        (lying.setdefault(row["cluster"], []) if row["cluster"] else unplaced).append(
            card
        )
    return lying, unplaced


def _card(
    row: Mapping[str, Any],
    *,
    merged: tuple[int, ...],
    topics: tuple[int, ...],
) -> Card:
    placed = row["cluster"] is not None
    return Card(
        id=row["id"],
        number=row["number"],
        wording=Wording(title=row["title"], text=row["text"], language=row["language"]),
        author_name=row["author_name"],
        standing=Standing(row["standing"]),
        support=int(row["support"] or 0),
        field=row["field"],
        merged=merged,
        topics=topics,
        rank=row["rank"] if placed else 0,
        position=row["position"] if placed else 0,
        by_person=bool(row["by_person"]) if placed else False,
        distance=row["distance"] if placed else -1,
    )


def _column(row: Mapping[str, Any]) -> Column:
    made = MachineName.load(row["words"])
    return Column(
        id=row["id"],
        number=row["number"],
        name=Said.load(row["name"]),
        summary=Said.load(row["summary"]),
        words=made.words,
        kept=bool(row["kept"]),
        field=row["field"],
        field_name=Said.load(row["field_name"] or ""),
        medoid=row["medoid"],
        stand_for_it=made.typical,
    )
