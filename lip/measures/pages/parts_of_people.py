"""The form of a sheet: money, who takes part, whom it reaches, what is said of it."""

from typing import Final

from lip.measures.pages.asking import Ask, Way
from lip.measures.pages.part_kinds import Lines, Part
from lip.measures.rules import sheet as lines
from lip.measures.rules.sheet import LONGEST_TITLE
from lip.measures.words import PERIODS, ROLES
from lip.words import N_

STATEMENT_ASKS: Final = (
    Ask("text", N_("Was gesagt wurde"), most=5000, rows=4),
    Ask("person", N_("Name"), Way.TEXT, most=200),
    Ask("function", N_("Funktion"), most=LONGEST_TITLE),
    Ask("organisation", N_("Organisation"), Way.TEXT, most=300),
    Ask(
        "source",
        N_("Quelle"),
        Way.TEXT,
        most=500,
        hint=N_("Zum Beispiel: Lokaler Integrationsplan 2008"),
    ),
)
"""Of what somebody said, in a statement or a quotation."""

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
                Ask("sentence", N_("Satz")),
                Ask(
                    "cents",
                    N_("Betrag in Euro"),
                    Way.MONEY,
                    hint=N_("Zum Beispiel: 495.016"),
                ),
                Ask("period", N_("Zeitraum"), Way.CHOICE, choices=PERIODS),
                Ask("year", N_("Jahr"), Way.YEAR),
            ),
        ),
        Lines(
            name="council",
            label=N_("Beteiligung von Ratsgremien und Beschlusslage"),
            one=N_("Zeile"),
            kind=lines.CouncilLine,
            asks=(
                Ask("text", N_("Text")),
                Ask(
                    "paper",
                    N_("Nummer der Drucksache"),
                    Way.TEXT,
                    most=40,
                    hint=N_("Zum Beispiel: 1003/2016. Im Text wird sie erkannt."),
                ),
            ),
        ),
    ),
    asks=(Ask("funding", N_("Förderung")),),
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
                Ask("name", N_("Name"), most=LONGEST_TITLE),
                Ask("role", N_("Rolle"), Way.CHOICE, choices=ROLES),
                Ask("body", N_("Aus der Liste der Gremien"), Way.ONE, offered="bodies"),
            ),
        ),
        Lines(
            name="agreements",
            label=N_("Kooperationsvereinbarung"),
            one=N_("Vereinbarung"),
            kind=lines.AgreementLine,
            hint=N_(
                "Nach dem Speichern können Sie die Vereinbarung als PDF hochladen: "
                "unter „Vereinbarungen als Datei“."
            ),
            asks=(
                Ask("id", way=Way.KEPT),
                Ask("title", N_("Titel"), most=LONGEST_TITLE),
                Ask(
                    "parties",
                    N_("Wer unterschrieben hat"),
                    Way.LINES,
                    hint=N_("Eine Zeile für jede Seite."),
                ),
                Ask("signed", N_("Unterschrieben"), Way.DATE),
                Ask("term", N_("Laufzeit"), most=LONGEST_TITLE),
            ),
        ),
    ),
    asks=(
        Ask(
            "responsible",
            N_("Zuständige Stelle"),
            Way.ONE,
            offered="bodies",
            hint=N_("Sie bekommt die Erinnerung, wenn etwas verspätet ist."),
        ),
        Ask(
            "contact_email",
            N_("E-Mail-Adresse für dieses Vorhaben"),
            Way.EMAIL,
            hint=N_(
                "Nur wenn sie anders ist als die der zuständigen Stelle. Sie wird "
                "nicht veröffentlicht."
            ),
        ),
        Ask(
            "participation",
            N_("Beteiligung der Öffentlichkeit"),
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
            "target",
            N_("Zielgruppe"),
            hint=N_("Bitte keine Namen und nichts, woran man jemanden erkennt."),
        ),
        Ask(
            "criteria", N_("Kriterien"), rows=3, hint=N_("Eine Zeile für jeden Punkt.")
        ),
        Ask("target_count", N_("Zahl der Menschen"), Way.COUNT),
        Ask("target_about", N_("Die Zahl ist gerundet"), Way.TICK),
        Ask("target_as_of", N_("Stand der Zahl"), Way.DATE),
    ),
    lists=(
        Lines(
            name="indicators",
            label=N_("Messgrößen"),
            one=N_("Messgröße"),
            kind=lines.IndicatorLine,
            asks=(
                Ask("id", way=Way.KEPT),
                Ask("name", N_("Was gemessen wird"), most=LONGEST_TITLE),
                Ask("unit", N_("Einheit"), most=60, hint=N_("Zum Beispiel: Personen")),
                Ask("target", N_("Zielwert"), Way.DECIMAL),
                Ask("target_at", N_("Zu erreichen bis"), Way.DATE),
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
            asks=STATEMENT_ASKS,
            hint=N_("Nur mit Zustimmung der Person."),
        ),
        Lines(
            name="related",
            label=N_("Vorbilder und verwandte Vorhaben"),
            one=N_("Vorhaben"),
            kind=lines.RelatedLine,
            asks=(
                Ask("other", N_("Eins unserer Vorhaben"), Way.ONE, offered="measures"),
                Ask("name", N_("oder eins von anderen: Name"), most=LONGEST_TITLE),
                Ask("website", N_("Website"), Way.WEBSITE),
            ),
        ),
    ),
)
