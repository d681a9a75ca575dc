"""Boards with proposals on them, made by the real actions."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from proposals.board.actions.arrange_clusters import open_cluster
from proposals.board.actions.deed import Deed
from proposals.board.queries.board import board_of
from proposals.board.rules.outcomes import Done
from tests.factories import clock
from tests.proposals.collections import make_collecting, make_proposal

TEXTS = (
    "Deutschkurse am Abend, mit Kinderbetreuung.",
    "Mehr Sprachkurse für Frauen mit kleinen Kindern.",
    "Eine Stelle gegen Diskriminierung bei der Wohnungssuche.",
    "Bezahlbare Wohnungen für große Familien.",
    "Abschlüsse aus dem Ausland schneller anerkennen.",
    "Dolmetscher beim Arzt, bezahlt von der Stadt.",
)


def a_deed(conference: ConferenceFacts, **deed: Any) -> Deed:
    return Deed(**{
        "conference": conference,
        "by": COMMAND,
        "now": clock(),
        "request": uuid4(),
        **deed,
    })


async def make_board(
    names: Sequence[str] = ("Sprache", "Wohnen"), texts: Sequence[str] = TEXTS
) -> ConferenceFacts:
    """Make a conference with proposals 1 to 6 and clusters 1 and 2, all cards loose."""
    conference = await make_collecting()
    for text in texts:
        await make_proposal(conference, text, language="de")
    for name in names:
        made = await open_cluster(Said.of(de=name), deed=a_deed(conference))
        assert isinstance(made, Done)
    return conference


async def lying(conference: ConferenceFacts) -> dict[int, list[int]]:
    """Say which cards lie in which cluster, in order; 0: in none."""
    view = await board_of(conference.id)
    columns = {one.number: [card.number for card in one.cards] for one in view.columns}
    return columns | {0: [card.number for card in view.unplaced]}


async def all_rows() -> list[Any]:
    """Read every row that a board consists of, exactly as it stands."""
    return [
        sorted(map(str, await fetch(f"SELECT * FROM {table}")))
        for table in ("cluster", "placement", "removal")
    ] + [
        sorted(map(str, await fetch("SELECT id, merged_into, field FROM proposal"))),
    ]
