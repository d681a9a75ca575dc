"""Read questions of feedback, and what came of them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lip.attendance.rules.feedback import (
    Answer,
    Question,
    QuestionKind,
    Result,
    results_of,
)
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """All results of a conference, and how many sheets were handed in."""

    sheets: int
    results: tuple[Result, ...]


async def questions_of(conference: ConferenceFacts) -> tuple[Question, ...]:
    """List the questions of a conference in their order."""
    rows = await fetch(
        "SELECT id, kind, label, options FROM feedback_question "
        "WHERE conference = ? ORDER BY position, id",
        conference.id,
    )
    return tuple(map(_question, rows))


async def feedback_of(conference: ConferenceFacts) -> Feedback:
    """Read all results; four queries, however many answers there are."""
    questions = await questions_of(conference)
    counts = await fetch(
        "SELECT a.question, a.value, count(*) AS many FROM feedback_answer a "
        "JOIN feedback_question q ON q.id = a.question "
        "WHERE q.conference = ? AND q.kind <> ? GROUP BY a.question, a.value",
        conference.id,
        QuestionKind.TEXT.value,
    )
    texts = await fetch(
        "SELECT a.question, a.value, a.language FROM feedback_answer a "
        "JOIN feedback_question q ON q.id = a.question "
        "WHERE q.conference = ? AND q.kind = ? ORDER BY a.id",
        conference.id,
        QuestionKind.TEXT.value,
    )
    (row,) = await fetch(
        "SELECT count(*) AS many FROM feedback_sheet WHERE conference = ?",
        conference.id,
    )
    return Feedback(
        sheets=int(row["many"]),
        results=results_of(questions, _counts(counts), _texts(texts)),
    )


def _counts(rows: Sequence[Mapping[str, Any]]) -> Mapping[tuple[UUID, str], int]:
    return {(row["question"], row["value"]): int(row["many"]) for row in rows}


def _texts(rows: Sequence[Mapping[str, Any]]) -> Mapping[UUID, Sequence[Answer]]:
    found: dict[UUID, list[Answer]] = {}
    for row in rows:
        answer = Answer(
            question=row["question"], value=row["value"], language=row["language"]
        )
        found.setdefault(row["question"], []).append(answer)
    return found


def _question(row: Mapping[str, Any]) -> Question:
    options = json.loads(row["options"] or "[]")
    return Question(
        id=row["id"],
        kind=QuestionKind(row["kind"]),
        label=Said.load(row["label"]),
        options=tuple((value, Said(texts)) for value, texts in options),
    )
