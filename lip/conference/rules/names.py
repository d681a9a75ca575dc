"""
Names in any script: how they are shown, found and sorted.

A search key is made once when a name is stored; a query is cut into folded words,
and a name is found when each word is part of the key.

>>> search_words("O'CONNOR müller")
('oconnor', 'muller')
>>> all(word in search_key("O'Connor-Mueller") for word in search_words("Müller"))
True
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from lip.conference.rules.guest import display_name

__all__ = [
    "display_name",
    "fold",
    "search_key",
    "search_words",
    "sort_key",
    "twin_key",
]

_JOINERS = "'’‘ʼʻ`´ʹʾʿ׳\u0640\u200b\u200c\u200d\u00ad\ufeffء"
_LETTERS = str.maketrans(
    {
        **dict.fromkeys(_JOINERS, ""),
        "ı": "i",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ə": "e",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ے": "ي",
        "ک": "ك",
        "ة": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ە": "ه",
        "ۀ": "ه",
        "ß": "ss",
    },
)
_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"},
)
_REDUCED = re.compile(r"([aou])e")
_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum()}


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """
    Strip a text down to what people type when they search for it.

    Case, accents, script-specific doubles (Ş and s, ı and i, ß and ss, the two Arabic
    yehs), apostrophes, joiners and vowel points fall away; other punctuation becomes
    a single space; digits of any script become Latin.

    >>> fold("Şilan-Íñigo O’Connor")
    'silan inigo oconnor'
    """
    folded = _fold_once(text)
    while (again := _fold_once(folded)) != folded:
        folded = again
    return folded


def _fold_once(text: str) -> str:
    if text.isascii():
        letters = text.casefold().replace("'", "").replace("`", "")
    else:
        plain = text.casefold().translate(_LETTERS)
        decomposed = unicodedata.normalize("NFKD", plain).casefold()
        letters = decomposed.translate(_LETTERS)
    if letters.isascii():
        return " ".join(letters.translate(_BLANKS).split())
    return " ".join("".join(_kept(letters)).split())


def _kept(letters: str) -> Iterator[str]:
    for letter in letters:
        if letter.isascii():
            yield letter if letter.isalnum() else " "
            continue
        category = unicodedata.category(letter)
        if category == "Nd":
            yield str(unicodedata.decimal(letter))
        elif category[0] in "LN" or category == "Mc":
            yield letter
        elif category[0] not in "MC" or category == "Cc":
            yield " "


def search_key(*parts: str) -> str:
    """
    Write everything under which a person may be looked for.

    Holds the folded parts, the German spelling with ae, oe, ue, the spelling without
    those, and all of it without spaces, so that "mueller" finds Müller, "müller"
    finds Mueller, and "علیرضا" finds علی رضا.
    """
    plain = " ".join(parts)
    folded = fold(plain)
    german = fold(unicodedata.normalize("NFC", plain).casefold().translate(_GERMAN))
    spellings = [folded, german, _REDUCED.sub(r"\1", folded)]
    spellings += [fold(part).replace(" ", "") for part in parts if " " in fold(part)]
    return " ".join(dict.fromkeys(spellings)).strip()


def search_words(query: str) -> tuple[str, ...]:
    """Cut what someone typed into the words that must all be found."""
    return tuple(dict.fromkeys(fold(query).split()))


def twin_key(name: str) -> str:
    """
    Reduce a name so far that the same person written differently agrees.

    >>> twin_key("Müller, Anna") == twin_key("Anna Mueller")
    True
    """
    return " ".join(sorted(_REDUCED.sub(r"\1", fold(name)).split()))


_AFTER = "\U0010fffd"  # sorts after every letter
_ALPHABETS = {
    "tr": "ç:c ğ:g ı:h ö:o ş:s ü:u",
    "az": "ç:c ə:e ğ:g ı:h ö:o ş:s ü:u",
    "ku": "ç:c ê:e î:i ş:s û:u",
    "pl": "ą:a ć:c ę:e ł:l ń:n ó:o ś:s ź:z ż:z",
    "es": "ñ:n",
    "sq": "ç:c ë:e",
    "hr": "č:c ć:c đ:d š:s ž:z",
    "bs": "č:c ć:c đ:d š:s ž:z",
    "sr": "č:c ć:c đ:d š:s ž:z",
    "cs": "č:c ř:r š:s ž:z",
    "ro": "ă:a â:a î:i ș:s ț:t",
    "vi": "ă:a â:a đ:d ê:e ô:o ơ:o ư:u",
    "sv": "å:z ä:z ö:z",
    "uk": "ґ:г є:е і:и ї:и й:и",
    "ru": "й:и",
    "fa": "پ:ب چ:ج ژ:ز گ:ك",
    "ckb": "پ:ب چ:ج ژ:ز گ:ك",
}
"""Letters of their own, each behind the letter that it follows in its alphabet."""


def sort_key(name: str, language: str = "de") -> str:
    """
    Write a name so that comparing by code point sorts it as its language does.

    German sorts ä as a (DIN 5007-1); Turkish puts ç behind every c.
    """
    own = _own_letters(language.split("-", maxsplit=1)[0])
    lowered = unicodedata.normalize("NFC", _lowered(name, language))
    written = [own.get(letter) or letter for letter in lowered]
    return " ".join("".join(map(_sorted_piece, written)).split())


@lru_cache(maxsize=4096)
def _sorted_piece(piece: str) -> str:
    if _AFTER in piece:
        return piece
    return fold(piece) or " " * (not piece.isalnum())


def _lowered(name: str, language: str) -> str:
    if language[:2] in {"tr", "az"}:
        name = name.replace("I", "ı").replace("İ", "i")
    return name.casefold()


def _own_letters(language: str) -> dict[str, str]:
    places: dict[str, str] = {}
    for number, pair in enumerate(_ALPHABETS.get(language, "").split(), start=1):
        letter, before = pair.split(":")
        places[letter] = before + _AFTER + str(number)
    return places
