"""What the page of the board asks besides the board itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch
from proposals.board.rules.rows import load
from proposals.board.rules.steps import Step
from proposals.rules.handing_in import Wording

STEPS_LISTED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    """One step, by whom it was done (None: not by an account), and what it touched."""

    number: int
    step: Step
    at: datetime
    by: UUID | None
    cards: int
    undone: bool


async def number_of_clusters(conference: UUID) -> int:
    """Count the clusters of a conference."""
    (row,) = await fetch(
        "SELECT count(*) AS many FROM cluster WHERE conference = ?", conference
    )
    return int(row["many"])


async def board_pulse(conference: UUID) -> str:
    """Give a text that differs whenever the board would look different."""
    (row,) = await fetch(
        "SELECT (SELECT max(changed_at) FROM board WHERE conference = ?) AS board, "
        "(SELECT max(changed_at) FROM proposal WHERE conference = ?) AS proposal, "
        "(SELECT max(done) FROM suggestion_run WHERE conference = ? "
        "AND state IN ('waiting', 'running')) AS run, "
        "(SELECT max(finished_at) FROM suggestion_run WHERE conference = ?) AS runs, "
        "(SELECT count(*) FROM support s JOIN proposal p ON p.id = s.proposal "
        "WHERE p.conference = ?) AS support",
        *[conference] * 5,
    )
    return " ".join(str(value) for value in row.values())


async def merged_into(proposal: UUID) -> Sequence[tuple[int, Wording]]:
    """List number and words of the proposals that one speaks for."""
    rows = await fetch(
        "SELECT number, title, text, language FROM proposal "
        "WHERE merged_into = ? ORDER BY number",
        proposal,
    )
    return [
        (
            row["number"],
            Wording(title=row["title"], text=row["text"], language=row["language"]),
        )
        for row in rows
    ]


async def steps_of(conference: UUID) -> Sequence[StepFacts]:
    """List what was done on the board, the newest first."""
    rows = await fetch(
        "SELECT s.number, s.step, s.done_at, s.before, s.after, b.standing, j.actor "  # noqa: S608
        "FROM board_step s JOIN board b ON b.conference = s.conference "
        "LEFT JOIN journal_entry j ON j.request = s.request "
        f"WHERE s.conference = ? ORDER BY s.number DESC LIMIT {STEPS_LISTED}",
        conference,
    )
    return [_step(row) for row in rows]


def _step(row: Mapping[str, Any]) -> StepFacts:
    return StepFacts(
        number=row["number"],
        step=Step(row["step"]),
        at=row["done_at"],
        by=row["actor"],
        cards=_cards_moved(row["before"], row["after"]),
        undone=row["number"] > row["standing"],
    )


def _cards_moved(before: str, after: str) -> int:
    """Count the proposals that lie in other clusters than before."""
    changed = _lying(before) ^ _lying(after)
    return len({proposal for proposal, _cluster in changed})


def _lying(stored: str) -> set[tuple[UUID, UUID]]:
    placements = load(stored).placements if stored else {}
    return {(one.proposal, one.cluster) for one in placements.values() if one}
