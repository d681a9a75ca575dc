"""
Is every sentence translated into every language, with the right values in it?

`python -m lip.words.checking` prints what is wrong and exits with 1.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from lip.words.catalogues import FOLDER
from lip.words.extracting import catalogue_of, is_filled, said

_VALUE = re.compile(r"%\((\w+)\)s")


def mistakes(path: Path, sentences: Catalog) -> Iterator[str]:
    """Find the mistakes of one catalogue, each as a sentence for developers."""
    catalog = catalogue_of(path)
    wanted = {(message.id, message.context): message for message in sentences}
    for key, message in wanted.items():
        if not message.id:
            continue
        stored = catalog.get(message.id, message.context)
        if stored is None or not is_filled(stored):
            yield f"{path.stem}: missing {key[0]!r}"
        elif stored.fuzzy:
            yield f"{path.stem}: fuzzy {key[0]!r}"
        else:
            yield from _wrong_values(path.stem, stored)
    for message in catalog:
        if message.id and (message.id, message.context) not in wanted:
            yield f"{path.stem}: said nowhere {message.id!r}"


def _wrong_values(tag: str, message: Message) -> Iterator[str]:
    """A form may leave out the number, but nothing else, and may invent nothing."""
    source = set(_VALUE.findall(" ".join(_texts(message.id))))
    for text in _texts(message.string):
        values = set(_VALUE.findall(text))
        plural = len(_texts(message.id)) > 1
        needed = source - {"num"} if plural else source
        if not needed <= values <= source:
            yield f"{tag}: wrong values in {text!r}"


def _texts(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text or ""] if text is None or isinstance(text, str) else list(text)


def main() -> int:
    """Check all catalogues."""
    sentences, paths = said(), sorted(FOLDER.glob("*.po"))
    found = [one for path in paths for one in mistakes(path, sentences)]
    for one in found:
        print(one)  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
