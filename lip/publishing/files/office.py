"""Chapters as DOCX, for the administration's own word processors."""

import io
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Final

from docx import Document
from docx import __version__ as docx_version
from docx.document import Document as DocumentType
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from lip import __version__
from lip.conference.files.timeless import timeless
from lip.made_once import digest_of_files, made_once
from lip.plan.documents.chapter import language_of_files
from lip.plan.rules.blocks import BlockKind, Container, Holder
from lip.plan.rules.lines import Block, Piece
from lip.plan.rules.shown import ShownChapter
from lip.plan.rules.tongues import SIMPLE, direction_of
from lip.plan.rules.visible import Look
from lip.publishing.files.office_marks import (
    begin_anew,
    link_in,
    say_heads,
    say_language,
    speak,
)
from lip.publishing.files.office_notes import Notes
from lip.web.partial_dates import said as said_date
from lip.words import _, speaking

_LISTS: Final = {Holder.BULLETS: "List Bullet", Holder.NUMBERS: "List Number"}
_DEEPEST: Final = 3
_LINKS: Final = ("https://", "http://", "mailto:")


def chapters_docx(chapters: Sequence[ShownChapter], *, title: str = "") -> bytes:
    """
    Write chapters as one DOCX file: headings, lists, tables and notes as Word has them.

    Line numbers are left out, since Word breaks lines by its own measure; whoever needs
    them takes the PDF. Its own words stand in the language of the first chapter.
    """
    with speaking(language_of_files(chapters[0].language)):
        return made_once(
            partial(_written, chapters, title), of=partial(_source, chapters, title)
        )


def _source(chapters: Sequence[ShownChapter], title: str) -> Iterator[str]:
    """Tell all that decides how a document comes out."""
    yield from (__version__, docx_version, digest_of_files(Path(__file__).parent))
    yield from (title, _("Initiator*innen:"))
    for shown in chapters:
        yield from (repr(shown), repr(shown.blocks))


def _written(chapters: Sequence[ShownChapter], title: str) -> bytes:
    made = Document()
    made.styles["Normal"].font.size = Pt(11)
    language = _base(chapters[0].language)
    say_language(made, language)
    about = made.core_properties
    about.title, about.language = title or chapters[0].head, language
    about.author = about.comments = ""
    notes = Notes(made)
    if title:
        made.add_heading(title, level=0)
    for shown in chapters:
        _Chapter(made, notes, shown).write()
    notes.finish()
    written = io.BytesIO()
    made.save(written)
    return timeless(written.getvalue())


def _base(language: str) -> str:
    return language.removesuffix(SIMPLE)


class _Chapter:
    """Writes one chapter behind what is there."""

    def __init__(self, made: DocumentType, notes: Notes, shown: ShownChapter) -> None:
        self._made = made
        self._styles = notes.styles
        self._notes = notes
        self._shown = shown
        self._language = _base(shown.language)
        self._rtl = direction_of(shown.language) == "rtl"
        self._lists: dict[int, int] = {}
        self._items: set[int] = set()

    def write(self) -> None:
        """Write its head, its text, and its notes where they are called."""
        self._head()
        blocks = self._shown.blocks
        notes = [one for one in blocks if _note_of(one)]
        self._notes.of_chapter({
            number: [self._note(block) for block in group]
            for number, group in groupby(notes, _note_of)
        })
        text = [one for one in blocks if not _note_of(one)]
        for is_table, group in groupby(text, lambda one: one.kind is BlockKind.ROW):
            if is_table:
                self._table(list(group))
                continue
            for block in group:
                if block.kind is not BlockKind.RULE:
                    self._block(block)

    def _head(self) -> None:
        shown = self._shown
        own = shown.plan.language
        kind = shown.kind.pick(shown.language, own).text
        initiator = shown.initiator.pick(shown.language, own).text
        above = f"{kind} {shown.code}".strip()
        if above:
            self._speak(self._made.add_paragraph(above))
        self._speak(self._made.add_heading(shown.head, level=1))
        if initiator:
            day = f" ({said_date(shown.decided_on)})" if shown.decided_on else ""
            line = f"{_('Initiator*innen:')} {initiator}{day}"
            self._speak(self._made.add_paragraph(line))

    def _block(self, block: Block) -> None:
        if block.kind is BlockKind.HEADING:
            paragraph = self._styled(f"Heading {min(9, block.rank + 1)}")
        else:
            paragraph = self._in_list(block)
        self._fill(paragraph, block)

    def _in_list(self, block: Block) -> Paragraph:
        """Begin a paragraph as what it stands within wants it."""
        lists = [one for one in block.within if one.kind in _LISTS]
        quoted = any(one.kind is Holder.QUOTE for one in block.within)
        if not lists:
            return self._styled("Quote" if quoted else "")
        items = [one.id for one in block.within if one.kind is Holder.ITEM]
        depth = min(len(lists), _DEEPEST)
        deep = f" {depth}" if depth > 1 else ""
        if items and items[-1] in self._items:
            return self._styled(f"List Continue{deep}")
        self._items.update(items[-1:])
        paragraph = self._styled(_LISTS[lists[-1].kind] + deep)
        if lists[-1].kind is Holder.NUMBERS:
            self._number(paragraph, lists[-1])
        return paragraph

    def _styled(self, name: str) -> Paragraph:
        paragraph = self._made.add_paragraph()
        if name:
            self._styles.give(paragraph, name)
        return paragraph

    def _number(self, paragraph: Paragraph, of: Container) -> None:
        """Count each list from its own first number."""
        self._lists[of.id] = begin_anew(
            paragraph, of.number, known=self._lists.get(of.id)
        )

    def _note(self, block: Block) -> Iterator[tuple[str, Piece]]:
        for line in block.lines:
            yield from _told(line.pieces, cut=line.cut, after=line.after)

    def _fill(self, paragraph: Paragraph, block: Block) -> None:
        for line in block.lines:
            pieces = _told(line.pieces, cut=line.cut, after=line.after)
            self._runs(paragraph, pieces)
        self._speak(paragraph)

    def _runs(self, paragraph: Paragraph, pieces: Iterator[tuple[str, Piece]]) -> None:
        for text, piece in pieces:
            if piece.look.footnote:
                self._notes.call(paragraph, piece.look.footnote)
                continue
            run = paragraph.add_run(text)
            run.bold = piece.look.strong or None
            run.italic = piece.look.emphasis or None
            run.font.strike = piece.look.struck or None
            if piece.look.href.startswith(_LINKS):
                link_in(run, piece.look.href)

    def _table(self, rows: Sequence[Block]) -> None:
        table = self._made.add_table(
            rows=0, cols=max(len(row.cells) for row in rows), style="Table Grid"
        )
        for row in rows:
            cells = table.add_row().cells
            for place, pieces in enumerate(row.cells):
                paragraph = cells[place].paragraphs[0]
                self._runs(paragraph, _told(pieces))
                for run in paragraph.runs if row.head else ():
                    run.bold = True
                self._speak(paragraph)
        say_heads(table, sum(row.head for row in rows), rtl=self._rtl)

    def _speak(self, paragraph: Paragraph) -> None:
        speak(paragraph, self._language, rtl=self._rtl)


def _note_of(block: Block) -> int:
    """Give the number of the note that a block stands in, 0 where in none."""
    return next((one.number for one in block.within if one.kind is Holder.NOTE), 0)


def _told(
    pieces: Sequence[Piece], *, cut: bool = False, after: str = ""
) -> Iterator[tuple[str, Piece]]:
    """Give words as they run on: without a hyphen of ours, with what parts lines."""
    for place, piece in enumerate(pieces):
        last = place == len(pieces) - 1
        text = piece.text.removesuffix("-") if cut and last else piece.text
        yield text + (after if last and not piece.look.footnote else ""), piece
        if last and piece.look.footnote and after:
            yield after, Piece(text=after, look=Look())
