"""What the sample conference says of itself, in German, English and Arabic."""

from typing import Final

from lip.programme.rules.public_page import PublicPage
from lip.said import Said

SERIES: Final = Said.of(
    de="Migrationskonferenz", en="Migration Conference", ar="مؤتمر الهجرة"
)

_TEXT_DE: Final = """\
Wer in dieser Stadt lebt, soll mitreden: über Schule und Ausbildung, über Arbeit, \
Wohnen und Gesundheit. Auf der Konferenz sammeln wir Vorschläge für den **Lokalen \
Integrationsplan**, beraten sie an Tischen und stimmen ab.

## So läuft der Tag

1. Morgens sagen Menschen aus Vereinen und aus der Verwaltung kurz, was seit dem \
letzten Jahr geschehen ist.
2. In den Arbeitsgruppen schreiben Sie Ihre Vorschläge auf, in Ihrer Sprache.
3. Am Nachmittag verteilen alle Punkte. Die wichtigsten Vorschläge gehen an den Rat.

## Wer kommen kann

Alle. Sie brauchen keinen deutschen Pass, keinen Verein und kein fertiges Konzept. \
Die Teilnahme kostet nichts. Kommen Sie auch ohne Anmeldung, wir finden einen Platz.
"""

_TEXT_EN: Final = """\
Whoever lives in this city should have a say: on schools and training, on work, \
housing and health. At the conference we collect proposals for the **Local \
Integration Plan**, discuss them at tables and vote.

## How the day goes

1. In the morning, people from associations and from the administration report briefly \
on what has happened since last year.
2. In the working groups you write down your proposals, in your own language.
3. In the afternoon everybody gives points. The most important proposals go to the \
city council.

## Who can come

Everybody. You need no German passport, no association and no finished concept. \
Taking part is free of charge. Come without registration too, we will find a seat.
"""

_TEXT_AR: Final = """\
لكل من يعيش في هذه المدينة رأي: في المدرسة والتدريب المهني، وفي العمل والسكن \
والصحة. في المؤتمر نجمع الاقتراحات من أجل **خطة الاندماج المحلية**، ونناقشها حول \
الطاولات، ثم نصوّت عليها.

## كيف يسير اليوم

1. في الصباح يعرض أشخاص من الجمعيات ومن الإدارة باختصار ما حدث منذ العام الماضي.
2. في مجموعات العمل تكتبون اقتراحاتكم بلغتكم.
3. بعد الظهر يوزّع الجميع النقاط. وتُرفع أهم الاقتراحات إلى مجلس المدينة.

## من يمكنه الحضور

الجميع. لا حاجة إلى جواز سفر ألماني ولا إلى جمعية ولا إلى فكرة جاهزة. المشاركة \
مجانية. يمكنكم الحضور دون تسجيل أيضًا، وسنجد لكم مكانًا.
"""

PAGE: Final = PublicPage(
    title=Said.of(en="Migration Conference 2026", ar="مؤتمر الهجرة 2026"),
    subtitle=Said.of(
        de="Unsere Stadt, unser Plan",
        en="Our city, our plan",
        ar="مدينتنا، خطتنا",
    ),
    summary=Said.of(
        de="Wir sammeln Vorschläge für das Zusammenleben in der Stadt, beraten sie und "
        "stimmen ab. Es wird in sechs Sprachen gedolmetscht.",
        en="We collect proposals for living together in the city, discuss them and "
        "vote. There is interpreting in six languages.",
        ar="نجمع الاقتراحات للعيش المشترك في المدينة، ونناقشها ونصوّت عليها. تتوفر "
        "الترجمة الفورية بست لغات.",
    ),
    text=Said.of(de=_TEXT_DE, en=_TEXT_EN, ar=_TEXT_AR),
    access=Said.of(
        de="- Der Eingang ist ohne Stufen, ein Aufzug führt zum Saal.\n"
        "- Es gibt eine rollstuhlgerechte Toilette und eine Hörschleife.\n"
        "- Ein Raum ist zum Ausruhen und Stillen da.\n"
        "- Haltestelle „Rathaus“: Bus 100 und 200, 150 Meter ebener Weg.",
        en="- The entrance has no steps, a lift leads to the hall.\n"
        "- There is an accessible toilet and a hearing loop.\n"
        "- One room is there to rest and to breastfeed.\n"
        "- Stop “Rathaus”: buses 100 and 200, 150 metres of level way.",
        ar="- المدخل بلا درج، ويوجد مصعد إلى القاعة.\n"
        "- توجد دورة مياه مناسبة للكراسي المتحركة ونظام مساعد للسمع.\n"
        "- توجد غرفة للراحة والرضاعة.\n"
        "- موقف «Rathaus»: الحافلتان 100 و200، مسافة 150 مترًا على طريق مستوٍ.",
    ),
    interpreting=Said.of(
        de="Alles auf der Bühne wird ins Arabische, Englische, Persische, Türkische, "
        "Ukrainische und in Deutsche Gebärdensprache gedolmetscht. Empfänger gibt es "
        "am Eingang gegen ein Pfand.",
        en="Everything on stage is interpreted into Arabic, English, Persian, Turkish, "
        "Ukrainian and German Sign Language. Receivers are handed out at the entrance "
        "against a deposit.",
        ar="تُترجم كل الفقرات على المنصة إلى العربية والإنجليزية والفارسية والتركية "
        "والأوكرانية ولغة الإشارة الألمانية. تُسلَّم أجهزة الاستماع عند المدخل مقابل "
        "تأمين.",
    ),
    funders=Said.of(
        de="Gefördert durch die Landeshauptstadt Hannover und aus Mitteln des Landes "
        "Niedersachsen.",
        en="Funded by the City of Hannover and by the State of Lower Saxony.",
        ar="بدعم من مدينة هانوفر ومن ولاية ساكسونيا السفلى.",
    ),
    address="Trammplatz 2\n30159 Hannover",
    map_url="https://www.openstreetmap.org/?mlat=52.3672&mlon=9.7373#map=17/52.3672/9.7373",
    languages=("de", "ar", "en", "fa", "tr", "uk"),
    contact_name="Büro der Migrationskonferenz",
    contact_email="konferenz@example.org",
    contact_phone="+49 511 000000",
    organiser_address="Beispielstraße 12\n30159 Hannover",
    organiser_represented_by="Ayşe Muster und Jonas Probe, Vorstand. "
    "Vereinsregister Hannover, VR 000000",
)

EARLIER_TITLE: Final = "Migrationskonferenz 2025"

EARLIER_PAGE: Final = PublicPage(
    title=Said.of(en="Migration Conference 2025", ar="مؤتمر الهجرة 2025"),
    summary=Said.of(
        de="160 Menschen aus 25 Organisationen haben 15 Forderungen beschlossen.",
        en="160 people from 25 organisations agreed on 15 demands.",
        ar="اتفق 160 شخصًا من 25 منظمة على 15 مطلبًا.",
    ),
    text=Said.of(
        de="Die Forderungen stehen im Protokoll. Was daraus geworden ist, hören Sie "
        "auf der nächsten Konferenz.",
        en="The demands are in the minutes. What has become of them you will hear at "
        "the next conference.",
        ar="المطالب مدوّنة في المحضر. وسنعرض في المؤتمر القادم ما تحقق منها.",
    ),
    address="Vahrenwalder Straße 92\n30165 Hannover",
    languages=("de", "ar", "tr"),
    contact_email="konferenz@example.org",
    organiser_address="Beispielstraße 12\n30159 Hannover",
)

INVITATION: Final = """\
Einladung zur Migrationskonferenz 2026

Wir laden Sie herzlich ein. Bringen Sie Ihre Nachbarinnen und Nachbarn mit.
Für Kinder gibt es eine Betreuung, für alle gibt es Essen ohne Fleisch.

Das Organisationsteam
"""

MINUTES: Final = """\
Protokoll der Migrationskonferenz 2025

Forderung 1: Formulare der Stadt in einfacher Sprache.
Forderung 2: Dolmetschen in allen Bürgerämtern.
Forderung 3: Räume für Vereine ohne Miete.
"""
