"""How many proposals have an answer, and how soon."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lip.tracing.rules.figures import (
    FEWEST,
    WAITING,
    Answered,
    figures_of,
    shown_counts,
)

DAY = datetime(2026, 11, 1, tzinfo=UTC)
OPEN = Answered(handed_in=DAY)


def answered(after: int, became: str = "adopted") -> Answered:
    return Answered(handed_in=DAY, answered=DAY + timedelta(days=after), became=became)


def test_answers_are_counted_with_their_time():
    figures = figures_of([
        *(answered(n) for n in (-1, 3, 4, 10, 30, 40)),
        *(answered(20, "not_followed") for _ in range(5)),
        *[OPEN] * 9,
    ])

    assert (figures.proposals, figures.answered, figures.share) == (20, 11, 55)
    assert figures.by_answer == {"adopted": 6, "not_followed": 5, WAITING: 9}
    assert (figures.quickest_days, figures.median_days, figures.slowest_days) == (
        *(0, 20),
        40,
    )


def test_few_are_not_told_apart():
    few = figures_of([answered(3), OPEN])
    four_answers = figures_of([*(answered(n) for n in range(4)), *[OPEN] * 20])
    four_open = figures_of([*(answered(n) for n in range(20)), *[OPEN] * 4])

    assert (few.proposals, few.answered, few.share) == (None, None, None)
    assert (four_answers.proposals, four_answers.answered) == (24, None)
    assert four_answers.by_answer == {"adopted": None, WAITING: None}
    assert four_answers.median_days is None
    assert (four_open.answered, four_open.share) == (None, None)
    assert four_open.median_days == 9.5


@given(st.dictionaries(st.integers(), st.integers(0, 30), max_size=6))
def test_no_hidden_count_can_be_reckoned_from_the_others(counts: dict[int, int]):
    shown = shown_counts(counts)

    hidden = [counts[one] for one, many in shown.items() if many is None]
    assert all(many is None or many == counts[one] for one, many in shown.items())
    assert all(many in {None, 0} or many >= FEWEST for many in shown.values())
    if hidden and any(shown.values()):
        assert len(hidden) > 1
        assert sum(hidden) >= FEWEST
