"""Lists are read from what Excel, LibreOffice and other programs write."""

from datetime import date, datetime, time
from io import BytesIO

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from openpyxl import Workbook

from lip.conference.files.sheets import read_sheet, recognise_sheet
from lip.conference.rules.column import Column
from lip.conference.rules.sheet import SheetKind, SheetRow
from lip.errors import Unusable

LIST = "Vorname;Nachname\r\nŞilan;Demir\r\nJörg;Müller\r\n"
GERMAN = LIST.replace("Ş", "S")


def excel(*sheets, **names):
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate([*sheets, *names.values()]):
        title = ([f"Blatt {n}" for n, _ in enumerate(sheets)] + list(names))[number]
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def cells(sheet):
    return [row.cells for row in sheet.rows]


def lines(sheet):
    return [row.line for row in sheet.rows]


@pytest.mark.parametrize(
    "codec, mark, name",
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", b"\xef\xbb\xbf", "UTF-8"),
        ("utf-16-le", b"\xff\xfe", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "UTF-16"),
        ("utf-16-le", b"", "UTF-16"),
        ("utf-16-be", b"", "UTF-16"),
    ],
)
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_each_encoding_and_separator_gives_the_same_rows(codec, mark, name, separator):
    sheet = read_sheet(mark + LIST.replace(";", separator).encode(codec))

    assert sheet.kind is SheetKind.CSV
    assert (sheet.encoding, sheet.separator) == (name, separator)
    assert sheet.headings == ("Vorname", "Nachname")
    assert cells(sheet) == [("Şilan", "Demir"), ("Jörg", "Müller")]


def test_windows_text_is_read():
    sheet = read_sheet(GERMAN.encode("cp1252") + "Ž;„Haus“ €".encode("cp1252"))

    assert sheet.encoding == "Windows-1252"
    assert cells(sheet)[1:] == [("Jörg", "Müller"), ("Ž", "„Haus“ €")]


def test_another_encoding_may_be_named():
    content = "Vorname;Nachname\nМаксим;Тарасенко\n".encode("cp1251")

    sheet = read_sheet(content, encoding="cp1251")

    assert cells(sheet) == [("Максим", "Тарасенко")]


def test_lines_count_as_in_a_text_editor():
    text = 'Name;Verein\r\nAda;"Zeile\nmit\r\nUmbruch"\r\r\nBen;x\nXi;y'

    sheet = read_sheet(text.encode())

    assert lines(sheet) == [2, 6, 7]
    assert cells(sheet)[0] == ("Ada", "Zeile\nmit\r\nUmbruch")


@pytest.mark.parametrize(
    "text",
    [
        "Name;Verein\nAda;Sport, Spiel, Spaß\nBen;a, b, c\nXi;d, e, f\n",
        "Vorname\tVerein\nAda\tSport; Spiel\nBen\ta; b; c\n",
        'Name,Verein\nAda,"a;b;c;d"\nBen,"e;f"\n',
        "Name|Verein\nAda|Sport, Spiel; Spaß\n",
        "sep=;\nName;Verein\nAda;a,b\n",
    ],
)
def test_separators_inside_cells_do_not_mislead(text):
    sheet = read_sheet(text.encode())

    assert len(sheet.headings) == 2
    assert {len(row.cells) for row in sheet.rows} == {2}


def test_a_list_of_one_column_is_a_list():
    sheet = read_sheet(b"Name\nAda\nBen\n")

    assert (sheet.headings, cells(sheet)) == (("Name",), [("Ada",), ("Ben",)])


def test_quotes_used_freely_are_text():
    sheet = read_sheet(b'Name;Verein\nAda "Bill" L;"Haus" e.V.\nXi;x\n')

    assert cells(sheet) == [('Ada "Bill" L', "Haus e.V."), ("Xi", "x")]


def test_a_title_above_the_headings_is_passed_over():
    sheet = read_sheet("Gästeliste 2026;;\n;;\nVorname;Nachname;\nAda;L;\n".encode())

    assert sheet.headings == ("Vorname", "Nachname")
    assert lines(sheet) == [4]


def test_empty_rows_and_empty_columns_at_the_end_are_left_out():
    sheet = read_sheet(b"Name;Mail;;\n;;;\nAda;;;\n \n")

    assert sheet.headings == ("Name", "Mail")
    assert lines(sheet) == [3]


def test_a_column_without_heading_stays_where_something_stands_in_it():
    sheet = read_sheet(b"Name;Mail;;\nAda;;x;\n")

    assert sheet.headings == ("Name", "Mail", "")


def test_excel_values_read_as_a_person_sees_them():
    row = [
        12.0,
        0.1 + 0.2,
        491715550001.0,
        7,
        True,
        date(2026, 11, 24),
        datetime(2026, 11, 24, 15, 30),  # noqa: DTZ001 - as Excel stores it
        time(9, 5),
        None,
        " ß ",
    ]

    sheet = read_sheet(excel([["Name", *"abcdefghi"], row]))

    assert sheet.kind is SheetKind.XLSX
    assert cells(sheet) == [
        (
            "12",
            "0.3",
            "491715550001",
            "7",
            "WAHR",
            "2026-11-24",
            "2026-11-24 15:30",
            "09:05",
            "",
            " ß ",
        ),
    ]


def test_excel_rows_keep_their_number_and_hidden_ones_are_read():
    book = Workbook()
    sheet = book.active
    sheet.append([])
    sheet.append([])
    sheet.append(["Vorname", "Nachname"])
    sheet.append([])
    sheet.append(["Ada", "L"])
    sheet.row_dimensions[5].hidden = True
    written = BytesIO()
    book.save(written)

    read = read_sheet(written.getvalue())

    assert read.rows == (SheetRow(line=5, cells=("Ada", "L")),)


def test_the_first_sheet_with_content_is_read_unless_another_is_named():
    content = excel(Leer=[], Gäste=[["Name"], ["Ada"]], Helfer=[["Name"], ["Ben"]])

    first = read_sheet(content)
    named = read_sheet(content, sheet_name="Helfer")

    assert first.sheet_names == ("Leer", "Gäste", "Helfer")
    assert (first.sheet_name, cells(first)) == ("Gäste", [("Ada",)])
    assert (named.sheet_name, cells(named)) == ("Helfer", [("Ben",)])


def test_a_sheet_that_is_not_there_is_refused():
    with pytest.raises(Unusable) as refusal:
        read_sheet(excel([["Name"], ["Ada"]]), sheet_name="Gäste")

    assert refusal.value.code == "unknown_sheet"


def test_a_formula_without_a_value_is_shown_as_written():
    sheet = read_sheet(excel([["Name", "Verein"], ["Ada", '=HYPERLINK("x")']]))

    assert cells(sheet) == [("Ada", '=HYPERLINK("x")')]


def test_the_content_decides_and_not_the_name():
    assert read_sheet(excel([["Name"], ["Ada"]]), filename="liste.csv").sheet_name
    assert read_sheet(b"Name\nAda\n", filename="liste.xlsx").encoding == "UTF-8"


def test_our_labels_are_known():
    sheet = read_sheet(b"Voller Name;Nur am\nAda;24.11.2026\n")

    assert recognise_sheet(sheet).mapping == (Column.FULL_NAME, Column.ONLY_ON)


text_cells = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"),
    max_size=12,
)


@given(st.lists(st.tuples(text_cells, text_cells), min_size=1, max_size=5))
def test_whatever_is_written_by_the_book_is_read_again(rows):
    body = "".join(
        ";".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n"
        for row in rows
    )
    assume(all(any(cell.strip() for cell in row) for row in rows))

    sheet = read_sheet(("Vorname;Nachname\r\n" + body).encode("utf-8-sig"))

    assert cells(sheet) == rows
