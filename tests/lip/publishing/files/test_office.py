"""A chapter for word processors, opened again and looked into."""

import io
from uuid import uuid4
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from lip.conference.files.export import table_xlsx
from lip.plan.rules.shown import ShownChapter
from lip.publishing.files.office import chapters_docx
from tests.factories import clock
from tests.lip.plan.documents.test_chapter import PLAN

TEXT = """\
Alle reden **mit**.[^1] Siehe [dort](https://example.org/a).

## Ziele

3. Sprache
4. Arbeit

   und Wohnen

Zwischendurch.

1. Noch einmal

- außen
  - innen

| Jahr | Euro |
|---|---|
| 2026 | 5 |

Noch[^1] einmal[^2].

[^1]: Erste *Note*.
[^2]: Zweite Note.
"""
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def shown(text: str = TEXT, language: str = "de", title: str = "Teilhabe"):
    return ShownChapter(
        plan=PLAN,
        chapter=uuid4(),
        key="x",
        language=language,
        title=title,
        text=text,
        version=1,
        since=clock(),
    )


def notes_in(written: bytes) -> list[str]:
    """Give the words of the notes at the foot of pages, by their numbers."""
    with ZipFile(io.BytesIO(written)) as parts:
        tree = etree.fromstring(parts.read("word/footnotes.xml"))
    notes = {
        int(one.get(qn("w:id"))): "".join(one.itertext(f"{{{WORDS}}}t")).strip()
        for one in tree.iter(f"{{{WORDS}}}footnote")
    }
    return [notes[number] for number in sorted(notes) if number > 0]


def test_headings_lists_tables_and_notes_are_those_of_word():
    written = chapters_docx([shown(), shown()], title="Plan")
    made = Document(io.BytesIO(written))

    by_style = [(one.style.name, one.text) for one in made.paragraphs]
    table = made.tables[0]
    xml = made.element.xml

    assert by_style[:3] == [
        ("Title", "Plan"),
        ("Heading 1", "Teilhabe"),
        ("Normal", "Alle reden mit. Siehe dort."),
    ]
    for expected in (
        ("Heading 2", "Ziele"),
        ("List Number", "Sprache"),
        ("List Continue", "und Wohnen"),
        ("List Bullet", "außen"),
        ("List Bullet 2", "innen"),
        ("Normal", "Noch1 einmal."),
    ):
        assert expected in by_style
    assert [cell.text for cell in table.rows[1].cells] == ["2026", "5"]
    assert table.rows[0]._tr.xml.count("<w:tblHeader") == 1
    assert xml.count("<w:footnoteReference ") == 4
    assert notes_in(written) == ["Erste Note.", "Zweite Note."] * 2
    assert [one.url for one in made.paragraphs[2].hyperlinks] == [
        "https://example.org/a"
    ]


def test_each_list_counts_from_its_own_first_number():
    made = Document(io.BytesIO(chapters_docx([shown()])))
    numbers = [one for one in made.paragraphs if one.style.name == "List Number"]
    counted = [one._p.pPr.numPr.numId.val for one in numbers]
    starts = {
        one.numId: [each.val for each in one.iter(qn("w:startOverride"))]
        for one in made.part.numbering_part.element.num_lst
    }

    assert [one.text for one in numbers] == ["Sprache", "Arbeit", "Noch einmal"]
    assert counted[0] == counted[1] != counted[2]
    assert [starts[counted[0]], starts[counted[2]]] == [[3], [1]]


def test_language_and_direction_are_said():
    arabic = shown(
        "يشارك **الجميع**.\n\n| ا | ب |\n|---|---|\n| ت | ث |", "ar", "اللغة"
    )

    made = Document(io.BytesIO(chapters_docx([arabic])))
    body, styles = made.element.xml, made.styles.element.xml

    assert made.core_properties.language == "ar"
    assert made.core_properties.title == "اللغة"
    assert 'w:lang w:val="ar-SA"' in styles
    assert body.count("<w:bidi ") == len(made.paragraphs) + 4
    assert "<w:bidiVisible" in body


def test_no_clock_is_in_what_is_written():
    for written in (chapters_docx([shown()]), table_xlsx("Liste", [("a",), ("b",)])):
        with ZipFile(io.BytesIO(written)) as parts:
            times = {one.date_time for one in parts.infolist()}
            core = parts.read("docProps/core.xml")

        assert times == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:" not in core.replace(b"xmlns:dcterms", b"")
