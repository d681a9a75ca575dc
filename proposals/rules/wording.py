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
    """Cut a word to what its forms share, roughly, in languages of Latin letters."""
    plain = _without_accents(word.casefold())
    for _ in range(2):
        for ending in _ENDINGS:
            if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST_STEM:
                plain = plain.removesuffix(ending)
                break
    return plain


def commonest(forms: Iterable[str]) -> str:
    """Choose the commonest form of a word; on ties the shorter, then the earlier."""
    counts: dict[str, int] = {}
    for form in forms:
        counts[form] = counts.get(form, 0) + 1
    return min(counts, key=lambda form: (-counts[form], len(form), form))


def _without_accents(text: str) -> str:
    parted = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
