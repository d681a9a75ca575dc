"""Read the questions for the grant and their counts."""

from collections.abc import Sequence
from uuid import UUID

from lip.database import fetch
from lip.registration.queries.stored import load_options
from lip.registration.rules.statistics import QuestionFacts
from lip.said import Said


async def questions_of(conference: UUID) -> Sequence[QuestionFacts]:
    """Read all questions of a conference with their counts; two queries."""
    rows = await fetch(
        "SELECT id, text, options, position FROM statistic_question "
        "WHERE conference = ? ORDER BY position, id",
        conference,
    )
    counts: dict[UUID, dict[str, int]] = {}
    for row in await fetch(
        "SELECT c.question, c.option, c.number FROM statistic_count c "
        "JOIN statistic_question q ON q.id = c.question WHERE q.conference = ?",
        conference,
    ):
        counts.setdefault(row["question"], {})[row["option"]] = int(row["number"])
    return [
        QuestionFacts(
            id=row["id"],
            text=Said.load(row["text"]),
            options=load_options(row["options"]),
            counts=counts.get(row["id"], {}),
            position=row["position"],
        )
        for row in rows
    ]
