"""
Bring the catalogues up to date with the sentences in the sources.

`python -m lip.words.extracting` reads every Python file and template, adds what is
new to each `lip/words/po/*.po`, and drops what is said no more. German is the source:
its catalogue repeats each sentence.
"""

from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from lip.words.catalogues import FOLDER, SOURCE

BEGINNING = datetime(2026, 11, 22, tzinfo=UTC)
"""A fixed date in all headers: the history of the files says the rest."""

ROOT = Path(__file__).parents[2]
AREAS = ("lip", "proposals", "elections")
METHODS = [("**/templates/**.html", "jinja2"), ("**.py", "python")]
OPTIONS = {"**/templates/**.html": {"newstyle_gettext": "true", "silent": "false"}}
KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}


def said() -> Catalog:
    """Gather every sentence that the sources say."""
    catalog = Catalog(charset="utf-8")
    for area in AREAS:
        found = extract_from_dir(
            ROOT / area,
            method_map=METHODS,
            options_map=OPTIONS,
            keywords=KEYWORDS,
        )
        for filename, _line, message, comments, context in found:
            place = [(f"{area}/{filename}", 0)]
            catalog.add(message, None, place, user_comments=comments, context=context)
    return catalog


def catalogue_of(path: Path) -> Catalog:
    """Read one catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem.replace("-", "_"))


def update(path: Path, sentences: Catalog) -> int:
    """Bring one catalogue up to date; return how many sentences it lacks."""
    catalog = catalogue_of(path)
    catalog.update(
        deepcopy(sentences), no_fuzzy_matching=True, update_creation_date=False
    )
    catalog.obsolete.clear()
    catalog.creation_date = catalog.revision_date = BEGINNING
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = "LIP"
    for message in catalog:
        if message.id and path.stem == SOURCE:
            _repeat(message)
    with path.open("wb") as file:
        write_po(
            file,
            catalog,
            width=88,
            no_location=True,
            sort_output=True,
            ignore_obsolete=True,
            omit_header=False,
        )
    return sum(bool(message.id) and not is_filled(message) for message in catalog)


def _repeat(message: Message) -> None:
    message.string = message.id


def is_filled(message: Message) -> bool:
    """Tell whether a message has a translation in all its forms."""
    if isinstance(message.string, (tuple, list)):
        return all(message.string)
    return bool(message.string)


def main() -> None:
    """Update all catalogues and say what is missing."""
    sentences = said()
    for path in sorted(FOLDER.glob("*.po")):
        print(f"{path.stem}: {update(path, sentences)} missing")  # noqa: T201


if __name__ == "__main__":
    main()
