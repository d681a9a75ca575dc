"""The form of a sheet: what is done, when and where."""

from typing import Final

from lip.measures.pages.asking import Ask, Way
from lip.measures.pages.part_kinds import Lines, Part
from lip.measures.rules import sheet as lines
from lip.measures.rules.sheet import LONGEST_TEXT, LONGEST_TITLE
from lip.measures.words import PLACES as PLACE_STATES
from lip.measures.words import STATUS
from lip.words import N_

ABOUT: Final = Part(
    name="about",
    label=N_("Überblick"),
    icon="file-text",
    asks=(
        Ask("title", N_("Titel"), most=LONGEST_TITLE, required=True),
        Ask("subtitle", N_("Untertitel"), most=LONGEST_TITLE),
        Ask(
            "portal",
            N_("Wer veröffentlicht"),
            most=LONGEST_TITLE,
            hint=N_(
                "Zum Beispiel: Das offizielle Portal der Region und der "
                "Landeshauptstadt Hannover"
            ),
        ),
        Ask(
            "kind",
            N_("Art des Vorhabens"),
            most=LONGEST_TITLE,
            hint=N_("Zum Beispiel: Modellprojekt"),
        ),
        Ask("code", N_("Nummer"), Way.TEXT, most=20),
        Ask("own", N_("Es ist ein Vorhaben der Stadt"), Way.TICK),
        Ask(
            "status",
            N_("Status, wie er auf der Seite steht"),
            most=LONGEST_TITLE,
            hint=N_("Zum Beispiel: Vorhaben abgeschlossen"),
        ),
        Ask("status_kind", N_("Was der Status bedeutet"), Way.CHOICE, choices=STATUS),
        Ask("updated", N_("Zuletzt aktualisiert"), Way.DATE),
        Ask(
            "citywide",
            N_("Gesamtstädtisch"),
            Way.TICK,
            hint=N_("Dann wählen Sie bitte keine einzelnen Stadtbezirke."),
        ),
        Ask("districts", N_("Stadtbezirke"), Way.SEVERAL, offered="districts"),
        Ask(
            "fields",
            N_("Handlungsfeld"),
            Way.ORDERED,
            offered="fields",
            hint=N_("Das erste ist das wichtigste."),
        ),
        Ask(
            "summary",
            N_("Kurzbeschreibung"),
            most=LONGEST_TEXT,
            rows=10,
            hint=N_("Eine leere Zeile trennt Absätze."),
        ),
    ),
)
GOALS: Final = Part(
    name="goals",
    label=N_("Ziele und Zeit"),
    icon="calendar",
    lists=(
        Lines(
            name="goals",
            label=N_("Ziele"),
            one=N_("Ziel"),
            kind=lines.GoalLine,
            asks=(
                Ask(
                    "year",
                    N_("Jahr"),
                    Way.YEAR,
                    hint=N_("Leer, wenn das Ziel für die ganze Zeit gilt."),
                ),
                Ask("text", N_("Ziel")),
            ),
        ),
        Lines(
            name="timetable",
            label=N_("Zeitplanung"),
            one=N_("Zeile"),
            kind=lines.MilestoneLine,
            asks=(
                Ask("text", N_("Was geschieht")),
                Ask(
                    "deadline",
                    N_("Wann, in Worten"),
                    most=LONGEST_TITLE,
                    hint=N_("So steht es auf der Seite: bis Ende 2017"),
                ),
                Ask("begins", N_("Beginn"), Way.DATE),
                Ask("ends", N_("Ende"), Way.DATE),
                Ask("ongoing", N_("läuft ständig"), Way.TICK),
                Ask("done", N_("erledigt"), Way.TICK),
            ),
            hint=N_(
                "Anfang und Ende so genau, wie sie bekannt sind. Aus ihnen wird "
                "gerechnet, was verspätet ist."
            ),
        ),
    ),
)
PLACES: Final = Part(
    name="places",
    label=N_("Orte"),
    icon="map-pin",
    lists=(
        Lines(
            name="places",
            label=N_("Orte und Anlaufstellen"),
            one=N_("Ort"),
            kind=lines.LocationLine,
            asks=(
                Ask("id", way=Way.KEPT),
                Ask("address", N_("Adresse oder Ort"), Way.TEXT, most=200),
                Ask(
                    "heading",
                    N_("Überschrift der Liste"),
                    most=LONGEST_TITLE,
                    hint=N_("Leer: gehört noch zur Liste davor."),
                ),
                Ask(
                    "line",
                    N_("Gehört zur Zeile der Zeitplanung"),
                    Way.ONE,
                    offered="milestones",
                ),
                Ask("state", N_("Zustand"), Way.CHOICE, choices=PLACE_STATES),
                Ask("district", N_("Stadtbezirk"), Way.ONE, offered="districts"),
                Ask("opening", N_("Wann geöffnet"), most=LONGEST_TITLE),
                Ask("service", N_("Wobei geholfen wird")),
                Ask(
                    "languages",
                    N_("Sprachen der Beratung"),
                    Way.SEVERAL,
                    offered="tongues",
                ),
                Ask("phone", N_("Telefon"), Way.TEXT, most=60),
                Ask("website", N_("Website"), Way.WEBSITE),
                Ask("note", N_("Hinweis")),
                Ask("contact_point", N_("Unter „Anlaufstellen“ zeigen"), Way.TICK),
            ),
        ),
    ),
)
