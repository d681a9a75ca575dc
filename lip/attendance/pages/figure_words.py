"""The figures of a conference in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from lip.attendance.documents.wording import said_day, said_minutes
from lip.attendance.rules.figures import Figures, Line, Table
from lip.conference.pages.language_names import said_language
from lip.words import N_, _

TITLES: Final[Mapping[str, str]] = {
    "days": N_("Wer an welchem Tag da war"),
    "organisations": N_("Organisationen"),
    "languages": N_("Sprachen der Anrede"),
    "spoken": N_("Gesprochene Sprachen"),
    "groups": N_("Gruppen"),
    "sessions": N_("Besuchte Programmpunkte"),
}
NOTES: Final[Mapping[str, str]] = {
    "days": N_("Wer an mehreren Tagen kam, zählt an jedem Tag."),
    "spoken": N_("Viele sprechen mehrere Sprachen und zählen mehrmals."),
    "sessions": N_("Gezählt an den Türen der Räume."),
}
MOST_LINES: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar with its label; `share` is its length from 0 to 100."""

    word: str
    lang: str
    number: int
    share: int
    soft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart with its table; `hidden` counts what is too small to be shown."""

    key: str
    title: str
    note: str
    bars: Sequence[Bar]
    hidden: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stat:
    """One large number; empty where it is hidden."""

    label: str
    value: str
    number: int | None


def stats_of(figures: Figures) -> Sequence[Stat]:
    """Name the large numbers."""
    people = figures.people
    plain = (
        (_("waren da"), people.arrived),
        (_("angemeldet"), people.registered),
        (_("ohne Anmeldung gekommen"), people.walk_ins),
        (_("angemeldet und nicht gekommen"), people.no_shows),
        (_("abgesagt"), people.cancelled),
        (_("Organisationen"), figures.organisations),
    )
    times = (
        (_("Stunden aller Menschen zusammen"), figures.minutes),
        (_("Zeit je Person, im Mittel"), figures.average),
    )
    return [
        *(Stat(label=label, value=_number(one), number=one) for label, one in plain),
        *(
            Stat(
                label=label,
                value="" if one is None else said_minutes(one),
                number=one,
            )
            for label, one in times
        ),
    ]


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def charts_of(figures: Figures) -> Sequence[Chart]:
    """Name the tables and their lines, and measure their bars."""
    return [_chart(table) for table in figures.tables]


def _chart(table: Table) -> Chart:
    shown = [line for line in table.lines if line.number is not None]
    largest = table.largest
    bars = [_bar(line, table.key, largest) for line in shown[:MOST_LINES]]
    others = sum(line.number or 0 for line in shown[MOST_LINES:])
    rest = (table.rest or 0) + (others if table.parts else 0)
    if rest:
        bars.append(
            Bar(
                word=_("alle anderen zusammen"),
                lang="",
                number=rest,
                share=100 * rest // max(largest, rest),
                soft=True,
            )
        )
    return Chart(
        key=table.key,
        title=_(TITLES[table.key]),
        note=_(NOTES[table.key]) if table.key in NOTES else "",
        bars=bars,
        hidden=sum(line.number is None for line in table.lines),
    )


def _bar(line: Line, key: str, largest: int) -> Bar:
    number = line.number or 0
    return Bar(
        word=_word(line.word, key),
        lang=line.lang,
        number=number,
        share=100 * number // largest,
    )


def _word(word: str, key: str) -> str:
    if not word:
        return _("keine Angabe")
    if key == "days":
        return said_day(date.fromisoformat(word), "long")
    return said_language(word) if key in {"languages", "spoken"} else word
