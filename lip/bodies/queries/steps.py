"""Read the steps of texts."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from lip.bodies.rules.kinds import Outcome, Station
from lip.bodies.rules.steps import StepFacts
from lip.database import fetch, fetch_in, padded
from lip.errors import NotFound
from lip.partial_dates import PartialDate
from lip.said import Said
from lip.subjects import SubjectKind
from lip.words import _

_FACTS: Final = (
    "SELECT step.id, subject_kind, subject, station, outcome, step.position, part, "
    "body, body.key AS body_key, body.name AS body_name, words, result, yes, no, "
    "abstained, happened, movers, paper, public_from "
    "FROM step LEFT JOIN body ON body.id = step.body "
)
_ORDER: Final = "ORDER BY subject, step.position, step.id"
MOST_LISTED: Final = 200
"""Steps in the list of a body; older ones stand with their texts."""


async def steps_of(
    kind: SubjectKind, subjects: Collection[UUID], *, now: datetime | None = None
) -> Mapping[UUID, Sequence[StepFacts]]:
    """
    Give the steps of many texts in one statement, in order.

    With `now` only those that everybody may read at that time.
    """
    if not subjects:
        return {}
    wanted = padded(list(subjects))
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        f"{_FACTS} WHERE subject_kind = ? AND subject IN ({marks}) {_ORDER}",
        kind.value,
        *wanted,
    )
    found: dict[UUID, list[StepFacts]] = {one: [] for one in subjects}
    for step in map(_step, rows):
        if now is None or is_public(step, now):
            found[step.subject].append(step)
    return found


async def step_by_id(step: UUID) -> StepFacts:
    """Find one, or raise NotFound."""
    rows = await fetch(f"{_FACTS} WHERE step.id = ?", step)
    if not rows:
        raise NotFound("unknown_step")
    return _step(rows[0])


async def names_of_steps(ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Name steps by the body that took them, as the journal does."""
    rows = await fetch_in(
        "SELECT step.id, body.name FROM step LEFT JOIN body ON body.id = step.body "
        "WHERE step.id IN",
        ids,
    )
    return {
        row["id"]: Said.load(row["name"] or "").pick("de").text or _("Beratungsschritt")
        for row in rows
    }


async def steps_at(body: UUID, *, now: datetime) -> Sequence[StepFacts]:
    """Give what a body has said and decided, as everybody may read it, newest first."""
    rows = await fetch(
        f"{_FACTS} WHERE body = ? AND public_from <= ? "
        "ORDER BY happened DESC, step.position DESC, step.id LIMIT ?",
        *(body, now, MOST_LISTED),
    )
    return [_step(row) for row in rows]


def is_public(step: StepFacts, now: datetime) -> bool:
    """Tell whether everybody may read it."""
    return step.public_from is not None and step.public_from <= now


def _step(row: Mapping[str, Any]) -> StepFacts:
    return StepFacts(
        id=row["id"],
        kind=SubjectKind(row["subject_kind"]),
        subject=row["subject"],
        station=Station(row["station"]),
        outcome=Outcome(row["outcome"]),
        position=row["position"],
        part=row["part"],
        body=row["body"],
        body_key=row["body_key"] or "",
        body_name=Said.load(row["body_name"] or ""),
        words=Said.load(row["words"]),
        result=Said.load(row["result"]),
        yes=row["yes"],
        no=row["no"],
        abstained=row["abstained"],
        happened=PartialDate.load(row["happened"]) if row["happened"] else None,
        movers=row["movers"],
        paper=row["paper"],
        public_from=row["public_from"],
    )
