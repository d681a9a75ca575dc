"""Notes at the foot of pages, as Word has them; its library knows none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from lip.plan.rules.lines import Piece
from lip.publishing.files.office_marks import Styles

_EMPTY: Final = f"""\
<w:footnotes {nsdecls("w")}>
<w:footnote w:type="separator" w:id="-1">
<w:p><w:r><w:separator/></w:r></w:p>
</w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0">
<w:p><w:r><w:continuationSeparator/></w:r></w:p>
</w:footnote>
</w:footnotes>"""

Told = Iterable[tuple[str, Piece]]


class Notes:
    """The notes of a document; chapters count theirs from one, the document goes on."""

    def __init__(self, made: Document) -> None:
        self._made = made
        self._all: Any = parse_xml(_EMPTY)
        self._before = 0
        self._there: Mapping[int, Sequence[Told]] = {}
        self._called: set[int] = set()
        styles = made.styles
        text = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
        text.font.size = Pt(9)
        sign = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
        sign.font.superscript = True
        self._own = text.style_id, sign.style_id
        self.styles = Styles(made)

    def of_chapter(self, notes: Mapping[int, Sequence[Told]]) -> None:
        """Take the notes of the next chapter, by the numbers it has for them."""
        self._before += len(self._there)
        self._there = notes
        self._called = set()

    def call(self, paragraph: Paragraph, number: int) -> None:
        """Put the sign of a note into a text; a second time it is only named."""
        run = paragraph.add_run()
        own = self._before + number
        if number in self._called or number not in self._there:
            run.text = str(own)
            run.font.superscript = True
            return
        self._called.add(number)
        self._sign(run._r, "w:footnoteReference", own)  # noqa: SLF001 - no other way
        self._all.append(self._note(own, self._there[number]))

    def finish(self) -> None:
        """Put the notes into the document."""
        if len(self._all) == 2:  # only what parts notes from the text
            return
        part = Part(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            serialize_part_xml(self._all),
            self._made.part.package,
        )
        self._made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _note(self, number: int, paragraphs: Sequence[Told]) -> Any:
        note: Any = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(number))
        for element in self._paragraphs(paragraphs):
            note.append(element)
        return note

    def _paragraphs(self, paragraphs: Sequence[Told]) -> Iterator[Any]:
        for place, told in enumerate(paragraphs):
            element: Any = OxmlElement("w:p")
            element.get_or_add_pPr().get_or_add_pStyle().val = self._own[0]
            made = Paragraph(element, self._made._body)  # noqa: SLF001 - for its part
            if place == 0:
                self._sign(made.add_run()._r, "w:footnoteRef")  # noqa: SLF001
                made.add_run(" ")
            for text, piece in told:
                run = made.add_run(text)
                run.bold = piece.look.strong or None
                run.italic = piece.look.emphasis or None
            yield element

    def _sign(self, run: Any, name: str, number: int | None = None) -> None:
        run.get_or_add_rPr().get_or_add_rStyle().val = self._own[1]
        sign: Any = OxmlElement(name)
        if number is not None:
            sign.set(qn("w:id"), str(number))
        run.append(sign)
