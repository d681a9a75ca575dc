"""Languages as small signs: a short mark and the language's own name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from babel import UnknownLocaleError

from lip.conference.documents.fitting import LEADING
from lip.conference.documents.fonts import settable, width
from lip.conference.documents.layouts import POINTS_PER_MM, Area
from lip.words import language_of

_OWN: Mapping[str, tuple[str, str]] = {
    "ckb": ("CKB", "سۆرانی"),
    "gsg": ("DGS", ""),  # German Sign Language is known by its letters
    "ku": ("KU", "Kurmancî"),
    "prs": ("PRS", "دری"),
    "rom": ("ROM", "Romanes"),
    "zza": ("ZZA", "Zazakî"),
}
"""What Babel does not know, or knows under a name that nobody uses."""

PADDING = 0.55
"""Room left and right of a sign's words, in ems."""
GAP = 0.5
HEIGHT = LEADING + 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One language: its mark, and its own name where there is room."""

    mark: str
    own: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Signs and the size in points at which they fit."""

    signs: tuple[Sign, ...]
    size: float


@cache
def sign(tag: str) -> Sign:
    """Make the sign of a language; one that nobody knows keeps its tag."""
    primary = tag.replace("_", "-").split("-")[0]
    if primary in _OWN:
        mark, own = _OWN[primary]
    else:
        mark, own = primary.upper(), _own_name(primary)
    return Sign(mark=settable(mark), own=settable(own))


def _own_name(tag: str) -> str:
    try:
        name = language_of(tag).name
    except (UnknownLocaleError, ValueError):
        return ""
    return "" if name == tag else name


def fit_signs(tags: Sequence[str], area: Area) -> Row:
    """Give each language its sign: names where there is room, smaller where not."""
    long = tuple(made for made in map(sign, tags) if made.mark)
    short = tuple(replace(made, own="") for made in long)
    if _fits(long, area, area.size):
        return Row(signs=long, size=area.size)
    size = area.size
    while not _fits(short, area, size):
        size *= 0.95
    return Row(signs=short, size=size)


def _fits(signs: Sequence[Sign], area: Area, size: float) -> bool:
    em = size / POINTS_PER_MM
    rows, used = 1, 0.0
    for wide in (sign_width(each) * em for each in signs):
        if wide > area.width:
            return False
        if used and used + GAP * em + wide > area.width:
            rows, used = rows + 1, 0.0
        used += wide + (GAP * em if used else 0)
    return (rows * HEIGHT + (rows - 1) * GAP) * em <= area.height + 0.01


def sign_width(made: Sign) -> float:
    """Measure a sign in ems."""
    words = width(made.mark, bold=True)
    if made.own:
        words += 0.35 + width(made.own)
    return words + 2 * PADDING
