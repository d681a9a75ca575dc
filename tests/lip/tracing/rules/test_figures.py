"""How many proposals have an answer, and how soon."""

from datetime import UTC, datetime, timedelta

from lip.tracing.rules.figures import Answered, figures_of

DAY = datetime(2026, 11, 1, tzinfo=UTC)


def answered(after: int, became: str = "adopted") -> Answered:
    return Answered(handed_in=DAY, answered=DAY + timedelta(days=after), became=became)


def test_answers_are_counted_with_their_time():
    figures = figures_of([
        answered(3),
        answered(10, "not_followed"),
        answered(30),
        Answered(handed_in=DAY),
    ])

    assert (figures.proposals, figures.answered, figures.share) == (4, 3, 75)
    assert figures.by_answer == {"adopted": 2, "not_followed": 1}
    assert (figures.median_days, figures.slowest_days) == (10, 30)


def test_without_proposals_there_are_no_figures():
    figures = figures_of([])

    assert (figures.share, figures.median_days, figures.slowest_days) == (0, None, None)
