"""The table of costs in words, in the number format of the page's language."""

from collections.abc import Mapping, Sequence

from babel.numbers import format_currency

from lip.papers.rules.papers import Paper
from lip.words import current_language


def euros(cents: int | None, language: str = "") -> str:
    """Write an amount as people of a language write money; nothing for none."""
    if cents is None:
        return ""
    locale = (language or current_language()).replace("-", "_")
    return str(format_currency(cents / 100, "EUR", locale=locale))


def cost_lines(paper: Paper, language: str = "") -> Sequence[Mapping[str, str]]:
    """Give the lines of the table of costs."""
    return [
        {
            "label": one.label,
            "year": one.year,
            "amount": euros(one.cents, language),
        }
        for one in paper.costs
    ]
