"""A measure made up for the sample: in two districts, late, and then changed."""

from typing import Final

from lip.measures.rules.kinds import PartnerRole, Period, StatusKind
from lip.measures.rules.sheet import (
    CostLine,
    GoalLine,
    LocationLine,
    MilestoneLine,
    PartnerLine,
    Sheet,
)
from lip.partial_dates import PartialDate, PartOfYear
from lip.said import Said

INTERPRETING: Final = Sheet(
    title=Said.of(
        de="Beispiel: Dolmetschen in Ämtern",
        en="Example: interpreting in offices",
        ar="مثال: الترجمة الشفوية في الدوائر",
    ),
    status=Said.of(de="läuft", en="Running", ar="قيد التنفيذ"),
    status_kind=StatusKind.UNDER_WAY,
    updated=PartialDate(2026, 3),
    summary=Said.of(
        de="Wer wenig Deutsch spricht, bekommt im Amt eine Dolmetscherin oder einen "
        "Dolmetscher, am Telefon oder vor Ort. Dieses Vorhaben ist erfunden.",
        en="Whoever speaks little German gets an interpreter at the office, by "
        "phone or in person. This measure is made up.",
        ar="يحصل من يتحدث القليل من الألمانية على ترجمة شفوية في الدائرة، هاتفياً أو "
        "حضورياً. هذا التدبير مُختلَق.",
    ),
    goals=(
        GoalLine(
            year=2026,
            text=Said.of(
                de="zehn Sprachen in zwei Ämtern",
                en="ten languages in two offices",
                ar="عشر لغات في دائرتين",
            ),
        ),
    ),
    timetable=(
        MilestoneLine(
            text=Said.of(
                de="Verträge mit Dolmetscherinnen und Dolmetschern",
                en="Contracts with interpreters",
                ar="عقود مع مترجمات ومترجمين شفويين",
            ),
            deadline=Said.of(
                de="im ersten Halbjahr 2025",
                en="in the first half of 2025",
                ar="في النصف الأول من عام 2025",
            ),
            ends=PartialDate(2025, PartOfYear.FIRST_HALF),
            done=True,
        ),
        MilestoneLine(
            text=Said.of(
                de="Beginn in beiden Ämtern",
                en="Start in both offices",
                ar="البدء في الدائرتين",
            ),
            deadline=Said.of(
                de="bis Ende 2025", en="by the end of 2025", ar="حتى نهاية عام 2025"
            ),
            ends=PartialDate(2025),
        ),
    ),
    places=(
        LocationLine(
            line=2,
            address="Musterstraße 1",
            opening=Said.of(
                de="montags bis freitags",
                en="Monday to Friday",
                ar="من الإثنين إلى الجمعة",
            ),
            service=Said.of(
                de="Dolmetschen am Schalter",
                en="Interpreting at the counter",
                ar="ترجمة شفوية عند الشباك",
            ),
            languages="de,ar,fa,tr,uk",
            contact_point=True,
        ),
    ),
    costs=(
        CostLine(
            sentence=Said.of(
                de="Vorgesehen sind 60.000 € im Jahr.",
                en="60,000 € a year are planned.",
                ar="من المقرر تخصيص ٦٠٬٠٠٠ يورو في السنة.",
            ),
            cents=6_000_000,
            period=Period.YEARLY,
        ),
    ),
    partners=(
        PartnerLine(
            name=Said.of(de="Dolmetschdienst Musterstadt"), role=PartnerRole.CARRIER
        ),
    ),
    contact_email="integration@example.org",
)

NEXT_STATUS: Final = Said.of(
    de="läuft, ein drittes Amt kommt dazu",
    en="Running, a third office joins",
    ar="قيد التنفيذ، وتنضم دائرة ثالثة",
)
NEXT_GOAL: Final = GoalLine(
    year=2027,
    text=Said.of(
        de="vierzehn Sprachen in drei Ämtern",
        en="fourteen languages in three offices",
        ar="أربع عشرة لغة في ثلاث دوائر",
    ),
)
NEXT_COST: Final = CostLine(
    sentence=Said.of(
        de="Vorgesehen sind 90.000 € im Jahr.",
        en="90,000 € a year are planned.",
        ar="من المقرر تخصيص ٩٠٬٠٠٠ يورو في السنة.",
    ),
    cents=9_000_000,
    period=Period.YEARLY,
)

AGREEMENT: Final = Sheet(
    title=Said.of(de="Kooperationsvereinbarung „Wege ins Bleiberecht“"),
    subtitle=Said.of(de="Region Hannover und Flüchtlingsrat Niedersachsen"),
    summary=Said.of(
        de="Diese Datei ist ein Beispiel. An ihrer Stelle steht die unterschriebene "
        "Vereinbarung als PDF."
    ),
)
