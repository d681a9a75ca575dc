"""The table of costs in words, in the number format of the page's language."""

from collections.abc import Mapping, Sequence

from babel.numbers import format_currency

from lip.papers.rules.papers import Paper
from lip.words import current_language


def cost_lines(paper: Paper) -> Sequence[Mapping[str, str]]:
    """Give the lines of the table of costs."""
    return [
        {"label": one.label, "year": one.year, "amount": _euros(one.cents)}
        for one in paper.costs
    ]


def _euros(cents: int | None) -> str:
    if cents is None:
        return ""
    locale = current_language().replace("-", "_")
    return str(format_currency(cents / 100, "EUR", locale=locale))
