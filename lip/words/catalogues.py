"""
The catalogues: one `.po` file per language, read as it lies.

Adding a language is adding one file to `lip/words/po`; nothing else names it.
"""

import gettext
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent / "po"
SOURCE = "de"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language of the interface; `tag` is its BCP 47 tag."""

    tag: str
    name: str
    direction: str


_UNKNOWN_TO_CLDR: Mapping[str, tuple[str, str]] = {
    "gsg": ("Deutsche Gebärdensprache", "ltr"),
    "prs": ("دری", "rtl"),
    "rom": ("Romani", "ltr"),
    "zza": ("Zazaki", "ltr"),
}


@lru_cache(maxsize=1024)  # every page asks for its own
def language_of(tag: str) -> Language:
    """Describe a language in its own words, also one without a catalogue."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        name, direction = _UNKNOWN_TO_CLDR.get(tag, (tag, "ltr"))
        return Language(tag=tag, name=name, direction=direction)
    return Language(
        tag=tag,
        name=(locale.get_display_name() or tag).split(" (")[0],
        direction=locale.text_direction,
    )


def _present() -> Mapping[str, Language]:
    tags = sorted(path.stem for path in FOLDER.glob("*.po"))
    tags.sort(key=lambda tag: tag != SOURCE)
    return {tag: language_of(tag) for tag in tags}


LANGUAGES: Mapping[str, Language] = _present()
"""The languages with a catalogue, German first."""


def spoken(*tags: str) -> str:
    """Give a language that we speak: the first of these, or German."""
    return next((tag for tag in tags if tag in LANGUAGES), SOURCE)


@cache
def catalogue(tag: str) -> gettext.NullTranslations:
    """Read the catalogue of a language once per process."""
    if tag not in LANGUAGES:
        return gettext.NullTranslations()
    with (FOLDER / f"{tag}.po").open("rb") as file:
        entries = read_po(file, locale=tag.replace("-", "_"))
    compiled = io.BytesIO()
    write_mo(compiled, entries)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
