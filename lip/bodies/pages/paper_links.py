"""Numbers of council papers in texts, made links where everybody can read them."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from markupsafe import Markup, escape

from lip.bodies.rules.references import references_in
from lip.web.deps import now as clock
from lip.web.page import AnyRequest
from lip.web.visit import visit_of

_TAG: Final = re.compile(r"(<[^>]*>)")
_CLOSED: Final = ("a", "code", "pre")


async def linked(request: AnyRequest, html: Markup) -> Markup:
    """Link the numbers of papers in HTML that was made from a text."""
    named = {
        one.reference
        for words, free in _pieces(html)
        if free
        for one in references_in(words)
    }
    if not named:
        return html
    paths: Mapping[str, str] = await request.app.state.paper_paths(named, now=clock())
    prefix = visit_of(request).prefix
    return with_links(html, {one: prefix + path for one, path in paths.items()})


def with_links(html: Markup, paths: Mapping[str, str]) -> Markup:
    """
    Link the numbers of papers whose path is known; words in links stay as they are.

    >>> str(with_links(Markup("<p>DS 1/2016 &amp; 2</p>"), {"1/2016": "/papers/x"}))
    '<p>DS <a href="/papers/x">1/2016</a> &amp; 2</p>'
    """
    if not paths:
        return html
    made = (_linked(one, paths) if free else one for one, free in _pieces(html))
    return Markup("".join(made))  # noqa: S704 - pieces of what was safe before


def _pieces(html: Markup) -> Iterator[tuple[str, bool]]:
    """Part HTML into tags and words; tell which words may hold links."""
    within = 0
    for piece in _TAG.split(str(html)):
        if piece.startswith("<"):
            name = piece.strip("</> ").split(" ", 1)[0].lower()
            if name in _CLOSED:
                within += -1 if piece.startswith("</") else 1
            yield piece, False
        elif piece:
            yield piece, within == 0


def _linked(words: str, paths: Mapping[str, str]) -> str:
    made, end = [], 0
    for one in references_in(words):
        if path := paths.get(one.reference):
            number = words[one.start : one.end]
            made += [words[end : one.start], f'<a href="{escape(path)}">{number}</a>']
            end = one.end
    return "".join([*made, words[end:]])
