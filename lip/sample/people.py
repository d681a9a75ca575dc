"""
Invented guests in the scripts of a German city.

Names are common ones of each language, joined by a fixed pattern, so every demo has
the same people; addresses end in example.org (RFC 2606) and nobody is meant.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lip.conference.rules.guest import Guest


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Given and family names of one language."""

    given: Sequence[str]
    family: Sequence[str]


NAMES: Final[Mapping[str, Names]] = {
    "de": Names(
        given=("Annegret", "Jürgen", "Sören", "Bärbel", "Lukas", "Frieda"),
        family=("Müller-Lüdenscheidt", "Weiß", "Großmann", "Schröder", "Krüger"),
    ),
    "tr": Names(
        given=("Ayşe", "İbrahim", "Şirin", "Çağlar", "Gülşen", "Işıl"),
        family=("Yıldız", "Öztürk", "Şahin", "Kılıç", "Güneş"),
    ),
    "ar": Names(
        given=("فاطمة", "محمد", "ليلى", "عبد الرحمن", "نور", "يوسف"),
        family=("الحسن", "الألجاوي", "خليل", "درويش", "العلي"),
    ),
    "fa": Names(
        given=("زهرا", "پرویز", "گلناز", "کیان", "شیرین", "آرش"),
        family=("محمدی", "رضایی", "چگینی", "پاکزاد", "کریمی"),
    ),
    "uk": Names(
        given=("Оксана", "Тарас", "Юлія", "Андрій", "Їлана", "Євген"),
        family=("Шевченко", "Зінченко", "Ґалаґан", "Бондаренко", "Коваль"),
    ),
    "ru": Names(
        given=("Наталья", "Алексей", "Ольга", "Фёдор", "Ирина", "Максим"),
        family=("Иванова", "Щербаков", "Жукова", "Соловьёв", "Громов"),
    ),
    "pl": Names(
        given=("Małgorzata", "Łukasz", "Żaneta", "Paweł", "Święta", "Józef"),
        family=("Wójcik", "Szczęsny", "Dąbrowska", "Łuczak", "Zieliński"),
    ),
    "ku": Names(
        given=("Dilovan", "Şêrîn", "Rojda", "Azad", "Berîvan", "Ciwan"),
        family=("Ronahî", "Çiyayî", "Bêkes", "Baran", "Kurdo"),
    ),
    "vi": Names(
        given=("Thị Hương", "Văn Đức", "Minh Anh", "Quốc Bảo", "Thuỳ Linh"),
        family=("Nguyễn", "Trần", "Phạm", "Đặng", "Lê"),
    ),
    "ti": Names(
        given=("ሰላም", "ዮሃንስ", "ፍረወይኒ", "ተስፋይ", "ሄለን"),
        family=("ገብረመድህን", "ተኽለ", "ሃይለ", "ወልደሚካኤል", "በርሀ"),
    ),
    "fr": Names(
        given=("Aïssatou", "Jean-Noël", "Gaëlle", "Moussa", "Zoé"),
        family=("N'Diaye", "Lefèvre", "D'Almeida", "Traoré", "Gérard"),
    ),
    "sq": Names(
        given=("Vjosa", "Besnik", "Çlirim", "Ëngjëll", "Arta"),
        family=("Kelmendi", "Dervishi", "Hoxhaj", "Krasniqi", "Çela"),
    ),
    "es": Names(
        given=("Íñigo", "María José", "Begoña", "Ángel", "Ximena"),
        family=("Núñez", "García Ibáñez", "Peña", "Muñoz", "Ordóñez"),
    ),
    "en": Names(
        given=("Chinwe", "Sinéad", "Kwame", "Grace", "Liam"),
        family=("O'Connor", "Okafor", "Mensah-Brown", "MacAllister", "Smith"),
    ),
}

ORGANISATIONS: Final = (
    "Beispielverein Brücke e. V.",
    "Frauennetzwerk Musterstadt e. V.",
    "Integrationsbeirat Nord",
    "Landeshauptstadt (Fachbereich Soziales)",
    "Wohlfahrtsverband XY; Beratungsstelle",
    "Jugendforum Vielfalt",
    "Kulturzentrum Seidenstraße",
    "",
)

_ROLES: Final = ("Moderation", "Presse", "Dolmetschen", "Kinderbetreuung")
_DIETS: Final = ("halal", "vegetarisch", "vegan")
_ACCESS: Final = ("Rollstuhlplatz", "Gebärdensprache", "Hörschleife")
_WORKSHOPS: Final = ("I", "II", "III", "IV", "")


def sample_guests(many: int) -> Sequence[Guest]:
    """Name so many guests, always the same ones in the same order."""
    names = _names()
    return [_guest(place, *next(names)) for place in range(1, many + 1)]


def _names() -> Iterator[tuple[str, str, str]]:
    """Go round the languages; no name comes twice among the first 350."""
    turn = 0
    while True:
        for language, names in NAMES.items():
            given = names.given[turn % len(names.given)]
            shift = turn // len(names.given)
            family = names.family[(turn + shift) % len(names.family)]
            yield language, given, family
        turn += 1


def _guest(place: int, language: str, given: str, family: str) -> Guest:
    one_name = place % 67 == 0
    return Guest(
        given_name=given,
        family_name="" if one_name else family,
        badge_name=given if place % 23 == 0 else "",
        organisation=ORGANISATIONS[place % len(ORGANISATIONS)],
        role=_ROLES[place // 25 % len(_ROLES)] if place % 25 == 0 else "",
        email="" if place % 4 == 0 else f"gast{place:03}@example.org",
        phone=f"+49 511 9990{place:03}" if place % 3 == 0 else "",
        language=language,
        spoken_languages=_spoken(place, language),
        interpreting=(language,) if language != "de" and place % 3 == 1 else (),
        childcare=place % 3 if place % 11 == 0 else 0,
        access=_ACCESS[place % 3] if place % 13 == 0 else "",
        diet=_DIETS[place % 3] if place % 2 else "",
        workshop=_WORKSHOPS[place % 5],
        may_vote=place % 6 == 0,
        note="kommt erst ab 15 Uhr" if place % 29 == 0 else "",
    )


def _spoken(place: int, language: str) -> tuple[str, ...]:
    further = ("de",) if place % 3 else ("de", "en")
    return (language, *(tag for tag in further if tag != language))
