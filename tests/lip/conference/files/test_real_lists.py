"""The lists that organisers really have, from three encodings and three programs."""

import io
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import Workbook

from lip.conference.files.export import participants_csv, participants_xlsx
from lip.conference.files.sheets import read_sheet, recognise_sheet
from lip.conference.rules.column import Column
from lip.conference.rules.columns import Preset, check_mapping
from lip.conference.rules.findings import Code, Level
from lip.conference.rules.guest_list import (
    Choice,
    Existing,
    Likeness,
    RowStatus,
    chosen,
    judge,
)
from lip.conference.rules.guest_rows import read_row

LISTS = Path(__file__).parents[5] / "shared" / "data" / "imports"
WHOLE = "teilnehmende_excel_de_utf8bom_semikolon.csv"
WINDOWS = "teilnehmende_excel_de_cp1252_semikolon.csv"
WIDE = "teilnehmende_tab.tsv"
HERE = UUID(int=1)

pytestmark = pytest.mark.skipif(
    not LISTS.is_dir(), reason="the real guest lists are not on this machine"
)


def content(name):
    return (LISTS / name).read_bytes()


def rows_of(handed_in):
    sheet = read_sheet(handed_in)
    mapping = recognise_sheet(sheet).mapping
    return [read_row(row, mapping) for row in sheet.rows]


def guests_of(handed_in):
    return [row.guest for row in rows_of(handed_in)]


def judged(handed_in, existing=()):
    return judge(rows_of(handed_in), conference=HERE, existing=existing)


def registered(rows):
    return [
        Existing(id=UUID(int=row.line), guest=row.guest, source_key=row.source_key)
        for row in rows
    ]


def test_the_whole_list_has_200_people():
    sheet = read_sheet(content(WHOLE))

    recognised = recognise_sheet(sheet)
    assert (sheet.encoding, sheet.separator, len(sheet.rows)) == ("UTF-8", ";", 200)
    assert recognised.preset is Preset.LIST
    assert check_mapping(recognised.mapping, sheet.headings) == ()
    assert recognised.unknown == ()
    assert [sheet.headings[position] for position in recognised.left_out] == ["Anrede"]


def test_each_dirty_row_is_reported_for_what_it_is():
    report = judged(content(WHOLE))

    found = {
        (row.line, row.guest.external_id, finding.code, finding.value)
        for row in report.rows
        for finding in row.findings
        if finding.code is not Code.BADGE_GIVEN_NAME_ONLY
    }
    assert found == {
        (5, "124", Code.TRIMMED, "Дубина"),
        (10, "71", Code.NUMBER_TWICE, "71"),
        (11, "71", Code.NUMBER_TWICE, "71"),
        (18, "79", Code.EMAIL_SHARED, "Стоян Савин"),
        (19, "143", Code.EMAIL_SHARED, "صادق المنتفق"),
        (32, "31", Code.READ_AS_NONE, "kein"),
        (43, "15", Code.ONE_NAME, "Loos"),
        (57, "26", Code.FORMULA, '=HYPERLINK("http://example.org")'),
        (72, "29", Code.LINE_BREAK, "Zeile mit Umbruch e. V."),
    }
    levels = [finding.level for row in report.rows for finding in row.findings]
    assert levels.count(Level.WARNING) == 1
    assert levels.count(Level.ERROR) == 0


def test_who_wants_no_family_name_on_the_badge_gets_none():
    wishing = [row for row in rows_of(content(WHOLE)) if row.guest.badge_name]

    assert len(wishing) == 18
    assert all(row.guest.badge_name == row.guest.given_name for row in wishing)
    assert all("ohne Nachnamen" in row.guest.note for row in wishing)


def test_doubles_are_shown_and_the_first_stays_good():
    report = judged(content(WHOLE))

    doubtful = {
        row.line: (row.guest.name, row.twins[0].likeness, row.twins[0].line)
        for row in report.rows
        if row.status is RowStatus.POSSIBLE_DUPLICATE
    }
    assert doubtful == {
        11: ("سخاء الألجاوي", Likeness.SAME_ENTRY, 10),
        173: ("John Nguyễn", Likeness.SAME_NAME, 164),
    }
    assert len(chosen(report, Choice.GOOD_ONLY)) == 198
    assert len(chosen(report, Choice.ALL)) == 200


def test_what_people_need_is_counted():
    guests = guests_of(content(WHOLE))

    assert sum(not guest.email for guest in guests) == 50
    assert sum(guest.may_vote for guest in guests) == 30
    assert sum(bool(guest.interpreting) for guest in guests) == 78
    assert sum(guest.childcare for guest in guests) == 38 * 2 + 30
    assert all(guest.language for guest in guests)
    assert all(guest.interpreting in {(), (guest.language,)} for guest in guests)


@pytest.mark.parametrize("name", [WINDOWS, WIDE])
def test_the_same_number_is_the_same_person_in_every_encoding(name):
    whole = {guest.external_id: guest for guest in guests_of(content(WHOLE))}

    guests = guests_of(content(name))

    assert len(guests) == {WINDOWS: 60, WIDE: 40}[name]
    assert guests == [whole[guest.external_id] for guest in guests]


@pytest.mark.parametrize("name", [WINDOWS, WIDE, WHOLE])
def test_importing_the_same_people_from_another_file_changes_nothing(name):
    existing = registered(judged(content(WHOLE)).rows)

    again = judged(content(name), existing)

    assert again.count(RowStatus.ALREADY_THERE) == len(again.rows)


def test_after_the_good_lines_the_rest_is_shown_again():
    first = chosen(judged(content(WHOLE)), Choice.GOOD_ONLY)

    again = judged(content(WHOLE), registered(first))

    assert again.counts == {
        RowStatus.NEW: 0,
        RowStatus.ALREADY_THERE: 199,
        RowStatus.CHANGED: 0,
        RowStatus.POSSIBLE_DUPLICATE: 1,
        RowStatus.FAULTY: 0,
    }


def as_excel(text):
    sheet = read_sheet(text.encode())
    book = Workbook()
    book.active.append(sheet.headings)
    for row in sheet.rows:
        book.active.append(row.cells)
    for cells in book.active.iter_rows():
        for cell in cells:
            cell.data_type = "s" if cell.value else "n"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.encode("utf-8"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-be"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.replace("\r\n", "\n").encode("utf-8-sig"),
        as_excel,
    ],
    ids=["utf-8", "utf-16", "utf-16-be", "utf-16-le", "lf", "xlsx"],
)
def test_the_200_people_stay_the_same_however_they_are_saved(written):
    text = content(WHOLE).decode("utf-8-sig")

    assert guests_of(written(text)) == guests_of(content(WHOLE))


@pytest.mark.parametrize("write", [participants_csv, participants_xlsx])
def test_the_200_people_come_back_from_our_own_export(write):
    first = judged(content(WHOLE))

    exported = write([row.guest for row in first.rows])

    again = judged(exported, registered(first.rows))
    assert again.count(RowStatus.ALREADY_THERE) == 200


@pytest.mark.parametrize(
    "name, preset, people",
    [
        ("pretix_order_positions_export.csv", Preset.PRETIX_POSITIONS, 50),
        ("openslides4_participants.csv", Preset.OPENSLIDES, 30),
        ("antragsgruen_sample_user_import.csv", Preset.ANTRAGSGRUEN, 3),
    ],
)
def test_exports_of_other_programs_need_no_mapping_by_hand(name, preset, people):
    sheet = read_sheet(content(name))

    recognised = recognise_sheet(sheet)
    rows = rows_of(content(name))
    assert (recognised.preset, len(rows)) == (preset, people)
    assert recognised.unknown == ()
    problems = check_mapping(recognised.mapping, sheet.headings)
    assert not any(problem.blocks for problem in problems)
    assert all(row.guest.name and not row.faulty for row in rows)


def test_openslides_names_the_same_people_as_the_list():
    whole = {guest.external_id: guest for guest in guests_of(content(WHOLE))}

    for guest in guests_of(content("openslides4_participants.csv")):
        same = whole[guest.external_id]
        assert (guest.name, guest.organisation) == (same.name, same.organisation)
        assert (guest.email, guest.may_vote) == (same.email, same.may_vote)
        assert guest.badge_name == same.badge_name


def test_pretix_knows_language_phone_and_one_id_per_person():
    guests = guests_of(content("pretix_order_positions_export.csv"))

    assert len({guest.external_id for guest in guests}) == 50
    assert guests[1].phone == "+49 511 5550192"
    assert guests[1].language == "sq"
    assert guests[6].email == ""  # only the address of the whole order is known


def test_a_list_of_motions_is_no_guest_list():
    name = "openslides2_motions_from_antragsgruen.csv"

    recognised = recognise_sheet(read_sheet(content(name)))

    assert recognised.preset is Preset.UNKNOWN
    assert set(recognised.mapping) == {Column.IGNORE}
