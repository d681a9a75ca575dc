"""What the sample programme says, in three languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lip.programme.rules.session_kinds import SessionKind
from lip.said import Said
from lip.sample.speakers import HOUSING, MAYOR, RESEARCHER, SCHOOL, WORK

HALL: Final = "Mosaiksaal"
SMALL: Final = "Raum 101"
LIBRARY: Final = "Bibliothek"
FOYER: Final = "Foyer"

ROOMS: Final[Sequence[tuple[str, Said, int | None]]] = (
    (
        HALL,
        Said.of(
            de="1. Stock, große Treppe oder Aufzug",
            en="1st floor, main stairs or lift",
            ar="الطابق الأول، الدرج الكبير أو المصعد",
        ),
        220,
    ),
    (
        SMALL,
        Said.of(
            de="1. Stock, rechter Gang", en="1st floor, right", ar="الطابق الأول، يمينًا"
        ),
        30,
    ),
    (
        LIBRARY,
        Said.of(
            de="Erdgeschoss, links", en="Ground floor, left", ar="الطابق الأرضي، يسارًا"
        ),
        24,
    ),
    (
        FOYER,
        Said.of(de="Am Eingang", en="At the entrance", ar="عند المدخل"),
        None,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSession:
    """A session of the sample; `begins` counts minutes from when the doors open."""

    begins: int
    minutes: int
    kind: SessionKind
    room: str
    title: Said
    text: Said = Said()  # noqa: RUF009 - frozen
    languages: Sequence[str] = ()
    interpreting: Sequence[str] = ()
    speakers: Sequence[str] = ()
    seats: int | None = None
    called_off: bool = False


_IN_THE_HALL: Final = ("ar", "en", "uk", "fa")

SESSIONS: Final[Sequence[SampleSession]] = (
    SampleSession(
        begins=0,
        minutes=30,
        kind=SessionKind.BREAK,
        room=FOYER,
        title=Said.of(
            de="Ankommen, Tee und Kaffee",
            en="Arrival, tea and coffee",
            ar="الوصول مع شاي وقهوة",
        ),
    ),
    SampleSession(
        begins=30,
        minutes=30,
        kind=SessionKind.OPENING,
        room=HALL,
        title=Said.of(
            de="Begrüßung und Eröffnung",
            en="Welcome and opening",
            ar="الترحيب والافتتاح",
        ),
        languages=("de",),
        interpreting=_IN_THE_HALL,
        speakers=(MAYOR,),
    ),
    SampleSession(
        begins=60,
        minutes=45,
        kind=SessionKind.TALK,
        room=HALL,
        title=Said.of(
            de="Fünf Jahre Integrationsplan: Was ist gelungen, was fehlt?",
            en="Five years of the integration plan: what worked, what is missing?",
            ar="خمس سنوات من خطة الاندماج: ما الذي نجح وما الذي ينقص؟",
        ),
        text=Said.of(
            de="Zahlen und Stimmen aus der Stadt. Danach ist Zeit für Ihre Fragen.",
            en="Figures and voices from the city. Then there is time for questions.",
            ar="أرقام وآراء من المدينة، وبعدها وقت لأسئلتكم.",
        ),
        languages=("de",),
        interpreting=_IN_THE_HALL,
        speakers=(RESEARCHER,),
    ),
    SampleSession(
        begins=105,
        minutes=20,
        kind=SessionKind.BREAK,
        room=FOYER,
        title=Said.of(de="Pause", en="Break", ar="استراحة"),
    ),
    SampleSession(
        begins=125,
        minutes=85,
        kind=SessionKind.WORKSHOP,
        room=HALL,
        title=Said.of(
            de="Arbeit: Abschlüsse anerkennen, Stellen finden",
            en="Work: recognised degrees, finding jobs",
            ar="العمل: الاعتراف بالشهادات وإيجاد الوظائف",
        ),
        text=Said.of(
            de="Welche Hürden gibt es, und was kann die Stadt ändern?",
            en="Which hurdles are there, and what can the city change?",
            ar="ما العقبات وما الذي تستطيع المدينة تغييره؟",
        ),
        languages=("de", "en"),
        interpreting=("ar", "uk"),
        speakers=(WORK,),
        seats=80,
    ),
    SampleSession(
        begins=125,
        minutes=85,
        kind=SessionKind.WORKSHOP,
        room=SMALL,
        title=Said.of(
            de="Wohnen: Eine Wohnung finden und behalten",
            en="Housing: finding a flat and keeping it",
            ar="السكن: إيجاد شقة والاحتفاظ بها",
        ),
        text=Said.of(
            de="Bringen Sie gern Ihre Fragen zu Vertrag und Miete mit.",
            en="Bring your questions about contracts and rent.",
            ar="أحضروا أسئلتكم عن العقد والإيجار.",
        ),
        languages=("de",),
        interpreting=("ar", "tr"),
        speakers=(HOUSING,),
        seats=28,
    ),
    SampleSession(
        begins=125,
        minutes=85,
        kind=SessionKind.WORKSHOP,
        room=LIBRARY,
        title=Said.of(
            de="Schule und Kita: Wer hilft Eltern weiter?",
            en="School and nursery: who helps parents?",
            ar="المدرسة والروضة: من يساعد الأهل؟",
        ),
        languages=("de", "uk"),
        interpreting=("ar",),
        speakers=(SCHOOL,),
        seats=20,
    ),
    SampleSession(
        begins=210,
        minutes=60,
        kind=SessionKind.BREAK,
        room=FOYER,
        title=Said.of(de="Mittagessen", en="Lunch", ar="الغداء"),
        text=Said.of(
            de="Halal, vegetarisch und vegan; alles ist beschriftet.",
            en="Halal, vegetarian and vegan; everything is labelled.",
            ar="حلال ونباتي ونباتي صرف؛ وكل الأطباق موسومة.",
        ),
    ),
    SampleSession(
        begins=270,
        minutes=60,
        kind=SessionKind.TABLES,
        room=HALL,
        title=Said.of(
            de="Thementische: Vorschläge für den neuen Plan",
            en="Tables by topic: proposals for the new plan",
            ar="طاولات المواضيع: مقترحات للخطة الجديدة",
        ),
        languages=("de", "en", "ar", "uk"),
    ),
    SampleSession(
        begins=270,
        minutes=60,
        kind=SessionKind.OTHER,
        room=FOYER,
        title=Said.of(
            de="Stadtführung für Kinder", en="City tour for children", ar="جولة للأطفال"
        ),
        languages=("de",),
        seats=15,
        called_off=True,
    ),
    SampleSession(
        begins=330,
        minutes=15,
        kind=SessionKind.BREAK,
        room=FOYER,
        title=Said.of(de="Pause", en="Break", ar="استراحة"),
    ),
    SampleSession(
        begins=345,
        minutes=30,
        kind=SessionKind.VOTE,
        room=HALL,
        title=Said.of(
            de="Abstimmung: Welche Vorschläge sind am wichtigsten?",
            en="Vote: which proposals matter most?",
            ar="التصويت: ما المقترحات الأهم؟",
        ),
        languages=("de",),
        interpreting=_IN_THE_HALL,
    ),
    SampleSession(
        begins=375,
        minutes=40,
        kind=SessionKind.ELECTION,
        room=HALL,
        title=Said.of(
            de="Wahl der Vertretung im Begleitkreis",
            en="Election of representatives to the steering group",
            ar="انتخاب الممثلين في مجموعة المتابعة",
        ),
        text=Said.of(
            de="Gewählt wird geheim, auf Papier oder mit dem Handy.",
            en="The ballot is secret, on paper or by phone.",
            ar="الانتخاب سري، على الورق أو بالهاتف.",
        ),
        languages=("de",),
        interpreting=_IN_THE_HALL,
    ),
    SampleSession(
        begins=415,
        minutes=45,
        kind=SessionKind.OTHER,
        room=FOYER,
        title=Said.of(
            de="Ausklang mit Musik", en="Music to end the day", ar="ختام مع موسيقى"
        ),
    ),
)
