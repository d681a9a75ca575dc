"""
How words are found again: the same word in another form, or in another spelling.

Words of a text become stems (Snowball; Porter 2001, http://snowball.tartarus.org).
Forms that name all genders are read as one word: "Migrant*innen", "MigrantInnen",
"Migrant:innen" and "Migrantinnen" have the stem of "Migranten".
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

import snowballstemmer

LONGEST_QUERY: Final = 200
MOST_WORDS: Final = 12

_STEMMERS: Final[Mapping[str, str]] = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "tr": "turkish",
}
_MARKS: Final = "\u0300-\u036f\u0640\u064b-\u065f\u0670"
_WORD: Final = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*(?:[*:_/·]-?[iI]n(?:nen)?\b)?")
_UNREAD: Final = re.compile("[\u0640\u064b-\u065f\u0670]")
_SIGN: Final = re.compile(r"[*:_/·]-?(?=[iI]n)")
_CAPITAL: Final = re.compile(r"(?<=[a-zäöüß])In(?=nen\b|\b)")
_FEMALE: Final = re.compile(
    r"(?<=[a-zäöüß]{3})innen$|(?<=ant|ent|ist|eur|log|tor)in$|(?<=[^a]er)in$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of text, and whether it is one of the words that were looked for."""

    text: str
    marked: bool


def stems(text: str, language: str) -> list[str]:
    """
    Give the stems of all words in their order.

    >>> stems("Migrant*innen und MigrantInnen", "de")
    ['migrant', 'und', 'migrant']
    """
    found = (stem_of(word[0], language) for word in _WORD.finditer(text))
    return [stem for stem in found if stem]


@lru_cache(maxsize=65_536)
def stem_of(word: str, language: str) -> str:
    """Give the stem of one word, as it stands in the index."""
    kind = language.split("-", maxsplit=1)[0]
    joined = _CAPITAL.sub("in", _SIGN.sub("", word))
    small = _UNREAD.sub("", unicodedata.normalize("NFKC", joined).casefold())
    if kind == "de":
        small = _without_gender(small)
    return _plain(_stemmed(small, kind)) or _plain(small)


def spelt(word: str) -> str:
    """
    Write a word as scripts compare it: one sign for all spellings, but not its stem.

    >>> spelt("Migrant*innen"), spelt("MigrantInnen"), spelt("Häuser")
    ('migrantinnen', 'migrantinnen', 'hauser')
    """
    return _plain(_UNREAD.sub("", _CAPITAL.sub("in", _SIGN.sub("", word))))


def forms(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Give each word that looks otherwise than its stem, with its stem."""
    for found in _WORD.finditer(text):
        word, stem = spelt(found[0]), stem_of(found[0], language)
        if word and stem and word != stem:
            yield word, stem


def _stemmed(word: str, kind: str) -> str:
    """Stem again until nothing changes, so that every form ends at the same."""
    stemmer = _stemmer(kind)
    if stemmer is None:
        return word
    for _ in range(3):
        before, word = word, stemmer.stemWord(word)
        if word == before:
            break
    return word


def _plain(word: str) -> str:
    """Leave letters and digits, as an index keeps them."""
    return "".join(sign for sign in folded(word) if sign.isalnum())


def _without_gender(word: str) -> str:
    """Leave the form that stands for all, or its plural where that is shorter."""
    bare = _FEMALE.sub("", word)
    return bare if bare == word or bare.endswith("er") else f"{bare}en"


def folded(word: str) -> str:
    """
    Write a word small and without accents, for who cannot type them.

    >>> folded("Çınar"), folded("Straße")
    ('cinar', 'strasse')
    """
    small = word.casefold().replace("ı", "i").replace("ß", "ss")
    parts = unicodedata.normalize("NFKD", small)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def wanted(query: str, languages: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """
    Say what a page must hold: of every word typed one of its stems, or how it begins.

    `languages` are those that the words may be of; at most twelve words count.
    """
    words = [word[0] for word in _WORD.finditer(query[:LONGEST_QUERY])][:MOST_WORDS]
    stemmed = [[stem_of(word, language) for language in languages] for word in words]
    options = [tuple(dict.fromkeys(filter(None, one))) for one in stemmed]
    return tuple(one for one in options if one)


def excerpt(
    text: str,
    language: str,
    words: Sequence[Sequence[str]],
    *,
    length: int = 240,
) -> Sequence[Found]:
    """Cut out where a text says what was looked for, with its words marked."""
    hits = list(_hits(text, language, words))
    start = max(0, hits[0][0] - length // 4) if hits else 0
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(text), start + length)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + length // 2)
    pieces, at = [Found("… ", marked=False)] if start else [], start
    for first, last in hits:
        if first < at or last > end:
            continue
        pieces += [Found(text[at:first], marked=False), Found(text[first:last], True)]
        at = last
    pieces.append(Found(text[at:end] + (" …" if end < len(text) else ""), False))
    return [piece for piece in pieces if piece.text]


def _hits(
    text: str, language: str, words: Sequence[Sequence[str]]
) -> Iterator[tuple[int, int]]:
    beginnings = tuple(stem for options in words for stem in options)
    if not beginnings:
        return
    for word in _WORD.finditer(text):
        if stem_of(word[0], language).startswith(beginnings):
            yield word.span()


@cache
def _stemmer(kind: str) -> Any:
    name = _STEMMERS.get(kind)
    return snowballstemmer.stemmer(name) if name else None
