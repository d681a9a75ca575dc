"""What a reader sees of a stretch of Markdown, each character with its source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from markdown_it.token import Token

_BLANKS: Final = frozenset(" \t\n\r\x0b\x0c")
_MARKUP: Final = frozenset("*_~[]<>!`")
_ENTITY: Final = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """
    How characters are set, and where they lead.

    `footnote` is the number of a note that a mark refers to, `mention` counts the
    marks of one note from 0; `term` is the place of a glossary's term, from 1.
    """

    strong: bool = False
    emphasis: bool = False
    struck: bool = False
    code: bool = False
    href: str = ""
    footnote: int = 0
    mention: int = 0
    term: int = 0


PLAIN: Final = Look()


@dataclass(slots=True)
class Visible:
    r"""
    A text with single blanks; "\n" is a line break that somebody has set.

    `begin` is where its source begins, with the marks before its first letter.
    """

    text: list[str] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    begin: int = 0

    def add(self, sign: str, look: Look, source: int) -> None:
        """Add a character; blanks in a row are one, and none begin a line."""
        if sign in _BLANKS:
            if not self.text or self.text[-1] in _BLANKS:
                return
            sign = " "
        self.text.append(sign)
        self.looks.append(look)
        self.sources.append(source)

    def break_line(self, source: int) -> None:
        """Start a line."""
        self.trim()
        if self.text:
            self.text.append("\n")
            self.looks.append(PLAIN)
            self.sources.append(source)

    def trim(self) -> None:
        """Let no blank stand at the end."""
        while self.text and self.text[-1] in _BLANKS:
            self.text.pop()
            self.looks.pop()
            self.sources.pop()


def visible(children: Sequence[Token], content: str, places: Sequence[int]) -> Visible:
    """
    Read an inline token; `places` says where each character of `content` stands.

    Markdown-it does not say where its pieces stand, so they are found again.
    """
    seeing = _Seeing(content, places)
    for token in children:
        seeing.take(token)
    seeing.seen.trim()
    return seeing.seen


class _Seeing:
    """Takes tokens one by one, and knows how the next words are set."""

    def __init__(self, content: str, places: Sequence[int]) -> None:
        self.seen = Visible(begin=places[0])
        self._reader = _Reader(content)
        self._places = places
        self._looks = [PLAIN]

    def take(self, token: Token) -> None:
        """Add what a token shows."""
        name, _, way = token.type.rpartition("_")
        if way == "close":
            self._looks.pop()
            if name == "link":
                self._reader.skip_target()
        elif way == "open":
            self._looks.append(_opened(self._looks[-1], name, token))
        elif token.type == "hardbreak":
            self.seen.break_line(self._places[self._reader.skip_row()])
        elif token.type == "softbreak":
            self._add(" ", self._reader.skip_row())
        elif token.type == "footnote_ref":
            self._add_mark(token)
        else:
            self._add_words(token)

    def _add(self, sign: str, at: int) -> None:
        self.seen.add(sign, self._looks[-1], self._places[at])

    def _add_words(self, token: Token) -> None:
        code = token.type == "code_inline"
        look = replace(self._looks[-1], code=True) if code else self._looks[-1]
        for sign, at in self._reader.read(token.content):
            self.seen.add(sign, look, self._places[at])

    def _add_mark(self, token: Token) -> None:
        number, mention = int(token.meta["id"]) + 1, int(token.meta["subId"])
        look = replace(self._looks[-1], footnote=number, mention=mention, href="")
        place = self._places[self._reader.skip_mark()]
        for sign in f"[{number}]":
            self.seen.add(sign, look, place)


def _opened(look: Look, name: str, token: Token) -> Look:
    if name == "link":
        return replace(look, href=str(token.attrGet("href") or ""))
    if name == "strong":
        return replace(look, strong=True)
    return replace(look, struck=True) if name == "s" else replace(look, emphasis=True)


class _Reader:
    """Finds in a source what is seen of it, always onwards."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._at = 0

    def read(self, text: str) -> Iterator[tuple[str, int]]:
        """Give each character of a text with its place in the source."""
        found = self._content.find(text, self._at)
        if text and found >= 0 and _MARKUP.issuperset(self._content[self._at : found]):
            self._at = found + len(text)
            yield from zip(text, range(found, self._at), strict=True)
            return
        for sign in text:
            yield sign, self._find(sign)

    def _find(self, sign: str) -> int:
        """Find one character; what is written otherwise stands for it where it is."""
        content = self._content
        while self._at < len(content):
            at, there = self._at, content[self._at]
            if there == "\\" and content[at + 1 : at + 2] == sign:
                self._at += 2
                return at
            if there == sign:
                self._at += 1
                return at
            if there == "&" and (entity := _ENTITY.match(content, at)):
                self._at = entity.end()
                return at
            if there not in _MARKUP:
                self._at += 1
                return at
            self._at += 1
        return len(content)

    def skip_row(self) -> int:
        """Go to the next row of the source; give where this one ends."""
        end = self._content.find("\n", self._at)
        end = len(self._content) if end < 0 else end
        self._at = min(len(self._content), end + 1)
        return end

    def skip_mark(self) -> int:
        """Go behind `[^1]`; give where it begins."""
        begin = self._content.find("[^", self._at)
        if begin < 0:
            return min(self._at, len(self._content))
        end = self._content.find("]", begin)
        self._at = len(self._content) if end < 0 else end + 1
        return begin

    def skip_target(self) -> None:
        """Go behind `](address)` or `][name]`."""
        if not (found := re.compile(r"[*_~`]*\]").match(self._content, self._at)):
            return
        at = found.end()
        if self._content[at : at + 1] == "(":
            self._at = _closing(self._content, at)
        elif self._content[at : at + 1] == "[":
            self._at = max(at, self._content.find("]", at) + 1)
        else:
            self._at = at


def _closing(content: str, at: int) -> int:
    """Find the place behind the bracket that closes the one at a place."""
    depth = 0
    for place in range(at, len(content)):
        sign = content[place]
        if sign in "()" and content[place - 1] != "\\":
            depth += 1 if sign == "(" else -1
            if not depth:
                return place + 1
    return at + 1
