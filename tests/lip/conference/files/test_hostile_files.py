"""Whatever is uploaded, it is read or refused in one sentence."""

import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from lip.conference.files.refusal_words import SENTENCES
from lip.conference.files.sheets import MAX_ROWS, read_sheet, recognise_sheet
from lip.conference.rules.findings import Code
from lip.conference.rules.guest_rows import read_row
from lip.errors import Unusable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def package(**parts):
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return written.getvalue()


def excel(rows=(("Name",), ("Ada",))):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def with_sheet(xml):
    """An Excel file with another first sheet."""
    written = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(excel())) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            sheet = name == "xl/worksheets/sheet1.xml"
            new.writestr(name, xml if sheet else old.read(name))
    return written.getvalue()


def refused(content):
    with pytest.raises(Unusable) as refusal:
        read_sheet(content, filename="liste")
    return refusal.value


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(
        f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">'.replace("&lol0;", "&lol;")
        for n in range(1, 10)
    )
    + "]><worksheet><sheetData><row><c t='str'><v>&lol9;</v></c></row></sheetData>"
    "</worksheet>"
)
FAR_CELLS = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<dimension ref="A1:XFD1048576"/><sheetData>'
    + "".join(
        f'<row r="{n}"><c r="XFD{n}" t="inlineStr"><is><t>x</t></is></c></row>'
        for n in range(1, 2000)
    )
    + "</sheetData></worksheet>"
)


@pytest.mark.parametrize(
    "content, code",
    [
        (b"", "empty_file"),
        (b"\xef\xbb\xbf", "empty_file"),
        (b"\xff\xfe", "empty_file"),
        (b" \r\n\t\r\n", "empty_file"),
        (b"\x00" * 100, "empty_file"),
        (b";;;\n;;;\n", "empty_file"),
        (b"Name;Mail\n", "no_rows"),
        (b"Ada;ada@example.org\nBen;ben@example.org\n", "no_heading"),
        (b"1;Ada\n2;Ben\n", "no_heading"),
        (lambda: b"x" * 10_000_001, "too_large_file"),
        (lambda: b"x;" * 25_000_000, "too_large_file"),
        (b"Name;Mail\nAda;\nB\x00en;\n", "nul_byte"),
        (b"Name\nM\x81ller\n", "bad_encoding"),
        (b"Name\n\xc3\xa4\xc3\xb6\xc3\xbc \xff\n", "bad_encoding"),
        (b"\xef\xbb\xbfName\nM\xfcller\n", "bad_encoding"),
        (b"\xff\xfeN\x00a\x00m\x00e\x00\n\x00\x00\xd8A\x00", "bad_encoding"),
        (b"\xff\xfe\x00\x00N\x00\x00\x00", "bad_encoding"),
        (b'Name;Mail\nAda;"x\nBen;y\n', "open_quote"),
        (lambda: b"Name\n" + b"x" * 200_000, "cell_too_large"),
        (lambda: b"Name\n" + b"Ada\n" * (MAX_ROWS + 1), "too_many_rows"),
        (lambda: b";".join([b"Name"] * 10_000) + b"\nAda\n", "too_many_columns"),
        (OLE + b"\x00" * 600, "old_xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"%PDF-1.7\n...", "pdf_file"),
        (b"\x89PNG\r\n\x1a\n", "picture_file"),
        (b"\xff\xd8\xff\xe0", "picture_file"),
        (b"{\\rtf1 Name}", "document_file"),
        (b"\n<!DOCTYPE html><table>", "web_page"),
        (b'<?xml version="1.0"?><x/>', "web_page"),
        (b"\x1f\x8b\x08", "archive_file"),
        (b"PK\x03\x04broken", "broken_xlsx"),
        (excel()[:-300], "broken_xlsx"),
        (excel([()]), "empty_file"),
        (excel([("Name",)]), "no_rows"),
        (lambda: excel([["Name"] * 600, ["x"] * 600]), "too_many_columns"),
        (package(mimetype="", content_dot_xml="<x/>"), "ods_file"),
        (
            package(**{"[Content_Types]_dot_xml": "", "word__document_dot_xml": ""}),
            "document_file",
        ),
        (
            package(**{"[Content_Types]_dot_xml": "", "xl__workbook_dot_bin": ""}),
            "xlsb_file",
        ),
        (package(liste_dot_csv="Name"), "archive_file"),
        (package(xl__workbook_dot_xml="<x"), "broken_xlsx"),
        (with_sheet("<worksheet><sheetData><row>"), "broken_xlsx"),
        (lambda: with_sheet(LAUGHS), "xlsx_bomb"),
        (lambda: with_sheet(" " * 90_000_000), "xlsx_bomb"),
        (lambda: with_sheet(FAR_CELLS), "too_many_columns"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused(content, code):
    handed_in = content() if callable(content) else content

    refusal = refused(handed_in)

    assert refusal.code == code
    assert SENTENCES[code] % refusal.facts
    assert refusal.facts["filename"] == "liste"


@pytest.mark.parametrize(
    "content, line",
    [
        (b"Name;Mail\nAda;\nB\x00en;\n", 3),
        (b"Name\r\nAda\r\nM\x81ller\n", 3),
        (b'Name;Mail\nAda;"x\nBen;y\n', 2),
    ],
)
def test_a_refusal_names_the_line(content, line):
    assert refused(content).facts["line"] == line


def test_an_xlsx_that_lies_about_its_size_is_refused():
    bomb = bytearray(with_sheet(" " * 90_000_000))
    size = struct.pack("<I", 90_000_000)
    content = bytes(bomb).replace(size, struct.pack("<I", 1000))

    assert refused(content).code == "broken_xlsx"


def read_guest(text):
    sheet = read_sheet(text.encode("utf-8", errors="surrogatepass"))
    return read_row(sheet.rows[0], recognise_sheet(sheet).mapping)


@pytest.mark.parametrize(
    "cell, name, code",
    [
        ("=cmd|'/C calc'!A0", "=cmd|'/C calc'!A0", Code.FORMULA),
        ("<script>alert(1)</script>", "<script>alert(1)</script>", None),
        ("Ada\u202egpj", "Adagpj", Code.DIRECTION_REMOVED),
        ("{{ 7*7 }}", "{{ 7*7 }}", None),
        ("'; DROP TABLE participant; --", "'; DROP TABLE participant; --", None),
    ],
)
def test_hostile_names_stay_text(cell, name, code):
    row = read_guest(f'Name\n"{cell}"\n')

    assert row.guest.name == name
    assert [finding.code for finding in row.findings] == [code] * (code is not None)


def outcome(content):
    try:
        return read_sheet(content)
    except Unusable as refusal:
        return SENTENCES[refusal.code] % refusal.facts


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content):
    assert outcome(content)


WHOLE = excel([("Vorname", "Nachname"), ("Ada", "L"), ("Xi", 3)])
PLACES = st.integers(min_value=0, max_value=len(WHOLE) - 100)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(PLACES, st.integers(0, 255), min_size=1, max_size=8))
def test_a_damaged_excel_file_is_read_or_refused(damage):
    content = bytearray(WHOLE)
    for place, byte in damage.items():
        content[place] = byte

    assert outcome(bytes(content))
