"""The city's own sheet "Integrationskonzept Flüchtlinge", word for word."""

from typing import Final

from lip.measures.rules.kinds import LocationState, PartnerRole, Period, StatusKind
from lip.measures.rules.sheet import (
    CostLine,
    CouncilLine,
    GoalLine,
    LocationLine,
    MilestoneLine,
    PartnerLine,
    Sheet,
)
from lip.partial_dates import PartialDate
from lip.said import Said

FIELD: Final = Said.of(
    de="Inklusion, Integration und Teilhabe",
    en="Inclusion, integration and participation",
    ar="الشمول والاندماج والمشاركة",
)
FIELD_GOAL: Final = """MEIN HANNOVER 2030…
• ist eine weltoffene, diskriminierungsfreie Einwanderungsstadt mit einer \
Willkommenskultur, die von der gesamten Stadtgesellschaft getragen wird.
• lebt durch eine starke Partizipations- und Beteiligungskultur – in allen \
Bevölkerungsgruppen.
• lebt durch die aktiven Quartiere mit guten sozialen, technischen und \
gesundheitsorientierten Infrastrukturen, die gemeinsam mit den EinwohnerInnen vor Ort \
entwickelt werden.
• ermöglicht allen Menschen bis ins hohe Alter ein selbstbestimmtes und aktives Leben \
in Gemeinschaft in lebendigen Quartieren."""

_SUMMARY: Final = """\
Hannover war und ist eine Einwanderungsstadt. Als ein zentrales Thema der Stadtpolitik \
zielte Integrationsarbeit in Hannover bisher vor allem darauf, die Teilhabechancen der \
hier lebenden Menschen mit Migrationshintergrund in allen Lebensbereichen zu \
verbessern. Zukünftig soll die Willkommens- und Anerkennungskultur noch mehr an \
Bedeutung gewinnen.

Im Jahr 2017 wird der weit überwiegende Teil der in Hannover untergebrachten \
Flüchtlinge eigenen, selbstgenutzten Wohnraum beziehen können. Zur Flankierung der \
Ankommenskultur gilt es, die erprobten Konzepte zur Integration und Teilhabe mit Blick \
auf die besonderen Bedarfe aus fluchtbedingter Zuwanderung zu ergänzen, aber auch \
insgesamt weiterzuentwickeln. Der Prozess der faktischen Verlagerung von der Arbeit \
(Ehrenamt und Hauptamt) in und um Flüchtlingsunterkünfte hin zu einer Arbeit in den \
Stadtteilen wird vorbereitet und begleitet. Das Integrationsmanagement wird in einem \
ersten Zwischenschritt ergänzend zu Aktivitäten in den bestehenden Strukturen in den \
Stadtteilen, als Qualifizierer und Ansprechpartner für Ehrenamt und Hauptamt \
fungieren. Zudem sollen zwei bis drei Anlaufstellen (Form der Einwanderungszentren) im \
Stadtgebiet dezentral eingerichtet werden."""

_GOALS: Final = (
    "von der Willkommens- zur Ankommenskultur",
    (
        "Verbindung erprobter Integrationskonzepte mit besonderen Bedarfen "
        "fluchtbedingter Zuwanderung (Lokaler Integrationsplan 4.0)"
    ),
    (
        "Anlaufstellen und weitere flankierende Maßnahmen zur Erleichterung des "
        "Übergangs von Wohnheimen in eigenen Wohnraum"
    ),
)
_LAST_DAY: Final = PartialDate(2017, 12, 31)
_JANUARY: Final = PartialDate(2018, 1)


def _line(
    text: str,
    deadline: str,
    begins: PartialDate | None = None,
    ends: PartialDate | None = None,
    *,
    ongoing: bool = False,
) -> MilestoneLine:
    return MilestoneLine(
        text=Said.of(de=text),
        deadline=Said.of(de=deadline),
        begins=begins,
        ends=ends,
        ongoing=ongoing,
        done=not ongoing,
    )


_TIMETABLE: Final = (
    _line(
        "Dialog und Entscheidungsfindung über Methodik für Weiterentwicklung des "
        "Lokalen Integrationsplans",
        "bis Ende 2017",
        ends=PartialDate(2017),
    ),
    _line("Einstieg in dialogische Weiterentwicklung", "ab Januar 2018", _JANUARY),
    _line("Abschluss des Planungsprozesses", "bis Januar 2018", ends=_JANUARY),
    _line(
        "Identifizierung geeigneter Anknüpfungspunkte für Anlaufstellen im "
        "fachbereichsübergreifenden Dialog",
        "erfolgt laufend",
        ongoing=True,
    ),
    _line(
        "Ehrenamt und Hauptamt in Fragen fluchtbedingter Zuwanderung schulen",
        "bis 31.12.2017",
        ends=_LAST_DAY,
    ),
    _line(
        "Zwei bis drei Anlaufzentren in den Stadtteilen sind aktiv",
        "bis 31.12.2017",
        ends=_LAST_DAY,
    ),
)


def _place(
    address: str,
    opening: Said,
    service: Said,
    heading: str = "",
    *,
    state: LocationState = LocationState.RUNNING,
) -> LocationLine:
    return LocationLine(
        line=6,
        heading=Said.of(de=heading),
        address=address,
        opening=opening,
        service=service,
        state=state,
        contact_point=True,
    )


_FULL_TIME: Final = Said.of(de="Vollzeit", en="Full time", ar="دوام كامل")
_PLACES: Final = (
    _place(
        "Hamburger Allee 25",
        _FULL_TIME,
        Said.of(
            de="Erstberatung für im Asylverfahren befindliche Geflüchtete",
            en="First advice for refugees in the asylum procedure",
            ar="استشارة أولى للاجئين أثناء إجراءات اللجوء",
        ),
        "in Umsetzung",
    ),
    _place(
        "Rundestraße 6",
        _FULL_TIME,
        Said.of(
            de="Folgeberatung für in Hannover untergebrachte Flüchtlinge und für nach "
            "Hannover verzogene Flüchtlinge mit Aufenthaltserlaubnis",
            en="Further advice for refugees who live in Hannover with a permit",
            ar="استشارة لاحقة للاجئين المقيمين في هانوفر",
        ),
    ),
    _place(
        "Brüderstraße 5",
        Said.of(de="offene Sprechstunden", en="Open hours", ar="ساعات مفتوحة"),
        Said.of(
            de="spezialisierte Erstberatung für LSBTTIQ",
            en="First advice for LGBTIQ people",
        ),
    ),
    _place(
        "Sahlkamp",
        Said.of(de="offene Sprechstunde", en="Open hour", ar="ساعة مفتوحة"),
        Said.of(de="im Verbund mit GWA und QM"),
    ),
    _place(
        "Mühlenberg, Stauffenbergplatz",
        Said.of(de="Tageweise", en="On some days", ar="في بعض الأيام"),
        Said.of(de="im Verbund mit weiteren Dienststellen"),
        "Umsetzung konkret in Vorbereitung",
        state=LocationState.PREPARING,
    ),
)
_PARTNERS: Final = (
    "Migrantenselbstorganisationen",
    "Träger der Wohlfahrtspflege",
    "Freiwilligenzentrum",
    "Nachbarschaftskreise bei Flüchtlingsunterkünften",
    "Familienzentren",
)
CONCEPT: Final = Sheet(
    title=Said.of(
        de="Integrationskonzept Flüchtlinge - von der Unterkunft in die Stadtteile",
        en="Refugees: from the shelter into the quarters",
        ar="مفهوم اندماج اللاجئين: من مكان الإيواء إلى الأحياء",
    ),
    portal=Said.of(
        de="Das offizielle Portal der Region und der Landeshauptstadt Hannover"
    ),
    status=Said.of(de="Vorhaben abgeschlossen", en="Finished", ar="أُنجز التدبير"),
    status_kind=StatusKind.DONE,
    citywide=True,
    summary=Said.of(de=_SUMMARY),
    goals=tuple(GoalLine(year=2017, text=Said.of(de=text)) for text in _GOALS),
    timetable=_TIMETABLE,
    places=_PLACES,
    costs=(
        CostLine(
            sentence=Said.of(
                de="Es sind jährliche Mittel in Höhe von 495.016 € vorgesehen."
            ),
            cents=49_501_600,
            period=Period.YEARLY,
        ),
    ),
    council=(CouncilLine(text=Said.of(de="Beschluss- und Informationsdrucksachen")),),
    partners=tuple(
        PartnerLine(name=Said.of(de=name), role=PartnerRole.PARTNER)
        for name in _PARTNERS
    ),
    participation=Said.of(
        de="Beteiligungsformen werden im Rahmen des Prozesses erarbeitet."
    ),
)
