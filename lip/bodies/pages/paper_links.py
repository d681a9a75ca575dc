"""Numbers of council papers in texts, made links where everybody can read them."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from litestar import Response
from litestar.response import Template
from markupsafe import escape

from lip.bodies.rules.references import Found, references_in
from lip.web.deps import now as clock
from lip.web.page import AnyRequest
from lip.web.visit import visit_of

_TAG: Final = re.compile(r"(<[^>]*>)")
_NAME: Final = re.compile(r"</?([a-z0-9]+)")
_CLOSED: Final = frozenset({
    *("a", "button", "code", "nav", "option", "pre", "script", "style", "summary"),
    *("svg", "textarea"),
})
"""What holds no links, or is one."""
_INLINE: Final = frozenset({
    *("a", "b", "bdi", "br", "em", "i", "q", "s", "span", "strong", "sub", "sup"),
})
"""What a sentence runs through; anything else ends it."""
_MAIN: Final = re.compile(r"(<main\b.*</main>)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A tag, or words between two of them; `words` are those that may hold links."""

    html: str
    words: str


async def linked_page(request: AnyRequest, made: Template) -> Response[str]:
    """Draw a page with links on the numbers of papers in all that it says."""
    html = drawn_page(request, made)
    named = numbers_in(html)
    if named:
        html = with_links(html, await paths_to(request, named))
    return Response(html, media_type="text/html; charset=utf-8")


def drawn_page(request: AnyRequest, made: Template) -> str:
    """Draw a page, as it is sent."""
    engine = request.app.template_engine
    assert engine is not None
    template = engine.get_template(str(made.template_name))
    html: str = template.render(**made.context, request=request)
    return html


async def paths_to(request: AnyRequest, named: Collection[str]) -> Mapping[str, str]:
    """Find where papers can be read, by their numbers, in the language of the page."""
    paths: Mapping[str, str] = await request.app.state.paper_paths(named, now=clock())
    prefix = visit_of(request).prefix
    return {one: prefix + path for one, path in paths.items()}


def numbers_in(html: str) -> frozenset[str]:
    """Name the papers that a page speaks of, without those that are links already."""
    _before, main, _after = _parted(html)
    words = "".join(one.words for one in _pieces(main))
    return frozenset(one.reference for one in references_in(words))


def with_links(html: str, paths: Mapping[str, str]) -> str:
    """
    Link the numbers of papers whose path is known; words in links stay as they are.

    >>> with_links("<p>DS <b>1/2016</b> &amp; 2</p>", {"1/2016": "/x"})
    '<p>DS <b><a href="/x">1/2016</a></b> &amp; 2</p>'
    """
    before, main, after = _parted(html)
    pieces = list(_pieces(main))
    words = "".join(one.words for one in pieces)
    found = [one for one in references_in(words) if one.reference in paths]
    starts = accumulate((len(one.words) for one in pieces), initial=0)
    made = (
        _linked(one.words, start, found, paths) if one.html == one.words else one.html
        for one, start in zip(pieces, starts, strict=False)
    )
    return "".join((before, *made, after))


def _parted(html: str) -> Sequence[str]:
    """Part a page around its content; a piece of one is all content."""
    return _MAIN.split(html) if "<main" in html else ("", html, "")


def _pieces(html: str) -> Iterator[_Piece]:
    """Part HTML into tags and words; where a sentence ends stands a sign of its own."""
    within = 0
    for piece in _TAG.split(html):
        tag = _NAME.match(piece)
        if tag is None:
            ends = piece.startswith("<")
            yield _Piece(html=piece, words="" if within or ends else piece)
            continue
        if tag[1] in _CLOSED and not piece.endswith("/>"):
            within = max(0, within + (-1 if piece.startswith("</") else 1))
        yield _Piece(html=piece, words="" if tag[1] in _INLINE else "\0")


def _linked(
    words: str, start: int, found: Sequence[Found], paths: Mapping[str, str]
) -> str:
    made, end = [], 0
    for one in found:
        first, last = max(one.start - start, 0), min(one.end - start, len(words))
        if first >= last:
            continue
        path = escape(paths[one.reference])
        made += [words[end:first], f'<a href="{path}">{words[first:last]}</a>']
        end = last
    return "".join([*made, words[end:]])
