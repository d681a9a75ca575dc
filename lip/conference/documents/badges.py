"""Sheets of badges as PDF."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from lip.conference.documents.colours import ACCENT, deepened, ink_on
from lip.conference.documents.compiling import compile_pdf
from lip.conference.documents.fitting import fit
from lip.conference.documents.fonts import direction
from lip.conference.documents.layouts import Area, Layout, design_for, stretched
from lip.conference.documents.qr import qr_svg
from lip.conference.documents.signs import fit_signs
from lip.conference.rules.badges import Back, Badge, BadgeFormat, Place, grouped
from lip.words import _, language_of, speaking

Values = dict[str, object]


def badges_pdf(
    badges: Sequence[Badge],
    *,
    format: BadgeFormat,  # noqa: A002 - the word of the field, given by name only
    language: str,
    accent: str = ACCENT,
    first: int = 1,
) -> bytes:
    """
    Set badges on sheets, one after the other, as PDF/UA-1.

    A name is shrunk to fit and never cut. Where none of its letters can be set, the
    badge has a line to write it on by hand. `first` is the place on the first sheet,
    counted from 1, so that a sheet that was used in part can be used up.
    """
    rtl = language_of(language).direction == "rtl"
    with speaking(language):
        values = {
            "lang": language,
            "title": _title(badges),
            "rtl": rtl,
            "page": format.page,
            "badge": format.badge,
            "accent": accent,
            "on_accent": ink_on(accent),
            "deep": deepened(accent),
            "cuts": _cuts(format),
            "folds": _folds(format),
            "codes": [qr_svg(badge.url) for badge in badges],
            "pages": _pages(badges, format, rtl=rtl, first=first),
        }
    return compile_pdf("badges", values)


def _title(badges: Sequence[Badge]) -> str:
    conference = badges[0].conference if badges else ""
    return _("Namensschilder: %(conference)s", conference=conference)


def _cuts(format_: BadgeFormat) -> Values:
    """Say along which lines someone cuts, if the paper is not cut already."""
    if not format_.plain_paper:
        return {"across": [], "down": []}
    width, height = format_.badge
    behind = width if format_.reverse is Back.FOLDED else 0.0
    down, across = set[float](), set[float]()
    for left, top in format_.cells():
        down |= {round(left - behind, 3), round(left + width, 3)}
        across |= {round(top, 3), round(top + height, 3)}
    return {
        "down": sorted(down - {0.0, format_.page[0]}),
        "across": sorted(across - {0.0, format_.page[1]}),
    }


def _folds(format_: BadgeFormat) -> list[float]:
    if format_.reverse is not Back.FOLDED:
        return []
    return sorted({round(left, 3) for left, _top in format_.cells()})


def _pages(
    badges: Sequence[Badge], format_: BadgeFormat, *, rtl: bool, first: int
) -> list[list[Values]]:
    front = stretched(design_for(format_.badge), format_.badge, rtl=rtl)
    back = stretched(design_for(format_.badge, back=True), format_.badge, rtl=rtl)
    pages: dict[int, list[Values]] = {0: []}
    for index, badge in enumerate(badges):
        for place, layout in _sides(format_, index + first - 1, front=front, back=back):
            side = {"left": place.left, "top": place.top, "index": index}
            pages.setdefault(place.page, []).append(side | _side(badge, layout))
    return [pages[page] for page in sorted(pages)]


def _sides(
    format_: BadgeFormat, index: int, *, front: Layout, back: Layout
) -> Iterator[tuple[Place, Layout]]:
    yield format_.front(index), front
    if behind := format_.back(index):
        yield behind, back


def _side(badge: Badge, layout: Layout) -> Values:
    number = _("Nr. %(number)s", number=badge.number)
    code = grouped(badge.code)
    said = {
        "name": badge.name,
        "organisation": badge.organisation,
        "role": badge.role,
        "conference": badge.conference,
        "day": badge.day,
        "number": number,
        "code": code,
    }
    side: Values = {
        kind: _words(text, layout[kind])
        for kind, text in said.items()
        if kind in layout
    }
    if "languages" in layout:
        row = fit_signs(badge.languages, layout["languages"])
        side["languages"] = asdict(row) | {"area": asdict(layout["languages"])}
    alt = _("QR-Code zum Ticket %(code)s", code=code)
    return side | {"qr": {"area": asdict(layout["qr"]), "alt": alt}}


def _words(text: str, area: Area) -> Values:
    fitted = fit(text, area.box)
    return {
        "area": asdict(area),
        "size": fitted.size,
        "lines": [{"text": line, "dir": direction(line)} for line in fitted.lines],
    }
