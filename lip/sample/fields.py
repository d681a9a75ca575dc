"""The fields of action of the sample's plan, in three languages."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from lip.fields.actions.change_fields import FieldWish, add_field
from lip.fields.queries.fields import all_fields
from lip.journal.rules.entries import COMMAND
from lip.said import Said

FIELDS: Final[Mapping[str, FieldWish]] = {
    "education": FieldWish(
        name=Said.of(de="Bildung", en="Education", ar="التعليم"),
        goal=Said.of(
            de="Alle lernen von klein auf mit den gleichen Chancen.",
            en="Everybody learns with the same chances from early on.",
            ar="يتعلم الجميع بفرص متساوية منذ الصغر.",
        ),
        words=Said.of(
            de="Deutschkurse, Sprachkurse, Herkunftssprachen, Kita, Grundschule, "
            "weiterführende Schule, Lehrkräfte, Eltern, Hochschule",
            en="German courses, language courses, nursery, school, teachers, parents",
            ar="دورات اللغة الألمانية، الروضة، المدرسة، المعلمون، الأهل",
        ),
    ),
    "economy": FieldWish(
        name=Said.of(de="Wirtschaft", en="Economy", ar="الاقتصاد"),
        goal=Said.of(
            de="Alle können nach ihren Fähigkeiten arbeiten und davon leben.",
            en="Everybody can work by their skills and live on it.",
            ar="يستطيع الجميع العمل وفق مهاراتهم والعيش من ذلك.",
        ),
        words=Said.of(
            de="Arbeit, Ausbildung, Praktikum, Anerkennung von Abschlüssen und "
            "Diplomen, Berufsabschluss, Existenzgründung, Unternehmen",
            en="jobs, training, recognition of diplomas, starting a business",
            ar="العمل، التدريب المهني، الاعتراف بالشهادات، تأسيس شركة",
        ),
    ),
    "social": FieldWish(
        name=Said.of(de="Soziales", en="Social matters", ar="الشؤون الاجتماعية"),
        goal=Said.of(
            de="Niemand bleibt ohne Wohnung, Hilfe und Versorgung.",
            en="Nobody is left without a home, help and care.",
            ar="لا يبقى أحد بلا مسكن أو مساعدة أو رعاية.",
        ),
        words=Said.of(
            de="Wohnung, Unterkunft, Gesundheit, Krankenhaus, Arzt, Dolmetschen, "
            "Pflege, ältere Menschen, Familien, Frauen, Geflüchtete",
            en="housing, health, hospital, doctor, interpreters, care, the elderly, "
            "women, refugees",
            ar="السكن، الصحة، المستشفى، الطبيب، الترجمة، رعاية المسنين، النساء، "
            "اللاجئون",
        ),
    ),
    "city life": FieldWish(
        name=Said.of(
            de="Stadtleben und Kultur",
            en="City life and culture",
            ar="حياة المدينة والثقافة",
        ),
        goal=Said.of(
            de="Menschen begegnen sich im Stadtteil, im Sport und in der Kultur.",
            en="People meet in their quarter, in sports and in culture.",
            ar="يلتقي الناس في الحي والرياضة والثقافة.",
        ),
        words=Said.of(
            de="Vereine, Räume, Stadtteilfest, Nachbarschaft, Sportverein, "
            "Schwimmkurs, Musik, Theater, Bibliothek, Kulturförderung",
            en="associations, rooms, festivals, neighbourhood, sports club, music, "
            "library, funding of culture",
            ar="الجمعيات، القاعات، مهرجان الحي، النادي الرياضي، الموسيقى، المكتبة",
        ),
    ),
    "democracy": FieldWish(
        name=Said.of(de="Demokratie", en="Democracy", ar="الديمقراطية"),
        goal=Said.of(
            de="Alle, die hier leben, bestimmen mit, und niemand wird benachteiligt.",
            en="All who live here have a say, and nobody is discriminated against.",
            ar="يشارك كل من يعيش هنا في القرار، ولا يتعرض أحد للتمييز.",
        ),
        words=Said.of(
            de="Wahlrecht, Beteiligung, Mitbestimmung, Integrationsbeirat, "
            "Einbürgerung, Diskriminierung, Rassismus, politische Bildung",
            en="right to vote, participation, citizenship, discrimination, racism",
            ar="حق التصويت، المشاركة، التجنيس، التمييز، العنصرية",
        ),
    ),
    "administration": FieldWish(
        name=Said.of(
            de="Stadtverwaltung und interkulturelle Öffnung",
            en="City administration",
            ar="إدارة المدينة",
        ),
        goal=Said.of(
            de="Die Verwaltung ist für alle erreichbar und verständlich.",
            en="The administration can be reached and understood by all.",
            ar="الإدارة متاحة ومفهومة للجميع.",
        ),
        words=Said.of(
            de="Ausländerbehörde, Amt, Termine, Briefe in Leichter Sprache, "
            "Formulare, Aufenthalt, Duldung, Bleiberecht, Beschäftigte der Stadt",
            en="immigration office, appointments, letters in plain language, forms, "
            "residence permit, staff of the city",
            ar="دائرة الأجانب، المواعيد، رسائل بلغة سهلة، الاستمارات، الإقامة",
        ),
    ),
}


async def fill_in_fields(*, now: datetime) -> Sequence[UUID]:
    """Lay out the fields of the plan where there are none yet."""
    if there := await all_fields():
        return [one.id for one in there]
    return [
        await add_field(
            wish, by=COMMAND, now=now, request=uuid5(NAMESPACE_URL, f"field {name}")
        )
        for name, wish in FIELDS.items()
    ]
