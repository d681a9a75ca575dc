"""
A chapter's text as HTML: line after line, each with its number beside it.

Numbers are drawn by the style sheet, so they are never copied, and are hidden from
screen readers. Terms lead to their explanation at the foot of the page; the style
sheet lets it rise where the reader is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Final

from markupsafe import Markup, escape

from lip.plan.rules.blocks import BlockKind, Container, Holder
from lip.plan.rules.glossary import Term
from lip.plan.rules.lines import Block, Line, Piece, blocks_of
from lip.plan.rules.visible import PLAIN, Look
from lip.words import LANGUAGES, _, current_language

_ELSEWHERE: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_MARKS: Final = re.compile(r"(?:<(?:strong|em|s|code)>)*")
_HOLDERS: Final = {
    Holder.BULLETS: ("<ul>", "</ul>"),
    Holder.ITEM: ("<li>", "</li>"),
    Holder.QUOTE: ("<blockquote>", "</blockquote>"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """An entry of the table of contents."""

    anchor: str
    rank: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A text as it stands on a page, and what it holds."""

    html: Markup
    headings: tuple[Heading, ...]
    terms: tuple[tuple[int, Term, int], ...]
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerLink:
    """A link to what is said to a block: words of the page, and an address."""

    words: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """The links behind a block, which is named by its place in the text."""

    block: int
    links: tuple[MarkerLink, ...]


def drawn(
    text: str,
    line_length: int,
    terms: tuple[Term, ...] = (),
    markers: tuple[Marker, ...] = (),
) -> Drawn:
    """Draw a text; `terms` are explained where each stands first in a section."""
    return _drawn(current_language(), text, line_length, terms, markers)


@lru_cache(maxsize=256)
def _drawn(
    language: str,
    text: str,
    line_length: int,
    terms: tuple[Term, ...],
    markers: tuple[Marker, ...],
) -> Drawn:
    """Draw once for all readers of a language; equal words are drawn alike."""
    blocks = blocks_of(text, line_length=line_length, terms=terms)
    first = _first_lines(blocks)
    return Drawn(
        html=Markup("".join(_Drawing(language, blocks, markers).parts())),  # noqa: S704 - escaped
        headings=tuple(
            Heading(anchor=one.anchor, rank=one.rank, text=one.text)
            for one in blocks
            if one.kind is BlockKind.HEADING and one.text
        ),
        terms=tuple((at, terms[at - 1], line) for at, line in sorted(first.items())),
        lines=max((line.number for one in blocks for line in one.lines), default=0),
    )


def _first_lines(blocks: Sequence[Block]) -> dict[int, int]:
    found: dict[int, int] = {}
    for line in (line for block in blocks for line in block.lines):
        for term in {piece.look.term for piece in line.pieces} - {0}:
            found.setdefault(term, line.number)
    return found


class _Drawing:
    """Draws blocks one after the other, and what they stand within."""

    def __init__(
        self, language: str, blocks: Sequence[Block], markers: Sequence[Marker] = ()
    ) -> None:
        self._language = language
        self._blocks = blocks
        self._markers = {one.block: one.links for one in markers}
        self._mentions: dict[int, int] = {}

    def parts(self) -> Iterator[str]:
        """Give the HTML in pieces."""
        there: tuple[Container, ...] = ()
        for block in self._blocks:
            shared = _shared(there, block.within)
            for one in reversed(there[shared:]):
                yield self._close(one)
            for one in block.within[shared:]:
                yield self._open(one)
            there = block.within
            yield self._block(block)
        for one in reversed(there):
            yield self._close(one)

    def _open(self, one: Container) -> str:
        if one.kind is Holder.NUMBERS:
            return f'<ol start="{one.number}">' if one.number != 1 else "<ol>"
        if one.kind is Holder.TABLE:
            label = escape(_("Tabelle"))
            region = f'role="region" tabindex="0" aria-label="{label}"'
            return f'<div class="wide" {region}><table>'
        if one.kind is Holder.NOTES:
            words = escape(_("Fußnoten"))
            said = f'<span lang="{self._language}" dir="auto">{words}</span>'
            head = f'<h2 id="notes">{said}</h2>'
            return f'<section class="notes" aria-labelledby="notes">{head}<ol>'
        if one.kind is Holder.NOTE:
            return f'<li id="f{one.number}">'
        return _HOLDERS[one.kind][0]

    def _close(self, one: Container) -> str:
        if one.kind is Holder.NUMBERS:
            return "</ol>"
        if one.kind is Holder.TABLE:
            return "</table></div>"
        if one.kind is Holder.NOTES:
            return "</ol></section>"
        if one.kind is Holder.NOTE:
            return self._back(one.number) + "</li>"
        return _HOLDERS[one.kind][1]

    def _back(self, note: int) -> str:
        words = escape(_("Zurück zum Text"))
        return "".join(
            f' <a class="alone back" aria-label="{words}" '
            f'href="#{_mark_id(note, mention)}">'
            '<span aria-hidden="true">↑</span></a>'
            for mention in range(self._mentions.get(note, 0))
        )

    def _block(self, block: Block) -> str:
        if block.kind is BlockKind.RULE:
            return "<hr>"
        if block.kind is BlockKind.ROW:
            return self._row(block)
        lines, talk = "".join(map(self._line, block.lines)), self._talk(block)
        if block.kind is BlockKind.HEADING:
            level = min(6, block.rank + 1)
            return f'<h{level} id="{escape(block.anchor)}">{lines}</h{level}>{talk}'
        if block.kind is BlockKind.CODE:
            return f"<pre>{lines}</pre>{talk}"
        return f"<p>{lines}</p>{talk}"

    def _talk(self, block: Block) -> str:
        """Draw the links behind a block, in the language of the page."""
        direction = LANGUAGES[self._language].direction
        where = f'class="alone" lang="{self._language}" dir="{direction}"'
        links = "".join(
            f'<a {where} href="{escape(one.href)}">{escape(one.words)}</a>'
            for one in self._markers.get(block.index, ())
        )
        return f'<div class="talk no-print">{links}</div>' if links else ""

    def _row(self, block: Block) -> str:
        tag = 'th scope="col"' if block.head else "td"
        number = block.lines[0].number if block.lines else 0
        marks = [_number(number) if number else ""] + [""] * len(block.cells)
        talk = [""] * (len(block.cells) - 1) + [self._talk(block)]
        cells = "".join(
            f"<{tag}>{mark}{''.join(map(self._piece, cell))}{said}</{tag[:2]}>"
            for mark, cell, said in zip(marks, block.cells, talk, strict=False)
        )
        return f'<tr class="z" id="z{number}">{cells}</tr>' if number else ""

    def _line(self, line: Line) -> str:
        words = "".join(map(self._piece, line.pieces))
        cut = '<span class="cut" aria-hidden="true"></span>' if line.cut else ""
        words = _numbered(words, line)
        inner = f"{words}{cut}{line.after}"
        return f'<span class="z" id="z{line.number}">{inner}</span>'

    def _piece(self, piece: Piece) -> str:
        look = piece.look
        if look.footnote:
            return self._mark(piece)
        html = str(escape(piece.text))
        for tag, is_set in _tags(look):
            html = f"<{tag}>{html}</{tag}>" if is_set else html
        if look.href:
            return _link(look.href, html)
        if look.term:
            return f'<a class="term" href="#w{look.term}">{html}</a>'
        return html

    def _mark(self, piece: Piece) -> str:
        look = piece.look
        count = self._mentions.get(look.footnote, 0)
        self._mentions[look.footnote] = max(count, look.mention + 1)
        text = escape(piece.text)
        label = escape(_("Fußnote %(mark)s", mark=piece.text))
        place = ""
        if piece.text.startswith("["):
            place = f' id="{_mark_id(look.footnote, look.mention)}"'
        where = f'href="#f{look.footnote}" aria-label="{label}"'
        return f'<a class="mark"{place} {where}><sup>{text}</sup></a>'


def _numbered(words: str, line: Line) -> str:
    """
    Put the number before the words of a line.

    Where none of them stands plain, it goes within their marks: so it always stands
    in a text, as an inline link does, and needs no room of its own for a thumb.
    """
    number = _number(line.number)
    if any(piece.look == PLAIN for piece in line.pieces):
        return number + words
    marks = _MARKS.match(words)
    at = marks.end() if marks else 0
    return words[:at] + number + words[at:]


def _number(number: int) -> str:
    return (
        f'<a class="n" href="#z{number}" data-n="{number}" aria-hidden="true" '
        'tabindex="-1"></a>'
    )


def _mark_id(note: int, mention: int) -> str:
    return f"r{note}" + (f"-{mention + 1}" if mention else "")


def _tags(look: Look) -> Sequence[tuple[str, bool]]:
    return (
        ("code", look.code),
        ("s", look.struck),
        ("em", look.emphasis),
        ("strong", look.strong),
    )


def _link(href: str, html: str) -> str:
    address = escape(href)
    if not _ELSEWHERE.match(href):
        return f'<a href="{address}">{html}</a>'
    hint = f'<span class="unseen"> ({escape(_("andere Website"))})</span>'
    kind = 'class="external" rel="noopener noreferrer"'
    return f'<a href="{address}" {kind}>{html}{hint}</a>'


def _shared(one: Sequence[Container], other: Sequence[Container]) -> int:
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
