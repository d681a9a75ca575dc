"""Terms of a glossary: where in a text they stand, to be explained there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from lip.plan.rules.visible import Visible

LONGEST_TERM: Final = 120
LONGEST_FORMS: Final = 1_000
LONGEST_EXPLANATION: Final = 1_500
MOST_TERMS: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term, other ways to write it, and what it means."""

    term: str
    forms: tuple[str, ...] = ()
    explanation: str = ""


@lru_cache(maxsize=64)
def finder(terms: tuple[Term, ...]) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """Make what finds all terms of a glossary at once, the longest first."""
    places: dict[str, int] = {}
    for place, one in enumerate(terms, start=1):
        for form in (one.term, *one.forms):
            places.setdefault(form.casefold(), place)
    forms = sorted((form for form in places if form), key=len, reverse=True)
    one_of = "|".join(re.escape(form) for form in forms) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{one_of})(?!\w)", re.IGNORECASE), places


def mark_terms(seen: Visible, terms: Sequence[Term], known: set[int]) -> None:
    """
    Mark the first time that each term stands in a section.

    Nothing within a link, a note's mark or code. `known` are the terms of this
    section so far; it grows.
    """
    if not terms:
        return
    pattern, places = finder(tuple(terms))
    for match in pattern.finditer("".join(seen.text)):
        place = places.get(match[0].casefold(), 0)
        within = seen.looks[match.start() : match.end()]
        taken = any(look.href or look.footnote or look.code for look in within)
        if not place or place in known or taken:
            continue
        known.add(place)
        for at in range(match.start(), match.end()):
            seen.looks[at] = replace(seen.looks[at], term=place)
