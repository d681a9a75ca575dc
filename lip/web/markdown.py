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
from markupsafe import Markup, escape

from lip.gender_stars import gender_stars
from lip.words import _

_MARKDOWN: Final = MarkdownIt("js-default").disable("image").use(gender_stars)
_ELSEWHERE: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)


def rendered(text: str, *, highest: int = 3) -> Markup:
    r"""
    Turn Markdown into HTML; its largest heading is of the level `highest`.

    >>> rendered("# Was?\n\n<b>Mit</b> *allen*.")
    Markup('<h3>Was?</h3>\n<p>&lt;b&gt;Mit&lt;/b&gt; <em>allen</em>.</p>\n')
    """
    tokens = _MARKDOWN.parse(text)
    _lower_headings(tokens, highest)
    for token in tokens:
        token.children = list(_marked(token.children or ()))
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return Markup(html)  # noqa: S704 - made here, with all that was written escaped


def _lower_headings(tokens: Sequence[Token], highest: int) -> None:
    headings = [one for one in tokens if one.type.startswith("heading_")]
    largest = min((int(one.tag[1]) for one in headings), default=1)
    for one in headings:
        one.tag = f"h{min(6, int(one.tag[1]) - largest + highest)}"


def _marked(tokens: Iterable[Token]) -> Iterator[Token]:
    """Say at each link to another site where it leads."""
    outside = False
    for token in tokens:
        if token.type == "link_open":
            outside = bool(_ELSEWHERE.match(str(token.attrGet("href") or "")))
            if outside:
                token.attrSet("rel", "noopener noreferrer")
                token.attrSet("class", "external")
        if token.type == "link_close" and outside:
            words = escape(_("andere Website"))
            hint = f'<span class="unseen"> ({words})</span>'
            yield Token("html_inline", "", 0, content=hint)
        yield token
