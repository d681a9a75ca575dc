"""What a network and a fraction published: the projects with the city, the news."""

from collections.abc import Mapping
from typing import Final

from lip.news.rules.sheets import EventLine, NewsSheet, ProjectSheet, QuotationLine
from lip.partial_dates import PartialDate, PartOfYear
from lip.said import Said

_HEADING: Final = Said.of(
    de="Kooperationsprojekte (mit LHH)",
    en="Projects together with the city",
    ar="مشاريع بالتعاون مع المدينة",
)
_FUNDER: Final = Said.of(de="Gesellschaftsfonds Zusammenleben / LHH")
_NOW: Final = Said.of(
    de="Einbürgerungslotsen und Altersgerechte Quartiersentwicklung: zwei weitere "
    "Projekte, die MiSO derzeit mit der LHH durchführt.",
    en="Naturalisation guides and a neighbourhood for all ages: two more projects "
    "that MiSO now runs with the city.",
    ar="مرشدو التجنيس وتطوير الأحياء المناسبة لكبار السن: مشروعان آخران تنفذهما شبكة "
    "MiSO حاليا مع المدينة.",
)

_CONGRESS: Final = ProjectSheet(
    heading=_HEADING,
    title=Said.of(
        de="Zukunftskongress LIP/ WIR 2.0",
        en="Future congress LIP/WIR 2.0",
        ar="مؤتمر المستقبل LIP/WIR 2.0",
    ),
    text=Said.of(
        de="Das Projekt LIP-Zukunftskongress wurde als ein zentraler Vorlauf für die "
        "städtischen Veranstaltungen zur Weiterentwicklung des Lokalen "
        "Integrationsplans der Stadt Hannover im ersten Halbjahr 2019 durchgeführt."
    ),
    period=Said.of(
        de="erstes Halbjahr 2019", en="first half of 2019", ar="النصف الأول من عام 2019"
    ),
    begins=PartialDate(2019, PartOfYear.FIRST_HALF),
    ends=PartialDate(2019, PartOfYear.FIRST_HALF),
    funder=_FUNDER,
    position=1,
    events=(
        EventLine(
            title=Said.of(
                de="Zukunftskongress", en="Future congress", ar="مؤتمر المستقبل"
            ),
            begins=PartialDate(2019, PartOfYear.FIRST_HALF),
            ends=PartialDate(2019, PartOfYear.FIRST_HALF),
        ),
        EventLine(
            title=Said.of(de="Wahl", en="Election", ar="انتخاب"),
            begins=PartialDate(2022),
            ends=PartialDate(2022),
            note=Said.of(
                de="Auch in diesem Jahr, 2022, wurden erneut 4 Personen mit "
                "Migrationsgeschichte demokratisch gewählt, um den Integrationsplan "
                "umzusetzen."
            ),
        ),
    ),
)
_CONFERENCES: Final = ProjectSheet(
    heading=_HEADING,
    title=Said.of(
        de="Migrationskonferenzen",
        en="Migration conferences",
        ar="مؤتمرات الهجرة",
    ),
    summary=Said.of(
        de="jährliche Konferenz mit bis zu 200 Teilnehmenden, mit hochrangigen "
        "städtischen Entscheidungsträger*innen, MSO und Zivilgesellschaft.",
        en="A yearly conference with up to 200 people: those who decide in the city, "
        "migrants' organisations and civil society.",
        ar="مؤتمر سنوي بمشاركة تصل إلى 200 شخص: صناع القرار في المدينة ومنظمات "
        "المهاجرين والمجتمع المدني.",
    ),
    period=Said.of(
        de="Durchgeführt von 2016 bis 2019",
        en="Held from 2016 to 2019",
        ar="عُقدت من 2016 إلى 2019",
    ),
    begins=PartialDate(2016),
    ends=PartialDate(2019),
    capacity=200,
    circle=Said.of(
        de="städtische Entscheidungsträger*innen, MSO und Zivilgesellschaft",
        en="those who decide in the city, migrants' organisations, civil society",
        ar="صناع القرار في المدينة ومنظمات المهاجرين والمجتمع المدني",
    ),
    funder=_FUNDER,
    position=2,
    events=(
        EventLine(
            title=Said.of(
                de="Migrationskonferenz", en="Migration conference", ar="مؤتمر الهجرة"
            ),
            rhythm=Said.of(de="jährlich", en="every year", ar="كل سنة"),
            begins=PartialDate(2016),
            ends=PartialDate(2019),
            interrupted=True,
            note=Said.of(
                de="sobald die Infektionslage es erlaubt, soll es fortgeführt werden",
                en="It shall go on as soon as infections allow it.",
                ar="ستستأنف حالما تسمح الحالة الوبائية بذلك.",
            ),
        ),
    ),
)
_GUIDES: Final = ProjectSheet(
    heading=_HEADING,
    title=Said.of(
        de="Einbürgerungslotsen", en="Naturalisation guides", ar="مرشدو التجنيس"
    ),
    summary=_NOW,
    text=Said.of(
        de="Im Sommer 2015 informierte die damalige Bereichsleiterin Migration und "
        "Integration, Melanie Walter, die hannoverschen Ratsgremien über den Stand "
        "der Dinge. Sie wies darauf hin, dass die Entscheidung für oder gegen eine "
        "Einbürgerung vielfach auf persönliche Gründe zurückzuführen sei. Ein "
        "ähnliches Projekt habe in Hamburg zu steigenden Einbürgerungszahlen geführt "
        "und in Hannover sei man mittlerweile auf gutem Wege dahin, so Walter.\n\n"
        "Im Haushalt 2015 wurden 50.000 Euro eingestellt zur Initialisierung und "
        'Umsetzung des Projekts "Einbürgerungslotsen".\n\n'
        "Das Projekt wurde zunächst auf zwei Jahre angelegt. Da bei der VHS Hannover "
        "schon eine Stelle für die Koordination der IntegrationslotsInnen vorhanden "
        "war, wurde hier auch die Projektleitung angesiedelt. Zielvorgabe 2015: "
        "Ausbildung von zehn EinbürgerungslotsIinnen. Neben der Projektleitung "
        "sollten zusätzlich drei MultiplikatorInnen mit Migrationshintergrund "
        "eingesetzt werden."
    ),
    period=Said.of(
        de="seit 2015, zunächst auf zwei Jahre",
        en="since 2015, at first for two years",
        ar="منذ عام 2015، لمدة سنتين في البداية",
    ),
    begins=PartialDate(2015),
    position=3,
    quotations=(
        QuotationLine(
            text=Said.of(
                de='Ziel des Projektes "Einbürgerungslotsen" ist es, Menschen, die '
                "die Voraussetzungen für eine Einbürgerung erfüllen, dazu zu "
                "motivieren, sich auch tatsächlich einbürgern zu lassen."
            ),
            source="Information für die hannoverschen Ratsgremien, Sommer 2015",
        ),
        QuotationLine(
            text=Said.of(
                de="Hintergrund dieser Entscheidung ist das Bemühen der "
                "Landeshauptstadt Hannover, die Zahl der Einbürgerungen weiter zu "
                "steigern"
            ),
            source="Begründung zum Haushalt 2015",
        ),
        QuotationLine(
            text=Said.of(
                de="Möglichst viele der Einwohnerinnen und Einwohner mit "
                "ausländischer Staatsangehörigkeit, die die Voraussetzungen für eine "
                "Einbürgerung erfüllen, sollen dieses Recht auch tatsächlich nutzen."
            ),
            source="Lokaler Integrationsplan 2008",
        ),
        QuotationLine(
            text=Said.of(
                de="Diese werden zunächst selbst als Lotsinnen qualifiziert und "
                "anschließend auf Mini-Job-Basis dezentral bei drei verschiedenen "
                "Migrantenorganisationen angebunden. Sie stehen damit verbindlicher "
                "zur Verfügung als die rein ehrenamtlichen Kräfte und sollen zudem "
                "vertieft qualifiziert werden, um auch komplexere Fälle unterstützend "
                "beraten zu können"
            ),
            source="städtische Zielvorgaben",
        ),
    ),
)
_OLD_AGE: Final = ProjectSheet(
    heading=_HEADING,
    title=Said.of(
        de="Altersgerechte Quartiersentwicklung",
        en="A neighbourhood for all ages",
        ar="تطوير الأحياء المناسبة لكبار السن",
    ),
    summary=_NOW,
    position=4,
)
_WEACT: Final = ProjectSheet(
    title=Said.of(
        de="weact / Rassismus entgegentreten & diskriminierungsfreie Gesellschaft "
        "mitgestalten",
        en="weact / Standing up to racism and shaping a society without discrimination",
        ar="weact / التصدي للعنصرية والمشاركة في بناء مجتمع بلا تمييز",
    ),
    position=5,
)
PROJECTS: Final[Mapping[str, ProjectSheet]] = {
    "zukunftskongress": _CONGRESS,
    "migrationskonferenzen": _CONFERENCES,
    "einburgerungslotsen": _GUIDES,
    "altersgerechte-quartiersentwicklung": _OLD_AGE,
    "weact": _WEACT,
}
"""By their place in addresses, which is also that of their measure."""

NEWS: Final = NewsSheet(
    title=Said.of(
        de="Modellprojekt „Wege ins Bleiberecht“ startet in der Region Hannover",
        en="Model project “Ways to a right to stay” starts in the Hannover region",
        ar="انطلاق المشروع النموذجي «طرق نحو حق البقاء» في منطقة هانوفر",
    ),
    dated=PartialDate(2024),
    body=Said.of(
        de="Mit der Unterzeichnung der Kooperationsvereinbarung zwischen der Region "
        "Hannover und dem Flüchtlingsrat Niedersachsen startet das Modellprojekt "
        '"WIB. Wege ins Bleiberecht" nun auch in der Region Hannover.\n\n'
        "Ebenfalls ist Hinrichs davon überzeugt, dass sich auch eine Entlastung der "
        "kommunalen Ausländerbehörde einstellen wird, wenn beispielsweise die "
        "regelmäßigen Verlängerungen von Duldungstiteln entfallen und zusätzlich noch "
        "die Entscheidungsqualität im Hinblick auf die behördeninternen "
        "Arbeitsabläufe verbessern wird."
    ),
    background=Said.of(
        de="Die Grüne Regionsfraktion hatte 2022 gemeinsam mit der "
        "SPD-Regionsfraktion einen Antrag beschlossen, um die "
        'Kooperationsvereinbarung "Wege ins Bleiberecht" auf den Weg zu bringen. Das '
        "Ziel des Projekts ist es, durch eine gezielte Beratung und individuelle "
        "Begleitung im Einzelfall die Bleibeperspektiven für langzeitgeduldete "
        "Menschen nachhaltig zu verbessern und gleichzeitig die Zahl der Geduldeten "
        "in der Region Hannover spürbar zu senken."
    ),
    quotations=(
        QuotationLine(
            text=Said.of(
                de="Endlich leiten wir einen Spurwechsel ein: Menschen mit Duldung, "
                "die seit vielen Jahren hier leben, bekommen eine Chance auf ein "
                "dauerhaftes Bleiberecht. Diese Menschen haben bislang aufgrund von "
                "bspw. statusbedingten Arbeitsverboten keine Perspektive und leben in "
                "ständiger Angst vor Abschiebung. Die bisherigen Kettenduldungen sind "
                "Gift für die Integration. Damit folgen wir dem positiven Beispiel der "
                "Landeshauptstadt und der Städte Göttingen und Oldenburg. Zusammen "
                "mit dem Chancenaufenthaltsrecht auf Bundesebene bekommen die "
                "AusländerInnenbehörden so im Praxisalltag mehr Möglichkeiten, "
                "kommunale Spielräume auszuloten, um Geflüchteten mit Langzeitduldung "
                "zu einem Aufenthaltsrecht zu verhelfen.\n\n"
                "Aktuell erfüllen rund 1.350 Frauen, Männer und Jugendliche die "
                "Kriterien. Sie werden noch in diesem Jahr kontaktiert und in "
                "Zusammenarbeit mit örtlichen Beratungsstellen und dem "
                "Niedersächsischen Flüchtlingsrat unterstützt. Ziel ist es, die "
                "Anforderungen wie ein gesichertes Arbeitseinkommen und ausreichende "
                "Sprachkenntnisse für ein dauerhaftes Bleiberecht zu erfüllen. Wir "
                "machen eine kommunale Migrationspolitik, die Bundesgesetze aufgreift "
                "– flankiert durch zusätzliche eigene Anstrengungen. Damit bekommen "
                "die Menschen eine Chance, dieses unwürdige Dasein in der "
                "Warteschleife zu beenden und ein selbstbestimmtes Leben zu führen. "
                "Das kann zum gegenseitigen Vorteil geschehen: Immerhin fehlen massiv "
                "viele Arbeits- und Fachkräfte."
            ),
            person="Christian Hinrichs",
            function=Said.of(
                de="sozialpolitischer Sprecher",
                en="spokesman for social policy",
                ar="المتحدث باسم السياسة الاجتماعية",
            ),
            organisation="Regionsfraktion von Bündnis 90/Die Grünen",
            source="Presseerklärung der Regionsfraktion",
        ),
    ),
)
