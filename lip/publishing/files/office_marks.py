"""What Word knows and its library has no word for: languages, links, lists, heads."""

from typing import Any, Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_LOCALES: Final = {"ar": "ar-SA", "de": "de-DE", "en": "en-GB"}


class Styles:
    """The styles of a document; its library looks through all of them, each time."""

    def __init__(self, made: Document) -> None:
        self._ids = {style.name: style.style_id for style in made.styles}

    def give(self, paragraph: Paragraph, name: str) -> None:
        """Let a paragraph have the style of this name."""
        paragraph._p.style = self._ids[name]  # noqa: SLF001 - no other way


def say_language(made: Document, language: str) -> None:
    """Say in which language a document is, where nothing else is said."""
    defaults = made.styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    )
    assert defaults is not None  # the library's own beginning has it
    _set_language(defaults, language)


def speak(paragraph: Paragraph, language: str, *, rtl: bool) -> None:
    """Say of a paragraph in which language and from which side it runs."""
    if rtl:
        properties: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no other way
        _mark(properties, "w:bidi")
    for run in paragraph._p.iter(qn("w:r")):  # noqa: SLF001
        marks = run.get_or_add_rPr()
        if rtl:
            _mark(marks, "w:rtl")
        _set_language(marks, language)


def _set_language(marks: Any, language: str) -> None:
    locale = _LOCALES.get(language, language)
    element = marks.find(qn("w:lang"))
    if element is None:
        element = OxmlElement("w:lang")
        marks.append(element)
    element.set(qn("w:val"), locale)
    element.set(qn("w:bidi"), locale)


def _mark(properties: Any, name: str) -> None:
    element = OxmlElement(name)
    element.set(qn("w:val"), "1")
    properties.append(element)


def link_in(run: Run, address: str) -> None:
    """Let a run lead to an address."""
    link: Any = OxmlElement("w:hyperlink")
    known = run.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), known)
    run._r.addprevious(link)  # noqa: SLF001 - no other way
    link.append(run._r)  # noqa: SLF001
    run.underline = True


def begin_anew(paragraph: Paragraph, first: int, *, known: int | None) -> int:
    """Count a paragraph in the list of this number, or in a new one from `first`."""
    numbering: Any = paragraph.part.numbering_part.element  # type: ignore[attr-defined]
    number = known
    if number is None:
        style: Any = paragraph.style
        own = style.element.pPr.numPr.numId.val
        form = numbering.num_having_numId(own).abstractNumId.val
        made = numbering.add_num(form)
        made.add_lvlOverride(ilvl=0).add_startOverride(first)
        number = int(made.numId)
    properties: Any = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number
    return number


def say_heads(table: Table, many: int, *, rtl: bool) -> None:
    """Say which rows at its top are the heads of a table, and from where it runs."""
    for row in table.rows[:many]:
        properties: Any = row._tr.get_or_add_trPr()  # noqa: SLF001 - no other way
        _mark(properties, "w:tblHeader")
    if rtl:
        style: Any = table._tbl.tblPr.find(qn("w:tblStyle"))  # noqa: SLF001
        style.addnext(OxmlElement("w:bidiVisible"))  # behind it, as the schema wants
