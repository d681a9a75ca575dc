"""
Markdown as organisers write it, made into safe HTML.

Raw HTML stays text (the preset `js-default` escapes it); pictures are left out, since
they would come from elsewhere; a link to another site takes nothing along.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

_MARKDOWN: Final = MarkdownIt("js-default").disable("image")
_ELSEWHERE: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)


def rendered(text: str, *, highest: int = 3) -> Markup:
    r"""
    Turn Markdown into HTML; its largest heading is of the level `highest`.

    >>> rendered("# Was?\n\n<b>Mit</b> *allen*.")
    Markup('<h3>Was?</h3>\n<p>&lt;b&gt;Mit&lt;/b&gt; <em>allen</em>.</p>\n')
    """
    tokens = _MARKDOWN.parse(text)
    _lower_headings(tokens, highest)
    for token in _all(tokens):
        if token.type == "link_open":
            _mark_if_external(token)
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return Markup(html)  # noqa: S704 - made here, with all that was written escaped


def _lower_headings(tokens: Sequence[Token], highest: int) -> None:
    headings = [one for one in tokens if one.type.startswith("heading_")]
    largest = min((int(one.tag[1]) for one in headings), default=1)
    for one in headings:
        one.tag = f"h{min(6, int(one.tag[1]) - largest + highest)}"


def _all(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def _mark_if_external(token: Token) -> None:
    if _ELSEWHERE.match(str(token.attrGet("href") or "")):
        token.attrSet("rel", "noopener noreferrer")
        token.attrSet("class", "external")
