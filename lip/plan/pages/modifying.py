"""What editors see of the draft when they adopt an amendment with other words."""

from collections.abc import Sequence
from typing import Any

from lip.plan.pages.text_place import Place
from lip.plan.queries.chapters import wording_of
from lip.plan.queries.standing import ShownAmendment
from lip.plan.rules.amending import (
    Edit,
    chosen_stretch,
    fault_of_lines,
    lines_of_stretch,
)
from lip.plan.rules.line_history import History
from lip.plan.rules.spots import Spot, Stretch, amended


async def modified_values(
    place: Place, shown: ShownAmendment, lines: tuple[int, int]
) -> dict[str, Any]:
    """Offer the lines of today that an amendment is about, with its words in them."""
    numbered = place.lines
    first, last = lines
    if fault_of_lines(numbered, first, last or first):
        first, last = await _lines_today(place, shown)
    last = last or first
    values: dict[str, Any] = {
        "first": first,
        "last": last,
        "base_version": place.text.version,
        "modified": "",
        "lines": len(numbered),
    }
    if fault_of_lines(numbered, first, last):
        return values
    stretch = chosen_stretch(place.text.text, numbered, first, last)
    values["modified"] = _with_spots(place.text.text, stretch, shown.spots)
    return values


async def _lines_today(place: Place, shown: ShownAmendment) -> tuple[int, int]:
    numbered = place.lines
    edits: Sequence[Edit] = shown.now or shown.facts.edits
    first = max(1, min(one.first_line for one in edits))
    last = max(1, *(one.last_line for one in edits))
    if shown.now is None:
        base = await wording_of(place.text.id, shown.facts.base_version)
        history = History(base.text, place.text.text)
        found = [history.about(one.stretch) for one in edits]
        spans = [lines_of_stretch(numbered, one) for one in found if one]
        if spans:
            first = max(1, min(one[0] for one in spans))
            last = max(1, *(one[1] for one in spans))
    return min(first, len(numbered)), min(last, len(numbered))


def _with_spots(text: str, stretch: Stretch, spots: Sequence[Spot]) -> str:
    """Give the words of a stretch as they would be with all that changes in it."""
    inside = [
        one
        for one in spots
        if stretch.start <= one.stretch.start and one.stretch.end <= stretch.end
    ]
    whole = amended(text, inside)
    return whole[stretch.start : len(whole) - (len(text) - stretch.end)].strip("\n")
