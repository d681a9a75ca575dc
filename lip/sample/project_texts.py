"""A model project as it was announced, and the projects of the network and the city."""

from typing import Final

from lip.measures.rules.kinds import PartnerRole, Period, StatusKind
from lip.measures.rules.sheet import (
    AgreementLine,
    CostLine,
    CouncilLine,
    GoalLine,
    IndicatorLine,
    LocationLine,
    MilestoneLine,
    PartnerLine,
    RelatedLine,
    Sheet,
    StatementLine,
)
from lip.partial_dates import PartialDate, PartOfYear
from lip.said import Said

_FUND: Final = "Gesellschaftsfonds Zusammenleben"
_FUNDING: Final = Said.of(
    de="Gefördert durch: Gesellschaftsfonds Zusammenleben / LHH",
    en="Funded by: Gesellschaftsfonds Zusammenleben / City of Hannover",
    ar="بتمويل من: Gesellschaftsfonds Zusammenleben / مدينة هانوفر",
)


def _partner(name: str, role: PartnerRole = PartnerRole.PARTNER) -> PartnerLine:
    return PartnerLine(name=Said.of(de=name), role=role)


def _goal(text: str, year: int | None = None) -> GoalLine:
    return GoalLine(year=year, text=Said.of(de=text))


def _people(name: Said, *, by: int, target: str) -> IndicatorLine:
    unit = Said.of(de="Personen", en="people", ar="أشخاص")
    return IndicatorLine(name=name, unit=unit, target=target, target_at=PartialDate(by))


_NETWORK: Final = (
    _partner("MiSO-Netzwerk Hannover e. V.", PartnerRole.CARRIER),
    _partner("Landeshauptstadt Hannover"),
)
_FUNDED: Final = (*_NETWORK, _partner(_FUND, PartnerRole.FUNDER))

WAYS: Final = Sheet(
    title=Said.of(
        de="WIB. Wege ins Bleiberecht",
        en="WIB. Ways to a right to stay",
        ar="طرق نحو حق البقاء (WIB)",
    ),
    kind=Said.of(de="Modellprojekt", en="Model project", ar="مشروع نموذجي"),
    own=False,
    status=Said.of(de="gestartet", en="Started", ar="بدأ"),
    status_kind=StatusKind.UNDER_WAY,
    summary=Said.of(
        de="Mit der Unterzeichnung der Kooperationsvereinbarung zwischen der Region "
        "Hannover und dem Flüchtlingsrat Niedersachsen startet das Modellprojekt nun "
        "auch in der Region Hannover. Gezielte Beratung und individuelle Begleitung "
        "im Einzelfall sollen die Bleibeperspektiven für langzeitgeduldete Menschen "
        "nachhaltig verbessern."
    ),
    goals=(
        _goal("gesichertes Arbeitseinkommen"),
        _goal("ausreichende Sprachkenntnisse"),
        _goal("die Zahl der Geduldeten in der Region Hannover spürbar senken"),
    ),
    council=(
        CouncilLine(
            text=Said.of(
                de="2022: Antrag der Grünen Regionsfraktion gemeinsam mit der "
                "SPD-Regionsfraktion beschlossen"
            )
        ),
    ),
    partners=(
        _partner("Region Hannover", PartnerRole.CARRIER),
        _partner("Flüchtlingsrat Niedersachsen"),
        _partner("örtliche Beratungsstellen"),
    ),
    target=Said.of(
        de="Menschen mit Langzeitduldung: Frauen, Männer und Jugendliche",
        en="People who have been tolerated for many years: women, men and the young",
        ar="أشخاص مُنحوا الإقامة المتسامح بها منذ سنوات: نساء ورجال وشباب",
    ),
    criteria=Said.of(
        de="mindestens sechs Jahre hier und Duldung\nChancen-Aufenthaltsrecht\n"
        "18 bis 26 Jahre alt und mindestens drei Jahre hier"
    ),
    target_count=1350,
    target_about=True,
    agreements=(
        AgreementLine(
            title=Said.of(de="Kooperationsvereinbarung „Wege ins Bleiberecht“"),
            parties="Region Hannover\nFlüchtlingsrat Niedersachsen",
            signed=PartialDate(2024),
            term=Said.of(de="bis November 2025"),
        ),
    ),
    statements=(
        StatementLine(
            person="Christian Hinrichs",
            function=Said.of(de="sozialpolitischer Sprecher"),
            organisation="Regionsfraktion von Bündnis 90/Die Grünen",
            text=Said.of(
                de="Endlich leiten wir einen Spurwechsel ein: Menschen mit Duldung, "
                "die seit vielen Jahren hier leben, bekommen eine Chance auf ein "
                "dauerhaftes Bleiberecht."
            ),
            source="Presseerklärung der Regionsfraktion",
        ),
    ),
    indicators=(
        IndicatorLine(
            name=Said.of(
                de="kontaktierte Menschen",
                en="People contacted",
                ar="أشخاص تم الاتصال بهم",
            ),
            unit=Said.of(de="Personen", en="people", ar="أشخاص"),
            target="1350",
            target_at=PartialDate(2024),
        ),
    ),
    related=(
        RelatedLine(name=Said.of(de="Wege ins Bleiberecht, Landeshauptstadt Hannover")),
        RelatedLine(name=Said.of(de="Wege ins Bleiberecht, Stadt Göttingen")),
        RelatedLine(name=Said.of(de="Wege ins Bleiberecht, Stadt Oldenburg")),
    ),
)

CONGRESS: Final = Sheet(
    title=Said.of(
        de="Zukunftskongress LIP/WIR 2.0",
        en="Future congress LIP/WIR 2.0",
        ar="مؤتمر المستقبل LIP/WIR 2.0",
    ),
    kind=Said.of(de="Kooperationsprojekt", en="Joint project", ar="مشروع مشترك"),
    status=Said.of(de="durchgeführt", en="Held", ar="تم تنفيذه"),
    status_kind=StatusKind.DONE,
    citywide=True,
    summary=Said.of(
        de="Das Projekt wurde als ein zentraler Vorlauf für die städtischen "
        "Veranstaltungen zur Weiterentwicklung des Lokalen Integrationsplans "
        "durchgeführt. 2022 wurden erneut 4 Personen mit Migrationsgeschichte "
        "demokratisch gewählt, um den Integrationsplan umzusetzen."
    ),
    timetable=(
        MilestoneLine(
            text=Said.of(de="Zukunftskongress"),
            deadline=Said.of(de="im ersten Halbjahr 2019"),
            ends=PartialDate(2019, PartOfYear.FIRST_HALF),
            done=True,
        ),
        MilestoneLine(
            text=Said.of(de="Wahl von 4 Personen mit Migrationsgeschichte"),
            deadline=Said.of(de="2022"),
            ends=PartialDate(2022),
            done=True,
        ),
    ),
    partners=_FUNDED,
    funding=_FUNDING,
)

CONFERENCES: Final = Sheet(
    title=Said.of(
        de="Migrationskonferenzen", en="Migration conferences", ar="مؤتمرات الهجرة"
    ),
    kind=Said.of(de="Kooperationsprojekt", en="Joint project", ar="مشروع مشترك"),
    status=Said.of(de="unterbrochen", en="Interrupted", ar="متوقف مؤقتاً"),
    status_kind=StatusKind.UNDER_WAY,
    citywide=True,
    summary=Said.of(
        de="Jährliche Konferenz mit bis zu 200 Teilnehmenden, mit hochrangigen "
        "städtischen Entscheidungsträger*innen, MSO und Zivilgesellschaft."
    ),
    timetable=(
        MilestoneLine(
            text=Said.of(de="jährliche Konferenz"),
            deadline=Said.of(de="2016 bis 2019"),
            begins=PartialDate(2016),
            ends=PartialDate(2019),
            done=True,
        ),
        MilestoneLine(
            text=Said.of(de="Fortführung"),
            deadline=Said.of(de="sobald die Infektionslage es erlaubt"),
        ),
    ),
    partners=_FUNDED,
    target=Said.of(de="Entscheidungsträger*innen, MSO und Zivilgesellschaft"),
    funding=_FUNDING,
    indicators=(
        IndicatorLine(
            name=Said.of(
                de="Teilnehmende je Konferenz", en="Guests each time", ar="عدد الضيوف"
            ),
            unit=Said.of(de="Personen", en="people", ar="أشخاص"),
            target="200",
        ),
    ),
)

GUIDES: Final = Sheet(
    title=Said.of(
        de="Einbürgerungslots*innen",
        en="Guides to citizenship",
        ar="مرشدات ومرشدو التجنيس",
    ),
    kind=Said.of(de="Kooperationsprojekt", en="Joint project", ar="مشروع مشترك"),
    status=Said.of(de="in Umsetzung", en="Under way", ar="قيد التنفيذ"),
    status_kind=StatusKind.UNDER_WAY,
    citywide=True,
    summary=Said.of(
        de="Ziel des Projektes „Einbürgerungslotsen“ ist es, Menschen, die die "
        "Voraussetzungen für eine Einbürgerung erfüllen, dazu zu motivieren, sich auch "
        "tatsächlich einbürgern zu lassen.\n\nDa bei der VHS Hannover schon eine "
        "Stelle für die Koordination der IntegrationslotsInnen vorhanden war, wurde "
        "hier auch die Projektleitung angesiedelt."
    ),
    goals=(
        _goal(
            "Möglichst viele der Einwohnerinnen und Einwohner mit ausländischer "
            "Staatsangehörigkeit, die die Voraussetzungen für eine Einbürgerung "
            "erfüllen, sollen dieses Recht auch tatsächlich nutzen."
        ),
        _goal("Ausbildung von zehn EinbürgerungslotsInnen", year=2015),
    ),
    timetable=(
        MilestoneLine(
            text=Said.of(de="Initialisierung und Umsetzung"),
            deadline=Said.of(de="zunächst auf zwei Jahre angelegt"),
            begins=PartialDate(2015),
            ends=PartialDate(2016),
            done=True,
        ),
        MilestoneLine(
            text=Said.of(de="Begleitung bei der Einbürgerung"),
            deadline=Said.of(de="laufend"),
            ongoing=True,
        ),
    ),
    places=(
        LocationLine(
            address="Mengendamm 12 (4. OG), 30177 Hannover",
            service=Said.of(
                de="Fragen zur Einbürgerung",
                en="Questions about citizenship",
                ar="أسئلة حول التجنيس",
            ),
            phone="0511 - 54 57 19 52",
            languages="de,en,ar,fa",
            note=Said.of(
                de="Sprachen als Beispiel",
                en="Languages as an example",
                ar="اللغات على سبيل المثال",
            ),
            contact_point=True,
        ),
    ),
    costs=(
        CostLine(
            sentence=Said.of(de="Im Haushalt 2015 wurden 50.000 Euro eingestellt."),
            cents=5_000_000,
            period=Period.ONCE,
            year=2015,
        ),
    ),
    partners=(*_NETWORK, _partner("VHS Hannover")),
    indicators=(
        _people(
            Said.of(
                de="Einbürgerungslots*innen", en="Guides trained", ar="مرشدون مدرَّبون"
            ),
            by=2015,
            target="10",
        ),
        _people(
            Said.of(de="Multiplikator*innen", en="Multipliers", ar="ناشرو المعرفة"),
            by=2016,
            target="3",
        ),
    ),
)

OLD_AGE: Final = Sheet(
    title=Said.of(
        de="Altersgerechte Quartiersentwicklung",
        en="Quarters to grow old in",
        ar="تطوير أحياء مناسبة لكبار السن",
    ),
    kind=Said.of(de="Kooperationsprojekt", en="Joint project", ar="مشروع مشترك"),
    status=Said.of(de="in Umsetzung", en="Under way", ar="قيد التنفيذ"),
    status_kind=StatusKind.UNDER_WAY,
    partners=_NETWORK,
)
