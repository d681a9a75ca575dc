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
        Ask(name="title", label=N_("Titel"), most=LONGEST_TITLE, required=True),
        Ask(name="subtitle", label=N_("Untertitel"), most=LONGEST_TITLE),
        Ask(
            name="portal",
            label=N_("Wer veröffentlicht"),
            most=LONGEST_TITLE,
            hint=N_(
                "Zum Beispiel: Das offizielle Portal der Region und der "
                "Landeshauptstadt Hannover"
            ),
        ),
        Ask(
            name="kind",
            label=N_("Art des Vorhabens"),
            most=LONGEST_TITLE,
            hint=N_("Zum Beispiel: Modellprojekt"),
        ),
        Ask(name="code", label=N_("Nummer"), way=Way.TEXT, most=20),
        Ask(
            name="own",
            label=N_("Es ist ein Vorhaben der Stadt"),
            way=Way.TICK,
        ),
        Ask(
            name="status",
            label=N_("Status, wie er auf der Seite steht"),
            most=LONGEST_TITLE,
            hint=N_("Zum Beispiel: Vorhaben abgeschlossen"),
        ),
        Ask(
            name="status_kind",
            label=N_("Was der Status bedeutet"),
            way=Way.CHOICE,
            choices=STATUS,
        ),
        Ask(name="updated", label=N_("Zuletzt aktualisiert"), way=Way.DATE),
        Ask(
            name="citywide",
            label=N_("Gesamtstädtisch"),
            way=Way.TICK,
            hint=N_("Dann wählen Sie bitte keine einzelnen Stadtbezirke."),
        ),
        Ask(
            name="districts",
            label=N_("Stadtbezirke"),
            way=Way.SEVERAL,
            offered="districts",
        ),
        Ask(
            name="fields",
            label=N_("Handlungsfeld"),
            way=Way.ORDERED,
            offered="fields",
            hint=N_("Das erste ist das wichtigste."),
        ),
        Ask(
            name="summary",
            label=N_("Kurzbeschreibung"),
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
                    name="year",
                    label=N_("Jahr"),
                    way=Way.YEAR,
                    hint=N_("Leer, wenn das Ziel für die ganze Zeit gilt."),
                ),
                Ask(name="text", label=N_("Ziel")),
            ),
        ),
        Lines(
            name="timetable",
            label=N_("Zeitplanung"),
            one=N_("Zeile"),
            kind=lines.MilestoneLine,
            asks=(
                Ask(name="text", label=N_("Was geschieht")),
                Ask(
                    name="deadline",
                    label=N_("Wann, in Worten"),
                    most=LONGEST_TITLE,
                    hint=N_("So steht es auf der Seite: bis Ende 2017"),
                ),
                Ask(name="begins", label=N_("Beginn"), way=Way.DATE),
                Ask(name="ends", label=N_("Ende"), way=Way.DATE),
                Ask(name="ongoing", label=N_("läuft ständig"), way=Way.TICK),
                Ask(name="done", label=N_("erledigt"), way=Way.TICK),
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
                Ask(name="id", way=Way.KEPT),
                Ask(
                    name="address", label=N_("Adresse oder Ort"), way=Way.TEXT, most=200
                ),
                Ask(
                    name="heading",
                    label=N_("Überschrift der Liste"),
                    most=LONGEST_TITLE,
                    hint=N_("Leer: gehört noch zur Liste davor."),
                ),
                Ask(
                    name="line",
                    label=N_("Gehört zur Zeile der Zeitplanung"),
                    way=Way.ONE,
                    offered="milestones",
                ),
                Ask(
                    name="state",
                    label=N_("Zustand"),
                    way=Way.CHOICE,
                    choices=PLACE_STATES,
                ),
                Ask(
                    name="district",
                    label=N_("Stadtbezirk"),
                    way=Way.ONE,
                    offered="districts",
                ),
                Ask(name="opening", label=N_("Wann geöffnet"), most=LONGEST_TITLE),
                Ask(name="service", label=N_("Wobei geholfen wird")),
                Ask(
                    name="languages",
                    label=N_("Sprachen der Beratung"),
                    way=Way.SEVERAL,
                    offered="tongues",
                ),
                Ask(name="phone", label=N_("Telefon"), way=Way.TEXT, most=60),
                Ask(name="website", label=N_("Website"), way=Way.WEBSITE),
                Ask(name="note", label=N_("Hinweis")),
                Ask(
                    name="contact_point",
                    label=N_("Unter „Anlaufstellen“ zeigen"),
                    way=Way.TICK,
                ),
            ),
        ),
    ),
)
