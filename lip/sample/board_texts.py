"""What people of the sample conference wrote on cards, and what they call clusters."""

from collections.abc import Mapping
from typing import Final

from lip.said import Said

CARDS: Final = (
    ("de", "Mehr Deutschkurse am Abend und am Wochenende, auch für Berufstätige."),
    ("de", "abends deutsch kurse für leute die schichtarbeit haben"),
    ("de", "Deutschkurse mit Kinderbetreuung anbieten!"),
    ("tr", "Akşamları ve hafta sonları daha fazla Almanca kursu olsun."),
    ("ar", "نريد دورات لغة ألمانية مسائية مع رعاية للأطفال."),
    ("de", "Herkunftssprachen als zweite Fremdsprache bis zum Abitur anerkennen."),
    ("de", "Türkisch, Arabisch und Polnisch sollen an mehr Schulen möglich sein."),
    ("de", "Unterricht in der Muttersprache in allen Stadtbezirken."),
    ("de", "Das Anmelden in der Kita in mehreren Sprachen und persönlich erklären."),
    ("de", "Kita-Plätze: Beratung für Eltern, die das Online-Portal nicht verstehen."),
    ("uk", "Потрібна допомога з реєстрацією дитини в садок."),
    ("de", "Elternlotsinnen und Elternlotsen an jeder Grundschule."),
    ("de", "Ausländische Abschlüsse schneller anerkennen und die Kosten bezuschussen."),
    ("de", "Anerkennung von Abschlüssen: eine Ansprechperson von Anfang bis Ende."),
    ("en", "Help skilled newcomers get their diplomas recognised faster."),
    ("fa", "به رسمیت شناختن مدرک تحصیلی خیلی طول می‌کشد؛ یک مشاور ثابت لازم داریم."),
    ("de", "Gründungsberatung für Migrantinnen in den Stadtteilen."),
    ("de", "Praktika in der Stadtverwaltung für junge Geflüchtete."),
    ("de", "Patenschaften für Jugendliche beim Übergang in die Ausbildung."),
    ("de", "Geflüchtete schneller aus Sammelunterkünften in eigene Wohnungen bringen."),
    ("de", "Gemeinschaftsunterkünfte nur als Notlösung und nur für kurze Zeit."),
    ("de", "Beratung gegen Diskriminierung auf dem Wohnungsmarkt."),
    ("ru", "Помощь в поиске жилья: хозяева квартир отказывают из-за фамилии."),
    ("de", "Dolmetscherpool für Arztpraxen und Krankenhäuser."),
    ("de", "Sprachmittlung im Krankenhaus, auch nachts."),
    ("ku", "Li nexweşxaneyan wergêr hebin, bi şev jî."),
    ("de", "Psychosoziale Hilfe für Geflüchtete ohne lange Wartezeiten."),
    ("de", "Kultursensible Pflege für ältere Migrantinnen und Migranten."),
    ("de", "Stadtteilfeste gemeinsam mit Migrantenorganisationen planen."),
    ("de", "Räume für Vereine kostenlos zur Verfügung stellen, in jedem Stadtbezirk."),
    ("de", "Vereine brauchen Räume! Schlüsselübergabe unbürokratisch."),
    ("vi", "Các hội đoàn cần phòng họp miễn phí trong khu phố."),
    ("de", "Schwimmkurse für Frauen mit Betreuerinnen."),
    ("fr", "Simplifier les demandes de subvention pour les petites associations."),
    ("de", "Kommunales Wahlrecht für Nicht-EU-Bürgerinnen und -Bürger."),
    ("de", "Wer fünf Jahre hier lebt, soll bei Kommunalwahlen wählen dürfen."),
    ("es", "Derecho a voto municipal para quienes viven aquí más de cinco años."),
    ("de", "Anlaufstelle bei Rassismus, die nicht zur Stadtverwaltung gehört."),
    ("de", "Rassismus im Alltag melden können, anonym und in der eigenen Sprache."),
    ("de", "Einbürgerung: Wartezeiten verkürzen, den Stand im Internet zeigen."),
    ("de", "Termine in der Ausländerbehörde auch ohne Internet bekommen."),
    ("de", "Briefe der Verwaltung in Leichter Sprache."),
    ("ti", "ወረቓቕቲ ናይ ምምሕዳር ብቐሊል ቋንቋ ይጽሓፉ።"),
    ("pl", "Potrzebna bezpłatna porada prawna w sprawie pobytu, bez kolejek."),
)

NAMES: Final[Mapping[int, Said]] = {
    2: Said.of(de="Deutsch lernen", en="Learning German", ar="تعلّم الألمانية"),
    12: Said.of(
        de="Arbeit und Abschlüsse", en="Work and diplomas", ar="العمل والشهادات"
    ),
    23: Said.of(
        de="Gesundheit verstehen",
        en="Understanding health care",
        ar="فهم الرعاية الصحية",
    ),
    34: Said.of(de="Mitbestimmen", en="Having a say", ar="المشاركة في القرار"),
}
"""Names for the clusters in which these cards lie."""

MERGED: Final = (1, 0)
"""The first card says the same as the second."""

TWO_TOPICS: Final = (2, 8)
"""The first card belongs where the second lies, too."""

SUMMARY: Final = Said.of(
    de="Kurse, die man mit Arbeit und Kindern besuchen kann.",
    en="Courses that can be attended beside work and children.",
    ar="دورات يمكن حضورها إلى جانب العمل ورعاية الأطفال.",
)
