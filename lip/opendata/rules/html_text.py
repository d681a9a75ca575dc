"""HTML of motion software as Markdown, as a chapter keeps it; scripts fall away."""

import re
from collections.abc import Callable, Mapping, Sequence
from html.parser import HTMLParser
from typing import Final

_HEADINGS: Final = {f"h{level}": "#" * level for level in range(1, 7)}
_MARKS: Final = {"strong": "**", "b": "**", "em": "*", "i": "*", "s": "~~"}
_DROPPED: Final = frozenset({"script", "style", "iframe", "object", "svg"})
_NUMBERS: Final = "lineNumber"
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>])")
_BEGINS: Final = re.compile(r"^(\s*\d*)([#+>.)-])(?=\s)")
_GAPS: Final = re.compile(r"\n{3,}")


def markdown_of(html: str) -> str:
    r"""
    Write HTML as Markdown: headings, lists, quotations, strong, links.

    >>> markdown_of('<h2>Ziele</h2><ul><li><strong>Mehr</strong> Kurse</li></ul>')
    '## Ziele\n\n- **Mehr** Kurse'
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (line.rstrip() for line in "".join(reader.out).splitlines())
    return _GAPS.sub("\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    """Writes Markdown while it reads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.lists: list[int] = []
        self.links: list[str] = []
        self.dropping: list[str] = []
        self.quoted = 0

    def handle_starttag(
        self, tag: str, attrs: Sequence[tuple[str, str | None]]
    ) -> None:
        """Open a block or a mark."""
        given = dict(attrs)
        numbered = _NUMBERS in (given.get("class") or "").split()
        if self.dropping or tag in _DROPPED or numbered:
            if tag not in {"br", "img", "hr", "input"}:
                self.dropping.append(tag)
            return
        if tag in _HEADINGS:
            self.out.append(f"\n\n{_HEADINGS[tag]} ")
        elif opened := _OPENING.get(tag):
            opened(self, given)
        else:
            self.out.append(_MARKS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        if self.dropping:
            if tag == self.dropping[-1]:
                self.dropping.pop()
            return
        if closed := _CLOSING.get(tag):
            closed(self)
        else:
            self.out.append(_MARKS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        """Write words so that no sign of them is taken for a mark."""
        if not self.dropping:
            text = _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", data))
            self.out.append(_BEGINS.sub(r"\1\\\2", text) if self._at_start() else text)

    def _at_start(self) -> bool:
        written = "".join(self.out[-2:])
        return not written or written.endswith("\n")

    def block(self) -> None:
        """Begin a block of its own; in a list it stays with its point."""
        if self.lists and "".join(self.out[-1:]).endswith(("- ", ". ")):
            return
        self.out.append("\n\n" + "> " * self.quoted + "  " * len(self.lists))

    def item(self, _given: Mapping[str, str | None]) -> None:
        """Begin a point of a list."""
        indent = "  " * (len(self.lists) - 1)
        if self.lists and self.lists[-1]:
            mark, self.lists[-1] = f"{self.lists[-1]}. ", self.lists[-1] + 1
        else:
            mark = "- "
        self.out.append("\n" + "> " * self.quoted + indent + mark)

    def open_list(self, start: int) -> None:
        """Begin a list; 0 means one without numbers."""
        self.out.append("\n" if self.lists else "\n\n")
        self.lists.append(start)

    def close_list(self) -> None:
        """End a list."""
        if self.lists:
            self.lists.pop()
        self.out.append("" if self.lists else "\n\n")

    def quote(self, more: int) -> None:
        """Begin or end a quotation."""
        self.quoted = max(0, self.quoted + more)
        self.out.append("\n\n")

    def link(self, given: Mapping[str, str | None]) -> None:
        """Begin a link; one that leads nowhere good is left out."""
        address = given.get("href") or ""
        good = address.startswith(("https://", "http://", "mailto:", "/", "#"))
        self.links.append(address if good else "")
        self.out.append("[" if good else "")

    def end_link(self) -> None:
        """End a link."""
        address = self.links.pop() if self.links else ""
        if address:
            self.out.append(f"]({address.replace(' ', '%20').replace(')', '%29')})")


_OPENING: Final[Mapping[str, Callable[[_Reader, Mapping[str, str | None]], None]]] = {
    "p": lambda it, _given: it.block(),
    "div": lambda it, _given: it.block(),
    "br": lambda it, _given: it.out.append("\\\n"),
    "hr": lambda it, _given: it.out.append("\n\n---\n\n"),
    "ul": lambda it, _given: it.open_list(0),
    "ol": lambda it, _given: it.open_list(1),
    "li": _Reader.item,
    "blockquote": lambda it, _given: it.quote(1),
    "a": _Reader.link,
}
_CLOSING: Final[Mapping[str, Callable[[_Reader], None]]] = {
    "p": lambda it: it.out.append("\n\n" if not it.lists else "\n"),
    "br": lambda it: it.out.append(""),
    "ul": _Reader.close_list,
    "ol": _Reader.close_list,
    "blockquote": lambda it: it.quote(-1),
    "a": _Reader.end_link,
    **{tag: lambda it: it.out.append("\n\n") for tag in _HEADINGS},
}
