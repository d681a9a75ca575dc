"""Search in all that is public."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final
from urllib.parse import urlencode

from litestar import Router, get
from litestar.response import Template

from lip.publishing.queries.search import ON_A_PAGE, Hit, Hits, Words, found
from lip.publishing.rules.searching import LONGEST_QUERY, Found, excerpt, wanted
from lip.subjects import SubjectKind
from lip.web.page import AnyRequest, page
from lip.web.subject_words import KIND_WORDS
from lip.web.visit import visit_of
from lip.words import N_, _, current_language

FARTHEST: Final = 500
"""The last page that can be asked for."""

_ALL: Final = N_("Alles")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What was found, as the page shows it."""

    word: str
    path: str
    language: str
    title: Sequence[Found]
    excerpt: Sequence[Found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A kind that the list can be narrowed to, and how many there are."""

    word: str
    many: int
    path: str
    chosen: bool


@get("/", name="search.show")
async def show_search(request: AnyRequest) -> Template:
    """Find pages by words; without words the page only asks."""
    query = request.query_params.get("q", "")[:LONGEST_QUERY].strip()
    kind = _kind(request.query_params.get("kind", ""))
    number = _number(request.query_params.get("page", "1"))
    words = wanted(query, list(dict.fromkeys((current_language(), "de"))))
    hits = await found(words, language=current_language(), kind=kind, page=number)
    path = visit_of(request).prefix + request.app.route_reverse("search.show")
    return page(
        request,
        "publishing/search.html",
        query=query,
        kind=kind.value if kind else "",
        kinds=json.dumps({one.value: _(word) for one, word in KIND_WORDS.items()}),
        hits=[_shown(request, one, words) for one in hits.hits],
        total=hits.total,
        choices=_choices(hits, path, query, kind),
        pages=(pages := ceil(hits.total / ON_A_PAGE)),
        number=number,
        around=[
            _address(path, query, kind, other) if 1 <= other <= pages else ""
            for other in (number - 1, number + 1)
        ],
    )


def _shown(request: AnyRequest, hit: Hit, words: Words) -> Shown:
    return Shown(
        word=KIND_WORDS[hit.kind],
        path=visit_of(request).prefix + hit.path,
        language=hit.language,
        title=excerpt(hit.title, hit.language, words, length=300),
        excerpt=excerpt(hit.text, hit.language, words),
    )


def _choices(
    hits: Hits, path: str, query: str, kind: SubjectKind | None
) -> Sequence[Choice]:
    if len(hits.by_kind) < 2 and kind is None:
        return ()
    everything = Choice(
        word=_ALL,
        many=sum(hits.by_kind.values()),
        path=_address(path, query, None, 1),
        chosen=kind is None,
    )
    return (
        everything,
        *(
            Choice(
                word=KIND_WORDS[one],
                many=hits.by_kind[one],
                path=_address(path, query, one, 1),
                chosen=one is kind,
            )
            for one in SubjectKind
            if one in hits.by_kind
        ),
    )


def _address(path: str, query: str, kind: SubjectKind | None, number: int) -> str:
    fields: Mapping[str, str | int] = {"q": query}
    if kind:
        fields = {**fields, "kind": kind.value}
    if number > 1:
        fields = {**fields, "page": number}
    return f"{path}?{urlencode(fields)}"


def _kind(text: str) -> SubjectKind | None:
    return SubjectKind(text) if text in set(SubjectKind) else None


def _number(text: str) -> int:
    digits = text.isascii() and text.isdigit() and len(text) < 6
    return max(1, min(int(text), FARTHEST)) if digits else 1


router = Router(path="/search", route_handlers=[show_search], include_in_schema=False)
