"""
Pabulib `.pb`: sections META, PROJECTS and VOTES, columns parted by semicolons.

Every column is kept as it stands. Followed:
Faliszewski and others (2023), "Participatory budgeting: data, tools and analysis".
"""

import csv
import io
from dataclasses import dataclass

from elections.files.unreadable import Unreadable
from elections.rules.ballots import Ballot, Contest, Kind, Marks

Row = tuple[str, ...]
SECTIONS = ("META", "PROJECTS", "VOTES")
KINDS = {
    "approval": Kind.MARKED,
    "choose-1": Kind.MARKED,
    "ordinal": Kind.RANKED,
    "cumulative": Kind.POINTS,
    "scoring": Kind.POINTS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PabulibFile:
    """The three sections, each with its head row first."""

    meta: tuple[Row, ...]
    projects: tuple[Row, ...]
    votes: tuple[Row, ...]


def read_pabulib(text: str) -> PabulibFile:
    """Read the three sections."""
    sections: dict[str, list[Row]] = {}
    current = ""
    for row in csv.reader(io.StringIO(text), delimiter=";"):
        if len(row) == 1 and row[0].strip().upper() in SECTIONS:
            current = row[0].strip().upper()
            sections[current] = []
        elif row and current:
            sections[current].append(tuple(cell.strip() for cell in row))
    if any(not sections.get(name) for name in SECTIONS):
        raise Unreadable("pabulib_sections")
    return PabulibFile(
        meta=tuple(sections["META"]),
        projects=tuple(sections["PROJECTS"]),
        votes=tuple(sections["VOTES"]),
    )


def pabulib_contest(file: PabulibFile) -> Contest:
    """Give projects, costs, budget and papers as one contest."""
    meta = {row[0]: row[1] for row in file.meta if len(row) > 1}
    kind = KINDS.get(meta.get("vote_type", ""))
    if kind is None:
        raise Unreadable("pabulib_vote_type", what=meta.get("vote_type", ""))
    try:
        costs = {
            row["project_id"]: int(row["cost"]) for row in _named_rows(file.projects)
        }
        budget = int(meta["budget"].partition(".")[0])
        ballots = tuple(Ballot(_marks(row, kind)) for row in _named_rows(file.votes))
    except (KeyError, ValueError) as error:
        raise Unreadable("pabulib_column", what=str(error)) from None
    return Contest(
        kind=kind,
        candidates=tuple(costs),
        ballots=ballots,
        title=meta.get("description", ""),
        costs=costs,
        budget=budget,
        completion=meta.get("rule", ""),
    )


def _named_rows(rows: tuple[Row, ...]) -> list[dict[str, str]]:
    head = rows[0]
    return [dict(zip(head, row, strict=False)) for row in rows[1:]]


def _marks(row: dict[str, str], kind: Kind) -> Marks:
    names = [name for name in row["vote"].split(",") if name]
    if kind is Kind.MARKED:
        return tuple((name, 1) for name in names)
    if kind is Kind.RANKED:
        return tuple((name, rank) for rank, name in enumerate(names, 1))
    points = [int(number) for number in row["points"].split(",")]
    return tuple(zip(names, points, strict=True))
