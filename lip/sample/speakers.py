"""Who speaks at the sample conference: none of them exists."""

from dataclasses import dataclass
from typing import Final

from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSpeaker:
    """A speaker of the sample; none of them exists."""

    name: str
    function: Said
    organisation: str
    may_be_named: bool = True


MAYOR: Final = "mayor"
RESEARCHER: Final = "researcher"
HOUSING: Final = "housing"
SCHOOL: Final = "school"
WORK: Final = "work"

SPEAKERS: Final[dict[str, SampleSpeaker]] = {
    MAYOR: SampleSpeaker(
        name="Renate Beispiel",
        function=Said.of(de="Oberbürgermeisterin", en="Mayor", ar="رئيسة البلدية"),
        organisation="Stadt Musterstadt",
    ),
    RESEARCHER: SampleSpeaker(
        name="Dr. Amina El Khatib",
        function=Said.of(
            de="Migrationsforscherin", en="Migration researcher", ar="باحثة في الهجرة"
        ),
        organisation="Universität Musterstadt",
    ),
    HOUSING: SampleSpeaker(
        name="Yusuf Demirtaş",
        function=Said.of(de="Wohnberater", en="Housing adviser", ar="مستشار سكن"),
        organisation="Mieterverein Musterstadt e. V.",
    ),
    SCHOOL: SampleSpeaker(
        name="Oksana Koval",
        function=Said.of(de="Lehrerin", en="Teacher", ar="معلّمة"),
        organisation="Brückenschule",
    ),
    WORK: SampleSpeaker(
        name="Jana Probe",
        function=Said.of(
            de="Beraterin für Anerkennung",
            en="Adviser on recognition",
            ar="مستشارة الاعتراف بالشهادات",
        ),
        organisation="Jobcenter Musterstadt",
        may_be_named=False,
    ),
}
