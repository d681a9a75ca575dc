"""What stands on the wall at one moment: some columns, in one language."""

from collections.abc import Sequence
from dataclasses import dataclass

COLUMNS_AT_ONCE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class WallView:
    """Which columns are shown (from, to), and what comes next (language, part)."""

    start: int
    end: int
    part: int
    parts: int
    next: tuple[str, int]


def wall_view(
    columns: int, *, part: int, language: str, languages: Sequence[str]
) -> WallView:
    """
    Share columns evenly over as few views as can be; then comes the next language.

    >>> view = wall_view(9, part=3, language="de", languages=["de", "ar"])
    >>> view.start, view.end, view.next
    (6, 9, ('ar', 1))
    """
    parts = max(1, -(-columns // COLUMNS_AT_ONCE))
    here = min(max(1, part), parts)
    size, more = divmod(columns, parts)
    starts = [place * size + min(place, more) for place in range(parts + 1)]
    at = languages.index(language) if language in languages else -1
    following = languages[(at + 1) % len(languages)] if languages else language
    return WallView(
        start=starts[here - 1],
        end=starts[here],
        part=here,
        parts=parts,
        next=(language, here + 1) if here < parts else (following, 1),
    )
