"""The forms of projects and news, put together from questions as those of measures."""

from collections.abc import Mapping
from typing import Final

from lip.measures.pages.asking import Ask, Way
from lip.measures.pages.part_kinds import Lines, Part
from lip.measures.pages.parts_of_people import STATEMENT_ASKS
from lip.measures.rules.sheet import LONGEST_TEXT, LONGEST_TITLE
from lip.news.rules.sheets import EventLine, PageKind, QuotationLine
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
        *STATEMENT_ASKS,
        Ask("website", N_("Website der Quelle"), Way.WEBSITE),
    ),
)
_EVENTS: Final = Lines(
    name="events",
    label=N_("Veranstaltungen"),
    one=N_("Veranstaltung"),
    kind=EventLine,
    asks=(
        Ask("title", N_("Titel"), most=LONGEST_TITLE),
        Ask(
            "rhythm",
            N_("Wie oft"),
            most=LONGEST_TITLE,
            hint=N_("Zum Beispiel: jährlich"),
        ),
        Ask("begins", N_("Von"), Way.DATE),
        Ask("ends", N_("Bis"), Way.DATE),
        Ask("interrupted", N_("Zurzeit unterbrochen"), Way.TICK),
        Ask("note", N_("Hinweis"), hint=N_("Zum Beispiel, wann es weitergeht.")),
        Ask("conference", N_("Konferenz"), Way.ONE, offered="conferences"),
    ),
)
_MEASURE: Final = Ask("measure", N_("Vorhaben dazu"), Way.ONE, offered="measures")

PROJECT: Final = Part(
    name="project",
    label=N_("Projekt"),
    icon="heart-handshake",
    asks=(
        Ask("title", N_("Titel"), most=LONGEST_TITLE, required=True),
        Ask(
            "heading",
            N_("Überschrift in der Übersicht"),
            most=LONGEST_TITLE,
            hint=N_("Projekte mit derselben Überschrift stehen zusammen."),
        ),
        Ask(
            "summary",
            N_("Zusammenfassung"),
            rows=3,
            hint=N_("Steht in der Übersicht und über dem Text."),
        ),
        Ask(
            "text",
            N_("Text"),
            most=LONGEST_TEXT,
            rows=8,
            hint=N_("Eine Leerzeile beginnt einen Absatz. Listen beginnen mit -"),
        ),
        Ask("funder", N_("Gefördert durch"), hint=N_("Steht auch auf jedem Ausdruck.")),
        Ask(
            "period",
            N_("Zeit in Worten"),
            hint=N_("Zum Beispiel: 2016 bis 2019, jährlich"),
        ),
        Ask("begins", N_("Beginn"), Way.DATE),
        Ask("ends", N_("Ende"), Way.DATE),
        Ask("capacity", N_("Höchstens so viele Teilnehmende"), Way.COUNT),
        Ask("circle", N_("Wer teilnimmt")),
        Ask(
            "organiser",
            N_("Wer das Projekt macht"),
            Way.ONE,
            offered="bodies",
            hint=N_("Die Anschrift kommt aus der Liste der Gremien."),
        ),
        Ask("contact", N_("Hinweise zum Kontakt"), rows=2),
        _MEASURE,
        Ask("position", N_("Reihenfolge in der Übersicht"), Way.COUNT),
    ),
    lists=(_EVENTS, _QUOTATIONS),
)
NEWS: Final = Part(
    name="news",
    label=N_("Nachricht"),
    icon="file-text",
    asks=(
        Ask("title", N_("Titel"), most=LONGEST_TITLE, required=True),
        Ask("dated", N_("Datum"), Way.DATE),
        Ask(
            "body",
            N_("Text"),
            most=LONGEST_TEXT,
            rows=8,
            hint=N_("Die Zitate stehen nach dem ersten Absatz."),
        ),
        Ask("background", N_("Hintergrund"), most=LONGEST_TEXT, rows=5),
        _MEASURE,
        Ask("project", N_("Projekt dazu"), Way.ONE, offered="projects"),
    ),
    lists=(_QUOTATIONS,),
)
FORMS: Final[Mapping[PageKind, Part]] = {
    PageKind.PROJECT: PROJECT,
    PageKind.NEWS: NEWS,
}
"""What is asked of each kind of page."""
