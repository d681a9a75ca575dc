"""What a copy without a server searches in: pages with the stems of their words."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from lip.publishing.queries.search import Hit
from lip.publishing.rules.copying import Pages
from lip.publishing.rules.searching import forms, stems

_SHOWN: Final = 240
"""So many signs of a page stand below its title."""


def index_of(documents: Iterable[Hit], pages: Pages, language: str) -> bytes:
    """
    List the pages that the copy holds, and the stem of each word that is found there.

    A script cannot stem; it looks a word up in `forms`. Files are named as seen from
    the folder of a language, which is the same for all of them.
    """
    there = list(_listed(documents, pages, language))
    known: dict[str, set[str]] = defaultdict(set)
    for one, _ in there:
        for word, stem in forms(f"{one.title} {one.text}", one.language):
            known[word].add(stem)
    index = {
        "pages": [_page(one, file) for one, file in there],
        "forms": {word: " ".join(sorted(known[word])) for word in sorted(known)},
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def _listed(
    documents: Iterable[Hit], pages: Pages, language: str
) -> Iterator[tuple[Hit, str]]:
    for one in documents:
        path, sign, part = one.path.partition("#")
        file = pages.get(f"/{language}{path}")
        if file:
            yield one, file.removeprefix(f"{language}/") + sign + part


def _page(one: Hit, file: str) -> Mapping[str, Any]:
    title = stems(one.title, one.language)
    return {
        "file": file,
        "title": one.title,
        "lang": one.language,
        "kind": one.kind.value,
        "text": one.text[:_SHOWN],
        "head": " ".join(title),
        "stems": " ".join(sorted({*title, *stems(one.text, one.language)})),
    }
