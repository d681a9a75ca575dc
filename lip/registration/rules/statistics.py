"""Questions for the grant: asked apart from the person, counted and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from lip.registration.rules.forms import Option
from lip.registration.rules.small_counts import Published, published
from lip.said import Said

MOST_QUESTIONS: Final = 10
"""Few questions: many answers together could describe one person."""

MOST_OPTIONS: Final = 12
UNSAID_VALUE: Final = "unsaid"
"""The option that every question has beside its own: I would rather not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionFacts:
    """A question with its options, and how often each was chosen."""

    id: UUID
    text: Said
    options: tuple[Option, ...]
    counts: Mapping[str, int]
    position: int = 0

    @property
    def numbers(self) -> tuple[int, ...]:
        """Give the counts in the order of the options, then who did not say."""
        return tuple(self.counts.get(value, 0) for value in self.values)

    @property
    def values(self) -> tuple[str, ...]:
        """Give the values that can be chosen."""
        return (*(one.value for one in self.options), UNSAID_VALUE)

    @property
    def total(self) -> int:
        """Count everybody who answered."""
        return sum(self.numbers)

    def publishable(self) -> Published:
        """Give the counts with the small ones hidden."""
        return published(self.numbers)


def question_problem(text: Said, options: Sequence[Option]) -> str:
    """Say by a code what is wrong with a question; empty if nothing is."""
    if not any(text.values()):
        return "question_needs_text"
    if not 2 <= len(options) <= MOST_OPTIONS:
        return "question_needs_options"
    if len({one.value for one in options}) < len(options):
        return "question_option_twice"
    return ""
