"""
Rules of real elections, ready to be taken over.

Texts are by language tag. Sources: Hannover 2019: hannover.de/content/view/full/984132
(call of the city). Hannover 2022 and 2025: hannover.de, "MSO-Vertreterinnen gewählt",
"(Fast) alles neu". Karlsruhe: Wahlordnung, Vorlage 2023/0573, and the timetable of the
election of 2024; its five fields: StadtZeitung of 6 September 2019.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from elections.rules.planning import Method
from elections.rules.stages import Entitled, TieRule

Texts = Mapping[str, str]


class TemplateName(StrEnum):
    """The templates, by the names that stand in forms."""

    HALL = "hall"
    HANNOVER_2019 = "hannover-2019"
    HANNOVER_2022 = "hannover-2022"
    HANNOVER_2025 = "hannover-2025"
    KARLSRUHE = "karlsruhe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A timetable in days before the election, and one after it; None: no such day."""

    call: int | None = None
    closing: int | None = None
    closing_hour: int = 12
    admission: int | None = None
    objections: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """
    One rule; each of its titles is an election with a ballot paper of its own.

    `delegates` is how many each association may send, where associations vote.
    """

    name: TemplateName
    titles: tuple[Texts, ...]
    purpose: Texts
    term: Texts
    seats: int
    method: Method
    votes_each: int
    entitled: Entitled
    deputies: int = 0
    own_limit: int | None = None
    advance: int = 0
    ties: TieRule = TieRule.LOT
    standing_rules: tuple[str, ...] = ()
    delegates: int = 1
    days: Days = Days()


_NO_TERM: Final[Texts] = {}
_KURATORIUM: Final[Texts] = {
    "de": "Vertretung der Migrant*innenorganisationen im Kuratorium",
    "en": "Representatives of migrant organisations on the board of trustees",
    "ar": "ممثلو منظمات المهاجرين في مجلس الأمناء",
}
_KURATORIUM_PURPOSE: Final[Texts] = {
    "de": "Die Gewählten sprechen im Kuratorium für die Vereine und entscheiden mit "
    "über die Ziele des Integrationsplans.",
    "en": "Those elected speak for the associations on the board and take part in "
    "deciding on the aims of the integration plan.",
    "ar": "يتحدث المنتخبون في المجلس باسم الجمعيات ويشاركون في تقرير أهداف خطة "
    "الاندماج.",
}
_FIELDS: Final[tuple[Texts, ...]] = (
    {
        "de": "Sprache und Bildung",
        "en": "Language and education",
        "ar": "اللغة والتعليم",
    },
    {
        "de": "Rechtliche und wirtschaftliche Integration",
        "en": "Legal and economic integration",
        "ar": "الاندماج القانوني والاقتصادي",
    },
    {
        "de": "Kultur und interreligiöser Dialog",
        "en": "Culture and interreligious dialogue",
        "ar": "الثقافة والحوار بين الأديان",
    },
    {
        "de": "Interkulturelle Öffnung und Wohnen",
        "en": "Intercultural opening and housing",
        "ar": "الانفتاح بين الثقافات والسكن",
    },
    {
        "de": "Gesundheit, Senioren und Sport",
        "en": "Health, older people and sport",
        "ar": "الصحة وكبار السن والرياضة",
    },
)

HALL: Final = Template(
    name=TemplateName.HALL,
    titles=(
        {
            "de": "Vertretung im Begleitkreis",
            "en": "Representatives in the advisory circle",
            "ar": "ممثلو المؤتمر في مجموعة المتابعة",
        },
    ),
    purpose={
        "de": "Die Gewählten achten darauf, dass der Plan umgesetzt wird.",
        "en": "Those elected see to it that the plan is carried out.",
        "ar": "يتابع المنتخبون تنفيذ الخطة.",
    },
    term=_NO_TERM,
    seats=4,
    method=Method.BLOCK,
    votes_each=4,
    entitled=Entitled.PRESENT,
)
HANNOVER_2019: Final = Template(
    name=TemplateName.HANNOVER_2019,
    titles=(_KURATORIUM,),
    purpose=_KURATORIUM_PURPOSE,
    term=_NO_TERM,
    seats=2,
    method=Method.BLOCK,
    votes_each=2,
    entitled=Entitled.ASSOCIATIONS,
    standing_rules=("association_on_list", "one_per_association", "not_umbrella"),
    days=Days(admission=None, closing=5),
)
HANNOVER_2022: Final = Template(
    name=TemplateName.HANNOVER_2022,
    titles=(_KURATORIUM,),
    purpose=_KURATORIUM_PURPOSE,
    term=_NO_TERM,
    seats=4,
    method=Method.LIMITED,
    votes_each=2,
    advance=8,
    entitled=Entitled.ASSOCIATIONS,
    standing_rules=("association_on_list",),
)
HANNOVER_2025: Final = Template(
    name=TemplateName.HANNOVER_2025,
    titles=(_KURATORIUM,),
    purpose=_KURATORIUM_PURPOSE,
    term={
        "de": "zweieinhalb Jahre",
        "en": "two and a half years",
        "ar": "سنتان ونصف",
    },
    seats=4,
    method=Method.LIMITED,
    votes_each=2,
    own_limit=1,
    entitled=Entitled.ASSOCIATIONS,
    standing_rules=("association_on_list",),
)
KARLSRUHE: Final = Template(
    name=TemplateName.KARLSRUHE,
    titles=tuple(
        {
            "de": f"Integrationsausschuss: {field['de']}",
            "en": f"Integration committee: {field['en']}",
            "ar": f"لجنة الاندماج: {field['ar']}",
        }
        for field in _FIELDS
    ),
    purpose={
        "de": "Sachkundige Einwohnerinnen und Einwohner beraten den Gemeinderat. In "
        "fünf Themenfeldern werden zusammen zehn Personen gewählt.",
        "en": "Residents with expert knowledge advise the city council. Ten people in "
        "all are elected in five fields.",
        "ar": "يقدم سكان من أصحاب الخبرة المشورة لمجلس المدينة. يُنتخب عشرة أشخاص في "
        "خمسة مجالات.",
    },
    term={"de": "fünf Jahre", "en": "five years", "ar": "خمس سنوات"},
    seats=2,
    deputies=2,
    method=Method.BLOCK,
    votes_each=2,
    ties=TieRule.RUNOFF,
    entitled=Entitled.ASSOCIATIONS,
    standing_rules=("adult", "resident", "not_a_delegate"),
    delegates=2,
    days=Days(call=84, closing=28, admission=7, objections=8),
)
TEMPLATES: Final[Mapping[TemplateName, Template]] = {
    one.name: one
    for one in (HALL, HANNOVER_2019, HANNOVER_2022, HANNOVER_2025, KARLSRUHE)
}
