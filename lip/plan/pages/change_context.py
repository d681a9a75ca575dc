"""What every page about changes gives to its template."""

from typing import Any

from lip.partial_dates import PartialDate
from lip.plan.pages.change_words import (
    PASSAGES,
    lines_said,
    place_of,
    status_badge,
    status_word,
)
from lip.plan.pages.tongues import language_name
from lip.web.partial_dates import said


def change_context() -> dict[str, Any]:
    """Give the functions that word changes."""
    return {
        "language_name": language_name,
        "lines_said": lines_said,
        "partial": _partial,
        "passages": PASSAGES,
        "place_of": place_of,
        "status_badge": status_badge,
        "status_word": status_word,
    }


def _partial(code: str) -> str:
    return said(PartialDate.load(code)) if code else ""
