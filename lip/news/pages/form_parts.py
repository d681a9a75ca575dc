"""The forms of projects and news, put together from questions as those of measures."""

from collections.abc import Mapping
from typing import Final

from lip.measures.pages.asking import Ask, Way
from lip.measures.pages.part_kinds import Lines, Part
from lip.news.rules.sheets import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    EventLine,
    PageKind,
    QuotationLine,
)
from lip.words import N_

_QUOTATIONS: Final = Lines(
    name="quotations",
    label=N_("Zitate"),
    one=N_("Zitat"),
    kind=QuotationLine,
    hint=N_(
        "Nennen Sie nur Menschen, die sich öffentlich geäußert haben und einverstanden "
        "sind, hier zu stehen. Jedes Zitat braucht eine Quelle."
    ),
    asks=(
        Ask(name="text", label=N_("Was gesagt wurde"), most=5000, rows=4),
        Ask(name="person", label=N_("Name"), way=Way.TEXT, most=200),
        Ask(name="function", label=N_("Funktion"), most=LONGEST_TITLE),
        Ask(name="organisation", label=N_("Organisation"), way=Way.TEXT, most=300),
        Ask(
            name="source",
            label=N_("Quelle"),
            way=Way.TEXT,
            most=500,
            hint=N_("Zum Beispiel: Lokaler Integrationsplan 2008"),
        ),
        Ask(name="website", label=N_("Website der Quelle"), way=Way.WEBSITE),
    ),
)
_EVENTS: Final = Lines(
    name="events",
    label=N_("Veranstaltungen"),
    one=N_("Veranstaltung"),
    kind=EventLine,
    asks=(
        Ask(name="title", label=N_("Titel"), most=LONGEST_TITLE),
        Ask(
            name="rhythm",
            label=N_("Wie oft"),
            most=LONGEST_TITLE,
            hint=N_("Zum Beispiel: jährlich"),
        ),
        Ask(name="begins", label=N_("Von"), way=Way.DATE),
        Ask(name="ends", label=N_("Bis"), way=Way.DATE),
        Ask(name="interrupted", label=N_("Zurzeit unterbrochen"), way=Way.TICK),
        Ask(
            name="note",
            label=N_("Hinweis"),
            hint=N_("Zum Beispiel, wann es weitergeht."),
        ),
        Ask(
            name="conference",
            label=N_("Konferenz"),
            way=Way.ONE,
            offered="conferences",
        ),
    ),
)
_MEASURE: Final = Ask(
    name="measure", label=N_("Vorhaben dazu"), way=Way.ONE, offered="measures"
)

PROJECT: Final = Part(
    name="project",
    label=N_("Projekt"),
    icon="heart-handshake",
    asks=(
        Ask(name="title", label=N_("Titel"), most=LONGEST_TITLE, required=True),
        Ask(
            name="heading",
            label=N_("Überschrift in der Übersicht"),
            most=LONGEST_TITLE,
            hint=N_("Projekte mit derselben Überschrift stehen zusammen."),
        ),
        Ask(
            name="summary",
            label=N_("Zusammenfassung"),
            rows=3,
            hint=N_("Steht in der Übersicht und über dem Text."),
        ),
        Ask(
            name="text",
            label=N_("Text"),
            most=LONGEST_TEXT,
            rows=8,
            hint=N_("Eine Leerzeile beginnt einen Absatz. Listen beginnen mit -"),
        ),
        Ask(
            name="funder",
            label=N_("Gefördert durch"),
            hint=N_("Steht auch auf jedem Ausdruck."),
        ),
        Ask(
            name="period",
            label=N_("Zeit in Worten"),
            hint=N_("Zum Beispiel: 2016 bis 2019, jährlich"),
        ),
        Ask(name="begins", label=N_("Beginn"), way=Way.DATE),
        Ask(name="ends", label=N_("Ende"), way=Way.DATE),
        Ask(
            name="capacity",
            label=N_("Höchstens so viele Teilnehmende"),
            way=Way.COUNT,
        ),
        Ask(name="circle", label=N_("Wer teilnimmt")),
        Ask(
            name="organiser",
            label=N_("Wer das Projekt macht"),
            way=Way.ONE,
            offered="bodies",
            hint=N_("Die Anschrift kommt aus der Liste der Gremien."),
        ),
        Ask(name="contact", label=N_("Hinweise zum Kontakt"), rows=2),
        _MEASURE,
        Ask(name="position", label=N_("Reihenfolge in der Übersicht"), way=Way.COUNT),
    ),
    lists=(_EVENTS, _QUOTATIONS),
)
NEWS: Final = Part(
    name="news",
    label=N_("Nachricht"),
    icon="file-text",
    asks=(
        Ask(name="title", label=N_("Titel"), most=LONGEST_TITLE, required=True),
        Ask(name="dated", label=N_("Datum"), way=Way.DATE),
        Ask(
            name="body",
            label=N_("Text"),
            most=LONGEST_TEXT,
            rows=8,
            hint=N_("Die Zitate stehen nach dem ersten Absatz."),
        ),
        Ask(
            name="background",
            label=N_("Hintergrund"),
            most=LONGEST_TEXT,
            rows=5,
        ),
        _MEASURE,
        Ask(
            name="project",
            label=N_("Projekt dazu"),
            way=Way.ONE,
            offered="projects",
        ),
    ),
    lists=(_QUOTATIONS,),
)
FORMS: Final[Mapping[PageKind, Part]] = {
    PageKind.PROJECT: PROJECT,
    PageKind.NEWS: NEWS,
}
"""What is asked of each kind of page."""
