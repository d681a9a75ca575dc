"""Cleans and splits the text of a proposal; knows no model."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST_READ = 2000  # letters; what a proposal is about is said by then

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ENDINGS = ("ern", "est", "en", "em", "er", "es", "et", "st", "e", "n", "s", "t")
_SHORTEST_STEM = 4
_TURKISH = (
    *("larının", "lerinin", "larında", "lerinde", "larını", "lerini", "larına"),
    *("lerine", "ların", "lerin", "ları", "leri", "lara", "lere", "larda", "lerde"),
    *("lardan", "lerden", "lar", "ler", "ının", "inin", "unun", "ünün", "nın", "nin"),
    *("nun", "nün", "ında", "inde", "unda", "ünde", "ndan", "nden"),
)
_CYRILLIC = (
    *("ость", "ости", "ість", "ості", "ься", "тся", "лась", "лись", "ами", "ями"),
    *("ого", "его", "ому", "ему", "ыми", "ими", "ими", "ая", "яя", "ое", "ее", "ие"),
    *("ые", "ой", "ей", "ий", "ый", "ій", "ої", "ою", "ею", "ах", "ях", "ам", "ям"),
    *("ом", "ем", "ів", "ов", "ев", "ую", "юю", "их", "ых", "ла", "ли", "ло", "ся"),
    *("ть", "в", "а", "я", "о", "е", "у", "ю", "и", "і", "ы", "ь", "ї", "є", "й"),
)
_ARABIC_FIRST = ("وال", "بال", "كال", "فال", "لل", "ال")
_ARABIC_LAST = ("های", "ية", "ها", "ات", "ان", "ون", "ين", "یی", "ة", "ه", "ي", "ی")
_SHORTEST_ARABIC = 3


def clean(text: str) -> str:
    """Bring a text to plain words: no tags, addresses, unseen signs, endless length."""
    text = unicodedata.normalize("NFKC", text[: 4 * LONGEST_READ])
    text = _ADDRESS.sub(" ", _TAG.sub(" ", text))
    text = "".join(
        " " if unicodedata.category(letter) in {"Cc", "Zl", "Zp"} else letter
        for letter in text
        if unicodedata.category(letter) not in {"Cf", "Cs", "Co", "Cn"}
    )
    return _BLANKS.sub(" ", text).strip()[:LONGEST_READ]


def words(text: str) -> list[str]:
    """Split a clean text into its words as they were written."""
    return _WORD.findall(text)


def stem(word: str) -> str:
    """Cut a word to what its forms share, roughly: Latin, Cyrillic, Arabic letters."""
    plain = word.casefold()
    if "\u0400" <= plain[:1] <= "\u04ff":
        return _cut(_cut(plain, _CYRILLIC), _CYRILLIC)
    if "\u0600" <= plain[:1] <= "\u06ff":
        return _without_article(plain)
    plain = _without_accents(_cut(plain, _TURKISH))
    return _cut(_cut(plain, _ENDINGS), _ENDINGS)


def _cut(word: str, endings: Iterable[str], shortest: int = _SHORTEST_STEM) -> str:
    """Take the first ending that leaves enough of a word."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word.removesuffix(ending)
    return word


def _without_article(word: str) -> str:
    """Cut an Arabic or Persian word at both ends."""
    for first in _ARABIC_FIRST:
        if word.startswith(first) and len(word) - len(first) >= _SHORTEST_ARABIC:
            word = word.removeprefix(first)
            break
    return _cut(word, _ARABIC_LAST, _SHORTEST_ARABIC)


def commonest(forms: Iterable[str]) -> str:
    """Choose the commonest form of a word; on ties the shorter, then the earlier."""
    counts: dict[str, int] = {}
    for form in forms:
        counts[form] = counts.get(form, 0) + 1
    return min(counts, key=lambda form: (-counts[form], len(form), form))


def _without_accents(text: str) -> str:
    parted = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
