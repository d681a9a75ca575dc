"""Read where proposals lie on the map of the clusters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.said import Said, Spoken
from proposals.board.rules.machine_name import MachineName
from proposals.rules.handing_in import Wording, heading
from proposals.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A proposal on the map; x and y run from 0 to 1000, y downwards."""

    number: int
    heading: str
    language: str
    cluster: int | None
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A cluster on the map: the middle of its proposals."""

    number: int
    name: Said
    words: tuple[Spoken, ...]
    size: int
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardMap:
    """All points and regions; empty before the machine has suggested anything."""

    points: tuple[Point, ...] = ()
    regions: tuple[Region, ...] = ()


_POINTS = """
    SELECT p.number, p.title, p.text, p.language, m.x, m.y,
        c.number AS cluster, c.name, c.words
    FROM map_point m JOIN proposal p ON p.id = m.proposal
    LEFT JOIN placement a ON a.proposal = p.id AND a.rank = 0
    LEFT JOIN cluster c ON c.id = a.cluster
    WHERE p.conference = ? AND p.standing = ? AND p.merged_into IS NULL
    ORDER BY c.position, c.number, p.number
"""


async def board_map(conference: UUID) -> BoardMap:
    """Read the map of the clusters in one query: what everybody may see."""
    rows = await fetch(_POINTS, conference, Standing.SHOWN.value)
    by_cluster: dict[int, list[Mapping[str, Any]]] = {}
    for row in rows:
        if row["cluster"] is not None:
            by_cluster.setdefault(row["cluster"], []).append(row)
    return BoardMap(
        points=tuple(_point(row) for row in rows),
        regions=tuple(_region(*each) for each in by_cluster.items()),
    )


def _point(row: Mapping[str, Any]) -> Point:
    wording = Wording(title=row["title"], text=row["text"], language=row["language"])
    return Point(
        number=row["number"],
        heading=heading(wording),
        language=row["language"],
        cluster=row["cluster"],
        x=row["x"],
        y=row["y"],
    )


def _region(number: int, rows: Sequence[Mapping[str, Any]]) -> Region:
    return Region(
        number=number,
        name=Said.load(rows[0]["name"]),
        words=MachineName.load(rows[0]["words"]).words,
        size=len(rows),
        x=round(sum(row["x"] for row in rows) / len(rows)),
        y=round(sum(row["y"] for row in rows) / len(rows)),
    )
