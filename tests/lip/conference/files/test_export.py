"""Exports hold no formulas, and come back as the same people."""

import csv
import io
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from lip.conference.files.export import (
    EXPORTED,
    ExtraColumn,
    neutral,
    participants_csv,
    participants_xlsx,
)
from lip.conference.files.sheets import read_sheet, recognise_sheet
from lip.conference.rules.column import Column
from lip.conference.rules.guest import Guest
from lip.conference.rules.guest_rows import read_row
from lip.conference.rules.sheet import SheetRow
from lip.words import LANGUAGES, speaking

FULL = Guest(
    external_id="7",
    full_name="Lovelace Ada",
    given_name="Ada",
    family_name="Lovelace",
    badge_name="Ada",
    organisation="=HYPERLINK(1)",
    role="Presse",
    email="ada@example.org",
    phone="+49 511 1234",
    language="ja",
    spoken_languages=("no", "de"),
    interpreting=("no", "ja"),
    childcare=2,
    access="Hörschleife",
    diet="vegan",
    workshop="III",
    may_vote=True,
    only_on=date(2026, 11, 24),
    note="ohne Nachnamen",
)


def read(content):
    sheet = read_sheet(content)
    mapping = recognise_sheet(sheet).mapping
    return [read_row(row, mapping).guest for row in sheet.rows]


def written(content):
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def column_of(content, column):
    position = EXPORTED.index(column)
    return [row[position] for row in written(content)[1:]]


@pytest.mark.parametrize("write", [participants_csv, participants_xlsx])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_export_comes_back_in_any_language(write, language):
    with speaking(language):
        content = write([FULL, Guest(given_name="Xi")])

    assert read(content) == [FULL, Guest(given_name="Xi")]


cell = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            *("ja", "no", "ar, ja", "a@example.org", "24.11.2026", "=1+1", "'=1", "'-"),
            *("+49 511 1", "@x", "-1", "''+", "Anna, B", "ohne Nachname", "a;b|c\t,d"),
        ],
    ),
)
people = st.fixed_dictionaries(
    {column: cell for column in Column if column is not Column.STATUS},
).map(
    lambda cells: read_row(SheetRow(line=2, cells=tuple(cells.values())), tuple(cells)),
)
good_people = people.filter(lambda row: not row.faulty).map(lambda row: row.guest)


@settings(deadline=None)
@given(st.lists(good_people, min_size=1, max_size=3))
def test_any_guest_written_as_csv_is_read_again(guests):
    assert read(participants_csv(guests)) == guests


@settings(deadline=None, max_examples=40)
@given(st.lists(good_people, min_size=1, max_size=2))
def test_any_guest_written_as_excel_is_read_again(guests):
    assert read(participants_xlsx(guests)) == guests


@pytest.mark.parametrize(
    "value",
    ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "'=1", "=cmd|'/C calc'!A0"],
)
def test_what_a_spreadsheet_may_run_is_neutralised(value):
    guest = Guest(given_name="Ada", organisation=value)

    (cell,) = column_of(participants_csv([guest]), Column.ORGANISATION)

    assert cell == "'" + value


@pytest.mark.parametrize("value", ["", "Verein", "O'Connor", "a=b", "1-2", "'s G"])
def test_what_is_harmless_stays_as_it_is(value):
    assert neutral(value) == value


def test_every_cell_is_quoted_so_that_no_other_separator_cuts_it():
    content = participants_csv([Guest(given_name="Ada", organisation="a,=1+1")])

    assert '"a,=1+1"' in content.decode("utf-8-sig")


def test_csv_is_what_excel_opens():
    content = participants_csv([FULL])

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert written(content)[0][0] == "Nr."


def test_no_cell_of_an_excel_export_is_a_formula():
    content = participants_xlsx([FULL])

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        xml = package.read("xl/worksheets/sheet1.xml")
    sheet = load_workbook(io.BytesIO(content)).active
    cell = sheet.cell(2, EXPORTED.index(Column.ORGANISATION) + 1)
    assert b"<f>" not in xml
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")
    assert cell.quotePrefix
    assert sheet.freeze_panes == "A2"


def test_further_columns_stand_beside():
    arrived = ExtraColumn(heading="Eingelassen", cells=("=9:05", ""))

    rows = written(participants_csv([FULL, Guest(full_name="Xi")], extra=[arrived]))

    assert [row[-1] for row in rows] == ["Eingelassen", "'=9:05", ""]


def test_an_export_of_nobody_has_headings():
    assert len(written(participants_csv([]))) == 1
    assert participants_xlsx([])


def test_hostile_characters_cannot_break_a_file():
    guest = Guest(full_name="A\x00\x07\ud800\uffff<b>&")

    assert participants_xlsx([guest])
    assert participants_csv([guest])
