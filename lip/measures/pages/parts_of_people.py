"""The form of a sheet: money, who takes part, whom it reaches, what is said of it."""

from typing import Final

from lip.measures.pages.asking import Ask, Way
from lip.measures.pages.part_kinds import Lines, Part
from lip.measures.rules import sheet as lines
from lip.measures.rules.sheet import LONGEST_TITLE
from lip.measures.words import PERIODS, ROLES
from lip.words import N_

MONEY: Final = Part(
    name="money",
    label=N_("Kosten und Beschlüsse"),
    icon="gift",
    lists=(
        Lines(
            name="costs",
            label=N_("Absehbare Kosten"),
            one=N_("Betrag"),
            kind=lines.CostLine,
            asks=(
                Ask(name="sentence", label=N_("Satz")),
                Ask(
                    name="cents",
                    label=N_("Betrag in Euro"),
                    way=Way.MONEY,
                    hint=N_("Zum Beispiel: 495.016"),
                ),
                Ask(
                    name="period",
                    label=N_("Zeitraum"),
                    way=Way.CHOICE,
                    choices=PERIODS,
                ),
                Ask(name="year", label=N_("Jahr"), way=Way.YEAR),
            ),
        ),
        Lines(
            name="council",
            label=N_("Beteiligung von Ratsgremien und Beschlusslage"),
            one=N_("Zeile"),
            kind=lines.CouncilLine,
            asks=(
                Ask(name="text", label=N_("Text")),
                Ask(
                    name="paper",
                    label=N_("Nummer der Drucksache"),
                    way=Way.TEXT,
                    most=40,
                    hint=N_("Zum Beispiel: 1003/2016. Im Text wird sie erkannt."),
                ),
            ),
        ),
    ),
    asks=(Ask(name="funding", label=N_("Förderung")),),
)
PEOPLE: Final = Part(
    name="people",
    label=N_("Beteiligte"),
    icon="users",
    lists=(
        Lines(
            name="partners",
            label=N_("Externe PartnerInnen"),
            one=N_("Partner"),
            kind=lines.PartnerLine,
            asks=(
                Ask(name="name", label=N_("Name"), most=LONGEST_TITLE),
                Ask(name="role", label=N_("Rolle"), way=Way.CHOICE, choices=ROLES),
                Ask(
                    name="body",
                    label=N_("Aus der Liste der Gremien"),
                    way=Way.ONE,
                    offered="bodies",
                ),
            ),
        ),
        Lines(
            name="agreements",
            label=N_("Kooperationsvereinbarung"),
            one=N_("Vereinbarung"),
            kind=lines.AgreementLine,
            asks=(
                Ask(name="title", label=N_("Titel"), most=LONGEST_TITLE),
                Ask(
                    name="parties",
                    label=N_("Wer unterschrieben hat"),
                    way=Way.LINES,
                    hint=N_("Eine Zeile für jede Seite."),
                ),
                Ask(name="signed", label=N_("Unterschrieben"), way=Way.DATE),
                Ask(name="term", label=N_("Laufzeit"), most=LONGEST_TITLE),
            ),
        ),
    ),
    asks=(
        Ask(
            name="responsible",
            label=N_("Zuständige Stelle"),
            way=Way.ONE,
            offered="bodies",
            hint=N_("Sie bekommt die Erinnerung, wenn etwas verspätet ist."),
        ),
        Ask(
            name="contact_email",
            label=N_("E-Mail-Adresse für dieses Vorhaben"),
            way=Way.EMAIL,
            hint=N_(
                "Nur wenn sie anders ist als die der zuständigen Stelle. Sie wird "
                "nicht veröffentlicht."
            ),
        ),
        Ask(
            name="participation",
            label=N_("Beteiligung der Öffentlichkeit"),
            rows=3,
            hint=N_("Eine Zeile für jeden Punkt."),
        ),
    ),
)
REACH: Final = Part(
    name="reach",
    label=N_("Zielgruppe und Messgrößen"),
    icon="user-check",
    asks=(
        Ask(
            name="target",
            label=N_("Zielgruppe"),
            hint=N_("Bitte keine Namen und nichts, woran man jemanden erkennt."),
        ),
        Ask(
            name="criteria",
            label=N_("Kriterien"),
            rows=3,
            hint=N_("Eine Zeile für jeden Punkt."),
        ),
        Ask(name="target_count", label=N_("Zahl der Menschen"), way=Way.COUNT),
        Ask(name="target_about", label=N_("Die Zahl ist gerundet"), way=Way.TICK),
        Ask(name="target_as_of", label=N_("Stand der Zahl"), way=Way.DATE),
    ),
    lists=(
        Lines(
            name="indicators",
            label=N_("Messgrößen"),
            one=N_("Messgröße"),
            kind=lines.IndicatorLine,
            asks=(
                Ask(name="id", way=Way.KEPT),
                Ask(name="name", label=N_("Was gemessen wird"), most=LONGEST_TITLE),
                Ask(
                    name="unit",
                    label=N_("Einheit"),
                    most=60,
                    hint=N_("Zum Beispiel: Personen"),
                ),
                Ask(name="target", label=N_("Zielwert"), way=Way.DECIMAL),
                Ask(name="target_at", label=N_("Zu erreichen bis"), way=Way.DATE),
            ),
            hint=N_("Was gemessen wurde, tragen Sie unter „Werte“ ein."),
        ),
    ),
)
SAID: Final = Part(
    name="said",
    label=N_("Stellungnahmen und Vorbilder"),
    icon="pencil",
    lists=(
        Lines(
            name="statements",
            label=N_("Stellungnahmen"),
            one=N_("Stellungnahme"),
            kind=lines.StatementLine,
            asks=(
                Ask(name="text", label=N_("Text"), most=5000, rows=4),
                Ask(name="person", label=N_("Name"), way=Way.TEXT, most=200),
                Ask(name="function", label=N_("Funktion"), most=LONGEST_TITLE),
                Ask(
                    name="organisation",
                    label=N_("Organisation"),
                    way=Way.TEXT,
                    most=300,
                ),
                Ask(
                    name="source",
                    label=N_("Quelle"),
                    way=Way.TEXT,
                    most=500,
                ),
            ),
            hint=N_("Nur mit Zustimmung der Person."),
        ),
        Lines(
            name="related",
            label=N_("Vorbilder und verwandte Vorhaben"),
            one=N_("Vorhaben"),
            kind=lines.RelatedLine,
            asks=(
                Ask(
                    name="other",
                    label=N_("Eins unserer Vorhaben"),
                    way=Way.ONE,
                    offered="measures",
                ),
                Ask(
                    name="name",
                    label=N_("oder eins von anderen: Name"),
                    most=LONGEST_TITLE,
                ),
                Ask(name="website", label=N_("Website"), way=Way.WEBSITE),
            ),
        ),
    ),
)
