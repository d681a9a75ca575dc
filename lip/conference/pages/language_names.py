"""Languages by the names that the reader of a page knows them by, and back."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from lip.conference.rules.guest import UNDETERMINED
from lip.conference.rules.languages import OFFERED, language_tag
from lip.conference.rules.names import fold, sort_key
from lip.words import _, current_language, language_of

_BETWEEN = re.compile(r"[,;/\n،؛]")


def said_language(tag: str) -> str:
    """Name a language in the language of the page."""
    if tag == UNDETERMINED:
        return _("Sprache noch offen")
    return _names(current_language()).get(tag) or language_of(tag).name


def said_languages(tags: tuple[str, ...]) -> str:
    """Name several languages, divided by commas."""
    return ", ".join(map(said_language, tags))


def languages_offered(*present: str) -> list[tuple[str, str]]:
    """List the languages of a form by name, those that are in use already too."""
    tags = dict.fromkeys([*OFFERED, *filter(None, present)])
    named = [(tag, said_language(tag)) for tag in tags]
    return sorted(named, key=lambda pair: sort_key(pair[1], current_language()))


def read_languages(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read names of languages as the page shows them, and say which are unknown."""
    known = _known(current_language())
    words = [word.strip() for word in _BETWEEN.split(text) if word.strip()]
    found = {word: known.get(fold(word)) or language_tag(word) for word in words}
    tags = dict.fromkeys(tag for tag in found.values() if tag)
    return tuple(tags), tuple(word for word, tag in found.items() if not tag)


@cache
def _names(page_language: str) -> Mapping[str, str]:
    return Locale.parse(page_language, sep="-").languages


@cache
def _known(_page_language: str) -> Mapping[str, str]:
    return {fold(said_language(tag)): tag for tag in (*OFFERED, UNDETERMINED)}
