"""Chapters as DOCX, for the administration's own word processors."""

import io
from collections.abc import Sequence
from typing import Any, Final

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from lip.plan.rules.blocks import BlockKind, Holder
from lip.plan.rules.lines import Block, Piece
from lip.plan.rules.shown import ShownChapter
from lip.plan.rules.tongues import SIMPLE, direction_of
from lip.web.partial_dates import said as said_date
from lip.words import _

_STYLES: Final = {
    Holder.BULLETS: "List Bullet",
    Holder.NUMBERS: "List Number",
    Holder.QUOTE: "Quote",
}


def chapters_docx(chapters: Sequence[ShownChapter], *, title: str = "") -> bytes:
    """
    Write chapters as one DOCX file: headings, lists, tables and notes as Word has them.

    Line numbers are left out, since Word breaks lines by its own measure; whoever needs
    them takes the PDF.
    """
    made = Document()
    made.styles["Normal"].font.size = Pt(11)
    made.core_properties.title = title or chapters[0].head
    made.core_properties.language = chapters[0].language.removesuffix(SIMPLE)
    if title:
        made.add_heading(title, level=0)
    for shown in chapters:
        _chapter(made, shown)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _chapter(made: DocumentType, shown: ShownChapter) -> None:
    own, rtl = shown.plan.language, direction_of(shown.language) == "rtl"
    kind = shown.kind.pick(shown.language, own).text
    if kind or shown.code:
        _directed(made.add_paragraph(f"{kind} {shown.code}".strip()), rtl)
    _directed(made.add_heading(shown.head, level=1), rtl)
    initiator = shown.initiator.pick(shown.language, own).text
    if initiator:
        day = f" ({said_date(shown.decided_on)})" if shown.decided_on else ""
        line = f"{_('Initiator*innen:')} {initiator}{day}"
        _directed(made.add_paragraph(line), rtl)
    rows: list[Block] = []
    for block in shown.blocks:
        if block.kind is BlockKind.ROW:
            rows.append(block)
            continue
        _table(made, rows, rtl)
        rows = []
        _block(made, block, rtl)
    _table(made, rows, rtl)


def _block(made: DocumentType, block: Block, rtl: bool) -> None:
    if block.kind is BlockKind.RULE:
        return
    holders = [one.kind for one in block.within]
    if block.kind is BlockKind.HEADING:
        paragraph = made.add_heading("", level=min(9, block.rank + 1))
    else:
        style = next(
            (_STYLES[one] for one in reversed(holders) if one in _STYLES), None
        )
        paragraph = made.add_paragraph(style=style)
    note = next((one for one in block.within if one.kind is Holder.NOTE), None)
    if note is not None:
        paragraph.add_run(f"{note.number} ").font.superscript = True
    for line in block.lines:
        pieces = list(line.pieces)
        _runs(paragraph, pieces, cut=line.cut)
        if line.after:
            paragraph.add_run(line.after)
    _directed(paragraph, rtl)


def _runs(paragraph: Paragraph, pieces: Sequence[Piece], *, cut: bool = False) -> None:
    for place, piece in enumerate(pieces):
        text = piece.text
        if cut and place == len(pieces) - 1:
            text = text.removesuffix("-")
        run = paragraph.add_run(text)
        run.bold = piece.look.strong or None
        run.italic = piece.look.emphasis or None
        run.font.strike = piece.look.struck or None
        run.font.superscript = bool(piece.look.footnote) or None


def _table(made: DocumentType, rows: Sequence[Block], rtl: bool) -> None:
    if not rows:
        return
    table = made.add_table(rows=0, cols=max(len(row.cells) for row in rows))
    table.style = "Table Grid"
    for row in rows:
        cells = table.add_row().cells
        for place, pieces in enumerate(row.cells):
            paragraph = cells[place].paragraphs[0]
            _runs(paragraph, pieces)
            _directed(paragraph, rtl)


def _directed(paragraph: Paragraph, rtl: bool) -> None:
    """Set a paragraph from right to left where its language runs so."""
    if not rtl:
        return
    properties: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no other way
    properties.append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        marks: Any = run._r.get_or_add_rPr()  # noqa: SLF001
        mark = OxmlElement("w:rtl")
        mark.set(qn("w:val"), "1")
        marks.append(mark)
