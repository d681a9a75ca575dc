"""Read the ways of proposals, and whom they speak for; many at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from lip.database import fetch, fetch_in, padded
from lip.said import Said
from proposals.rules.following import State, Step, Tracer, way_of
from proposals.rules.standing import Standing

_ANSWERS: Final = (
    "SELECT id, proposal, became, reason, title, address, said_at, taken_back_at, "
    "taken_back_reason FROM follow_up"
)
DEEPEST = 8
"""So often may one that speaks for others be merged itself; also ends circles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Here:
    """A proposal on the way from one to the one that speaks for it."""

    id: UUID
    number: int
    shown: bool
    created_at: datetime
    key: str

    def merged(self) -> Step:
        path = f"/c/{self.key}/proposals/{self.number}" if self.shown else ""
        return Step(state=State.MERGED, number=self.number, path=path)


async def answers_of(proposals: Sequence[UUID]) -> Mapping[UUID, Sequence[Step]]:
    """Read how proposals were answered, the newest last."""
    rows = await fetch_in(
        f"{_ANSWERS} WHERE proposal IN",
        proposals,
        "ORDER BY said_at, id",
    )
    found: dict[UUID, list[Step]] = {}
    for row in rows:
        found.setdefault(row["proposal"], []).append(_answer(row))
    return found


async def standing_answers(proposal: UUID) -> Mapping[UUID, Step]:
    """Read the answers to one proposal that speak, the newest last."""
    rows = await fetch(
        f"{_ANSWERS} WHERE proposal = ? AND taken_back_at IS NULL ORDER BY said_at, id",
        proposal,
    )
    return {row["id"]: _answer(row) for row in rows}


async def ways_of(
    proposals: Sequence[UUID], tracers: Sequence[Tracer] = ()
) -> Mapping[UUID, Sequence[Step]]:
    """
    Tell the way of each proposal: two queries, and those of the tracers.

    What became of a proposal that speaks for another became of that one, too.
    """
    if not proposals:
        return {}
    lines = await _lines(proposals)
    everyone = list({here.id: None for line in lines.values() for here in line})
    told = [await answers_of(everyone)]
    told += [await tracer(everyone) for tracer in tracers]
    known = {
        one: [step for each in told for step in each.get(one, ())] for one in everyone
    }
    return {one: _way(line, known) for one, line in lines.items()}


def _way(line: Sequence[_Here], known: Mapping[UUID, Sequence[Step]]) -> Sequence[Step]:
    first = line[0]
    told = [step for here in line for step in known[here.id]]
    merged = {here.number: here.merged() for here in line[1:]}
    for step in told:
        if step.state is State.MERGED and step.number in merged:
            merged[step.number] = step
    others = [step for step in told if step.state is not State.MERGED]
    collected = Step(state=State.COLLECTED, at=first.created_at, number=first.number)
    return way_of([collected, *merged.values(), *others])


async def _lines(proposals: Sequence[UUID]) -> Mapping[UUID, Sequence[_Here]]:
    rows = await fetch(
        "WITH RECURSIVE line (origin, one, far) AS ("  # noqa: S608 - marks only
        f"SELECT id, id, 0 FROM proposal WHERE id IN ({_marks(proposals)}) "
        "UNION SELECT l.origin, p.merged_into, l.far + 1 FROM line l "
        "JOIN proposal p ON p.id = l.one "
        f"WHERE p.merged_into IS NOT NULL AND l.far < {DEEPEST}) "
        "SELECT o.id AS origin, p.id, p.number, p.standing, p.created_at, f.key "
        "FROM line l JOIN proposal o ON o.id = l.origin "
        "JOIN proposal p ON p.id = l.one JOIN conference f ON f.id = p.conference "
        "ORDER BY l.far",
        *padded(proposals),
    )
    lines: dict[UUID, dict[UUID, _Here]] = {}
    for row in rows:
        lines.setdefault(row["origin"], {}).setdefault(row["id"], _here(row))
    return {one: tuple(line.values()) for one, line in lines.items()}


async def merged_numbers(proposal: UUID) -> Sequence[int]:
    """List the numbers of all shown proposals that one speaks for, in order."""
    rows = await fetch(
        "WITH RECURSIVE spoken (one) AS (SELECT id FROM proposal WHERE id = ? "
        "UNION SELECT p.id FROM spoken s JOIN proposal p ON p.merged_into = s.one) "
        "SELECT p.number FROM spoken s JOIN proposal p ON p.id = s.one "
        "WHERE p.id <> ? AND p.standing = ? ORDER BY p.number",
        proposal,
        proposal,
        Standing.SHOWN.value,
    )
    return [int(row["number"]) for row in rows]


async def speakers_for(proposals: Collection[UUID]) -> Sequence[UUID]:
    """List the proposals that others were merged into."""
    rows = await fetch_in(
        "SELECT DISTINCT merged_into FROM proposal "
        "WHERE merged_into IS NOT NULL AND id IN",
        proposals,
    )
    return [row["merged_into"] for row in rows]


async def merged_into(proposals: Collection[UUID]) -> Sequence[UUID]:
    """List the proposals that others speak for."""
    rows = await fetch_in("SELECT id FROM proposal WHERE merged_into IN", proposals)
    return [row["id"] for row in rows]


def _here(row: Mapping[str, Any]) -> _Here:
    return _Here(
        id=row["id"],
        number=row["number"],
        shown=row["standing"] == Standing.SHOWN,
        created_at=row["created_at"],
        key=row["key"],
    )


def _answer(row: Mapping[str, Any]) -> Step:
    return Step(
        state=State(row["became"]),
        at=row["said_at"],
        title=Said.load(row["title"]),
        reason=Said.load(row["reason"]),
        path=row["address"],
        taken_back_at=row["taken_back_at"],
        taken_back_reason=Said.load(row["taken_back_reason"]),
    )


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(padded(values)))
