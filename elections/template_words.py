"""The templates in words: what they are, how they elect, where they come from."""

from collections.abc import Mapping, Sequence
from typing import Final

from elections.rules.templates import TemplateName
from lip.words import N_

LABELS: Final[Mapping[TemplateName, str]] = {
    TemplateName.HALL: N_("Wahl auf der Konferenz"),
    TemplateName.HANNOVER_2019: N_("Vereine wählen, wie in Hannover 2019"),
    TemplateName.HANNOVER_2022: N_("Zwei Wahlgänge, wie in Hannover 2022"),
    TemplateName.HANNOVER_2025: N_("Grenze für den eigenen Verein, Hannover 2025"),
    TemplateName.KARLSRUHE: N_("Fünf Themenfelder, wie in Karlsruhe"),
}
EXPLAINED: Final[Mapping[TemplateName, Sequence[str]]] = {
    TemplateName.HALL: (
        N_("Wer im Haus ist, wählt vier Personen."),
        N_("Bei Gleichstand entscheidet das Los."),
    ),
    TemplateName.HANNOVER_2019: (
        N_("Jeder Verein auf der Liste hat zwei Stimmen für zwei Plätze."),
        N_("Aus jedem Verein kandidiert höchstens eine Person."),
        N_("Vereine aus dem Dachverband wählen mit, kandidieren aber nicht."),
        N_("Fehlt ein Verein, entscheidet der Wahlvorstand über die Aufnahme."),
    ),
    TemplateName.HANNOVER_2022: (
        N_("Jeder Verein hat zwei Stimmen, vier Personen werden gewählt."),
        N_("Die besten acht kommen in den zweiten Wahlgang."),
        N_("Damals kamen 27 Vereine, elf Personen kandidierten."),
    ),
    TemplateName.HANNOVER_2025: (
        N_("Vier Plätze für zweieinhalb Jahre, zwei Stimmen für jede Person."),
        N_("Höchstens eine Stimme darf an den eigenen Verein gehen."),
    ),
    TemplateName.KARLSRUHE: (
        N_("Fünf Wahlen mit je einem Stimmzettel, zusammen zehn Plätze."),
        N_("In jedem Feld zwei Stimmen, für jede Person höchstens eine."),
        N_("Die beiden mit den meisten Stimmen sind gewählt, die nächsten vertreten."),
        N_("Bei Gleichstand gibt es eine Stichwahl, danach das Los."),
        N_("Höchstens zwei Delegierte je Verein; sie kandidieren nicht selbst."),
    ),
}
SOURCES: Final[Mapping[TemplateName, str]] = {
    TemplateName.HALL: "",
    TemplateName.HANNOVER_2019: "hannover.de/content/view/full/984132",
    TemplateName.HANNOVER_2022: "hannover.de: MSO-Vertreterinnen gewählt",
    TemplateName.HANNOVER_2025: "hannover.de: (Fast) alles neu …",
    TemplateName.KARLSRUHE: "Wahlordnung Integrationsausschuss Karlsruhe, 2023/0573",
}
