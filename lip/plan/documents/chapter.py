"""
A chapter as PDF/UA-1, with the lines of the screen and their numbers in the margin.

The layout is the one by which motions are known: the code in a frame on the right,
the kind in the middle, rows for who it comes from and what it is called.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from babel.dates import format_date

from lip.conference.documents.compiling import compile_pdf
from lip.conference.documents.fonts import direction, settable
from lip.plan.rules.blocks import Container
from lip.plan.rules.lines import Block, Line, Piece
from lip.plan.rules.shown import ShownChapter
from lip.plan.rules.tongues import SIMPLE, direction_of
from lip.web.partial_dates import said as said_date
from lip.words import _, current_language, speaking, spoken

TEMPLATES: Final = Path(__file__).parent / "typst"
_STYLES: Final = ("strong", "emphasis", "struck", "code")
_LINKS: Final = ("https://", "http://", "mailto:")

Values = dict[str, Any]


def chapter_pdf(shown: ShownChapter) -> bytes:
    """Set a chapter on paper; its own words stand in the language of its files."""
    with speaking(language_of_files(shown.language)):
        values = chapter_values(shown, when_words(shown))
        return compile_pdf("chapter", values, folder=TEMPLATES)


def language_of_files(language: str) -> str:
    """
    Say in which language the files of a text speak, whoever asks for them.

    It is that of the text, where the house speaks it: so each file is made once.
    """
    return spoken(language.removesuffix(SIMPLE))


def when_words(shown: ShownChapter) -> str:
    """Say of which day a chapter is."""
    day = format_date(shown.since, "medium", locale=current_language())
    if shown.version:
        return _("Fassung %(number)s vom %(day)s", number=shown.version, day=day)
    return _("Entwurf vom %(day)s", day=day)


def chapter_values(shown: ShownChapter, when: str) -> Values:
    """Give what a chapter's paper is made of, for this one and for a whole plan."""
    own = shown.plan.language
    base = shown.language.removesuffix(SIMPLE)
    plan = shown.plan.title.pick(base, own).text
    kind = shown.kind.pick(base, own).text
    initiator = shown.initiator.pick(base, own).text
    if initiator and shown.decided_on:
        day = said_date(shown.decided_on)
        initiator += " " + _("(dort beschlossen am: %(day)s)", day=day)
    return {
        "lang": base,
        "rtl": direction_of(shown.language) == "rtl",
        "title": settable(f"{shown.head} · {plan}"),
        "head": said(shown.head),
        "level": shown.level,
        "code": said(shown.code),
        "kind": said(kind),
        "rows": [
            {"label": said(label), "value": said(value)}
            for label, value in (
                (_("Initiator*innen:"), initiator),
                (_("Titel:"), shown.head),
            )
            if value
        ],
        "text": said(_("Text")),
        "notes": said(_("Fußnoten")),
        "foot": said(f"{plan} · {when}"),
        "page": _("Seite {page} von {pages}"),
        "nodes": nested(shown.blocks),
    }


def said(text: str) -> Values:
    """Give a text with its direction, as far as our fonts can set it."""
    words = settable(text)
    return {"text": words, "dir": direction(words)}


@dataclass(slots=True)
class _Node:
    """A container with what it holds; the root holds all."""

    of: Container | None
    inner: list[Values] = field(default_factory=list)


def nested(blocks: Sequence[Block]) -> list[Values]:
    """Put blocks into what they stand within, as paper needs it."""
    root = _Node(None)
    stack = [root]
    for block in blocks:
        shared = 0
        for node, container in zip(stack[1:], block.within, strict=False):
            if node.of != container:
                break
            shared += 1
        del stack[shared + 1 :]
        for container in block.within[shared:]:
            node = _Node(container)
            stack[-1].inner.append(_holder(container, node.inner))
            stack.append(node)
        stack[-1].inner.append(_block(block))
    return root.inner


def _holder(container: Container, inner: list[Values]) -> Values:
    return {"kind": container.kind.value, "number": container.number, "inner": inner}


def _block(block: Block) -> Values:
    values: Values = {
        "kind": block.kind.value,
        "rank": block.rank,
        "head": block.head,
        "lines": [_line(line) for line in block.lines],
    }
    if block.cells:
        values["cells"] = [_runs(cell) for cell in block.cells]
    return values


def _line(line: Line) -> Values:
    runs = _runs(line.pieces)
    if line.cut:
        runs.append(_run("-", {}))
    return {"number": line.number, "runs": runs}


def _runs(pieces: Sequence[Piece]) -> list[Values]:
    return [_run(piece.text, _style(piece)) for piece in pieces]


def _style(piece: Piece) -> Mapping[str, Any]:
    look = piece.look
    style: Values = {name: True for name in _STYLES if getattr(look, name)}
    if look.footnote:
        style["note"] = look.footnote
        style["mention"] = look.mention
    elif look.href.startswith(_LINKS):
        style["href"] = look.href
    return style


def _run(text: str, style: Mapping[str, Any]) -> Values:
    """Give words as our fonts can set them, with the blanks at their ends."""
    words = settable(text)
    before = " " if text[:1].isspace() and words else ""
    after = " " if text[-1:].isspace() else ""
    return {"text": before + words + after, **style}
