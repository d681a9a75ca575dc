"""
Feedback: what is asked, what an answer is, and what comes out.

Results hold counts and texts only; nothing of them leads to a sheet or a person.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from lip.said import Said

SCALE: Final = ("1", "2", "3", "4", "5")
"""From not at all to very; the pages say them in words and signs."""

LONGEST_TEXT: Final = 2000
MOST_QUESTIONS: Final = 12
MOST_OPTIONS: Final = 10


class QuestionKind(StrEnum):
    """How a question is answered."""

    SCALE = "scale"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; only choices have options, by a value that never changes."""

    id: UUID
    kind: QuestionKind
    label: Said
    options: tuple[tuple[str, Said], ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """List what may be answered; empty for free text."""
        if self.kind is QuestionKind.SCALE:
            return SCALE
        return tuple(value for value, _ in self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to one question; `language` only where words were written."""

    question: UUID
    value: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came out of one question: counts by value, or texts."""

    question: Question
    counts: tuple[tuple[str, int], ...] = ()
    texts: tuple[Answer, ...] = ()

    @property
    def answers(self) -> int:
        """Count the answers; who chose several things counts once for each."""
        return sum(count for _, count in self.counts) + len(self.texts)

    @property
    def tenths(self) -> int | None:
        """Give the average of a scale in tenths, rounded half up; None if unasked."""
        if self.question.kind is not QuestionKind.SCALE or not self.answers:
            return None
        total = sum(int(value) * count for value, count in self.counts)
        return (20 * total + self.answers) // (2 * self.answers)


def is_open(
    *, opens_at: datetime | None, closes_at: datetime | None, now: datetime
) -> bool:
    """Tell whether feedback is taken; without an opening it is not."""
    if opens_at is None or now < opens_at:
        return False
    return closes_at is None or now < closes_at


def accepted(
    question: Question, given: Sequence[str], *, language: str
) -> tuple[Answer, ...]:
    """Take of what was sent what is an answer to this question; the rest falls away."""
    if question.kind is QuestionKind.TEXT:
        text = given[0].strip()[:LONGEST_TEXT] if given else ""
        return (
            (Answer(question=question.id, value=text, language=language),)
            if text
            else ()
        )
    known = [value for value in question.values if value in given]
    several = question.kind is QuestionKind.CHOICES
    chosen = known if several else known[:1]
    return tuple(Answer(question=question.id, value=value) for value in chosen)


def results_of(
    questions: Iterable[Question],
    counts: Mapping[tuple[UUID, str], int],
    texts: Mapping[UUID, Sequence[Answer]],
) -> tuple[Result, ...]:
    """Put counts and texts to their questions, zeros included, in their order."""
    return tuple(
        Result(
            question=one,
            counts=tuple(
                (value, counts.get((one.id, value), 0)) for value in one.values
            ),
            texts=tuple(texts.get(one.id, ())),
        )
        for one in questions
    )
