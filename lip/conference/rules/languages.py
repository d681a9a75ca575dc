"""
Languages as people write them in a list, and the tags that they mean.

Tags are BCP 47 without region or script: ISO 639-1 where it has one, else 639-3.
The names cover what is spoken at conferences; any other language can be given by its
two-letter code.
"""

import re
from collections.abc import Mapping

from lip.conference.rules.names import fold

_NAMES: Mapping[str, str] = {
    "am": "Amharisch/Amharic/አማርኛ",
    "ar": "Arabisch/Arabic/العربية/عربي",
    "az": "Aserbaidschanisch/Azerbaijani/Azərbaycan",
    "be": "Belarussisch/Weißrussisch/Belarusian/Беларуская",
    "bg": "Bulgarisch/Bulgarian/Български",
    "bn": "Bengalisch/Bengali/Bangla/বাংলা",
    "bs": "Bosnisch/Bosnian/Bosanski",
    "cs": "Tschechisch/Czech/Čeština",
    "ckb": "Sorani/Zentralkurdisch/Kurdisch Sorani/Kurdisch (Sorani)/سۆرانی",
    "da": "Dänisch/Danish/Dansk",
    "de": "Deutsch/German/Allemand/Almanca/Deutsche Sprache/DEU/GER",
    "el": "Griechisch/Greek/Ελληνικά",
    "en": "Englisch/English/ENG",
    "es": "Spanisch/Spanish/Español/Castellano",
    "et": "Estnisch/Estonian",
    "fa": "Persisch/Farsi/Persian/Parsi/فارسی",
    "prs": "Dari/دری",
    "ff": "Fula/Fulani/Pulaar",
    "fi": "Finnisch/Finnish/Suomi",
    "fr": "Französisch/French/Français",
    "gsg": "DGS/Deutsche Gebärdensprache/Gebärdensprache/Sign language",
    "gu": "Gujarati",
    "ha": "Hausa",
    "he": "Hebräisch/Hebrew/Iwrit/עברית",
    "hi": "Hindi/हिन्दी",
    "hr": "Kroatisch/Croatian/Hrvatski",
    "hu": "Ungarisch/Hungarian/Magyar",
    "hy": "Armenisch/Armenian/Հայերեն",
    "id": "Indonesisch/Indonesian/Bahasa Indonesia",
    "it": "Italienisch/Italian/Italiano",
    "ja": "Japanisch/Japanese/日本語",
    "ka": "Georgisch/Georgian/ქართული",
    "kk": "Kasachisch/Kazakh",
    "ko": "Koreanisch/Korean/한국어",
    "ku": "Kurdisch/Kurdish/Kurmanci/Kurmancî/Kurmandschi/Kurmandji/Kurdî/KMR/"
    "Kurdisch (Kurmancî)/Kurdisch Kurmanci",
    "zza": "Zazaki/Zaza/Kirmancki/Dimli",
    "ky": "Kirgisisch/Kyrgyz",
    "lt": "Litauisch/Lithuanian",
    "lv": "Lettisch/Latvian",
    "mk": "Mazedonisch/Macedonian/Македонски",
    "mn": "Mongolisch/Mongolian",
    "ms": "Malaiisch/Malay",
    "ne": "Nepali/Nepalesisch",
    "nl": "Niederländisch/Holländisch/Dutch/Nederlands",
    "no": "Norwegisch/Norwegian/Norsk",
    "om": "Oromo/Oromiffa/Afaan Oromoo",
    "pa": "Punjabi/Panjabi",
    "pl": "Polnisch/Polish/Polski",
    "ps": "Paschtu/Paschto/Pashto/Pashtu/پښتو",
    "pt": "Portugiesisch/Portuguese/Português",
    "rom": "Romanes/Romani/Romanesisch",
    "ro": "Rumänisch/Moldauisch/Romanian/Română",
    "ru": "Russisch/Russian/Русский",
    "si": "Singhalesisch/Sinhala",
    "sk": "Slowakisch/Slovak/Slovenčina",
    "sl": "Slowenisch/Slovenian/Slovenščina",
    "so": "Somali/Somalisch/Soomaali",
    "sq": "Albanisch/Albanian/Shqip/Kosovarisch",
    "sr": "Serbisch/Serbian/Srpski/Српски",
    "sv": "Schwedisch/Swedish/Svenska",
    "sw": "Swahili/Suaheli/Kiswahili",
    "syr": "Aramäisch/Assyrisch/Suryoyo/Aramaic",
    "ta": "Tamil/Tamilisch/தமிழ்",
    "tg": "Tadschikisch/Tajik",
    "th": "Thai/Thailändisch/ไทย",
    "ti": "Tigrinya/Tigrinisch/Tigrigna/ትግርኛ",
    "tk": "Turkmenisch/Turkmen",
    "tl": "Tagalog/Filipino",
    "tr": "Türkisch/Turkish/Türkçe",
    "tw": "Twi/Akan",
    "ug": "Uigurisch/Uyghur",
    "uk": "Ukrainisch/Ukrainian/Українська/UKR/UA",
    "ur": "Urdu/اردو",
    "uz": "Usbekisch/Uzbek",
    "vi": "Vietnamesisch/Vietnamese/Tiếng Việt",
    "wo": "Wolof",
    "yo": "Yoruba",
    "zh": "Chinesisch/Mandarin/Chinese/中文",
}

OFFERED: tuple[str, ...] = tuple(_NAMES)
"""The languages that a form offers."""

_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs "
    "cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv "
    "ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl "
    "km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt "
    "my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru "
    "rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn "
    "to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)

_TAGS: Mapping[str, str] = {
    **{tag: tag for tag in _TWO_LETTERS.split()},
    **{tag: tag for tag in _NAMES},
    **{fold(name): tag for tag, names in _NAMES.items() for name in names.split("/")},
}

_BETWEEN = re.compile(r"\s*(?:[,;/|+&\n]|\bund\b|\band\b|\boder\b)\s*", re.IGNORECASE)
_WITH_REGION = re.compile(r"([a-z]{2,3})[-_][A-Za-z]{2,4}(?:[-_][A-Za-z]{2})?")


def language_tag(text: str) -> str | None:
    """
    Find the tag that a word for a language means, or None.

    >>> language_tag("Kurmancî"), language_tag("de-DE"), language_tag("Klingonisch")
    ('ku', 'de', None)
    """
    if with_region := _WITH_REGION.fullmatch(text.strip()):
        text = with_region[1]
    return _TAGS.get(fold(text))


def language_tags(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """
    Cut a list of languages into tags and the words that mean none.

    >>> language_tags("Arabisch, Deutsch und Klingonisch")
    (('ar', 'de'), ('Klingonisch',))
    """
    if whole := language_tag(text):
        return (whole,), ()
    found: dict[str, None] = {}
    unknown: list[str] = []
    for word in filter(None, _BETWEEN.split(text.strip())):
        tag = language_tag(word)
        if tag is None:
            unknown.append(word)
        else:
            found[tag] = None
    return tuple(found), tuple(unknown)
