"""A row becomes a guest, and whatever was noticed is said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.conference.rules.column import Column
from lip.conference.rules.findings import LEVELS, Code
from lip.conference.rules.guest import Guest
from lip.conference.rules.guest_rows import read_row
from lip.conference.rules.sheet import SheetRow

C = Column


def read(line=2, **cells):
    mapping = tuple(Column(name) for name in cells)
    return read_row(SheetRow(line=line, cells=tuple(cells.values())), mapping)


def codes(row):
    return [finding.code for finding in row.findings]


def test_every_column_reaches_the_guest():
    row = read(
        external_id="7",
        given_name="Ada",
        family_name="Lovelace",
        badge_name="Ada L.",
        organisation="Verein",
        role="Presse",
        email="ada@example.org",
        phone="+49 511 1234",
        language="Englisch",
        spoken_languages="de, fr",
        interpreting="Französisch",
        childcare="2",
        access="Hörschleife",
        diet="vegan",
        workshop="III",
        may_vote="ja",
        note="kommt später",
        only_on="24.11.2026",
    )

    assert row.line == 2
    assert row.findings == ()
    assert row.guest == Guest(
        external_id="7",
        given_name="Ada",
        family_name="Lovelace",
        badge_name="Ada L.",
        organisation="Verein",
        role="Presse",
        email="ada@example.org",
        phone="+49 511 1234",
        language="en",
        spoken_languages=("de", "fr"),
        interpreting=("fr",),
        childcare=2,
        access="Hörschleife",
        diet="vegan",
        workshop="III",
        may_vote=True,
        only_on=date(2026, 11, 24),
        note="kommt später",
    )
    assert row.guest.name == "Ada Lovelace"


@pytest.mark.parametrize(
    "cells, name, said",
    [
        ({"full_name": "ሰላም"}, "ሰላም", []),
        ({"full_name": "Müller, Anna"}, "Anna Müller", [Code.NAME_TURNED]),
        ({"given_name": "", "family_name": "Loos"}, "Loos", [Code.ONE_NAME]),
        ({"given_name": "Ali", "family_name": ""}, "Ali", [Code.ONE_NAME]),
        ({"full_name": "Ada L", "given_name": "Ada", "family_name": "L"}, "Ada L", []),
        (
            {"full_name": "Đặng Thị", "given_name": "Thị", "family_name": "Đặng"},
            "Đặng Thị",
            [],
        ),
        ({"full_name": "", "organisation": "Presse"}, "", [Code.NO_NAME]),
        ({"full_name": "", "email": "a@example.org"}, "", [Code.NO_NAME]),
    ],
)
def test_names_come_in_every_shape(cells, name, said):
    row = read(**cells)

    assert (row.guest.name, codes(row)) == (name, said)
    assert not row.faulty


def test_a_whole_name_that_only_repeats_the_parts_is_not_kept_twice():
    row = read(full_name="Азар   Дубина", given_name="Азар", family_name="  Дубина ")

    assert row.guest == Guest(given_name="Азар", family_name="Дубина")


def test_the_first_filled_of_two_equal_headings_counts():
    row = read_row(
        SheetRow(line=2, cells=("Ada", "", "Verein")),
        (C.FULL_NAME, C.ORGANISATION, C.ORGANISATION),
    )

    assert row.guest.organisation == "Verein"


def test_what_is_ignored_is_not_even_looked_at():
    row = read_row(SheetRow(line=2, cells=("=1+1", "Ada")), (C.IGNORE, C.FULL_NAME))

    assert row.findings == ()


def test_cells_beyond_the_headings_are_said():
    row = read_row(SheetRow(line=2, cells=("Ada", "", "x", "y")), (C.FULL_NAME,))

    (finding,) = row.findings
    assert finding.code is Code.EXTRA_CELLS
    assert finding.value == "x | y"


def test_a_short_row_is_read():
    row = read_row(SheetRow(line=2, cells=("Ada",)), (C.FULL_NAME, C.EMAIL))

    assert row.guest == Guest(full_name="Ada")


@pytest.mark.parametrize(
    "cells", [{"external_id": "7"}, {"full_name": " - "}, {"email": "broken"}]
)
def test_a_row_without_anybody_is_kept_out(cells):
    row = read(**cells)

    assert row.faulty
    assert Code.NOBODY in codes(row)


def test_a_registration_taken_back_is_kept_out():
    row = read(full_name="Ada", status="canceled")

    assert row.faulty
    assert codes(row) == [Code.CANCELLED]


def test_a_broken_address_is_left_out_and_the_person_comes():
    row = read(full_name="Ada", email="ada@")

    assert row.guest.email == ""
    assert codes(row) == [Code.EMAIL_BROKEN]
    assert not row.faulty


def test_too_long_a_name_keeps_the_row_out():
    assert read(full_name="x" * 201).faulty


@pytest.mark.parametrize(
    "note",
    [
        "Begleitperson; bitte Namensschild ohne Nachnamen",
        "nur Vorname auf das Schild",
        "Badge without last name please",
        "kein Nachname!",
    ],
)
def test_a_wish_for_the_given_name_only_reaches_the_badge(note):
    row = read(given_name="Piotr", family_name="Kołata", note=note)

    assert row.guest.badge_name == "Piotr"
    assert row.guest.note == note
    assert codes(row) == [Code.BADGE_GIVEN_NAME_ONLY]


@pytest.mark.parametrize("note", ["kommt erst ab 15 Uhr", "Nachname unsicher", ""])
def test_other_notes_leave_the_badge_alone(note):
    row = read(given_name="Piotr", family_name="Kołata", note=note)

    assert row.guest.badge_name == ""


def test_a_column_for_badges_decides_alone():
    row = read(given_name="Piotr", badge_name="", note="ohne Nachnamen")

    assert row.guest.badge_name == ""


def test_several_languages_are_parted():
    row = read(full_name="Ada", language="Arabisch, Deutsch", interpreting="ja")

    assert row.guest.language == "ar"
    assert row.guest.spoken_languages == ("de",)
    assert row.guest.interpreting == ("ar",)
    assert codes(row) == [Code.SEVERAL_LANGUAGES]


def test_an_unknown_language_is_kept_out_and_said():
    row = read(full_name="Ada", language="Elbisch")

    assert row.guest.language == ""
    assert codes(row) == [Code.LANGUAGE_UNKNOWN]


def test_every_code_has_a_level():
    assert LEVELS.keys() == set(Code)


cell = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["ja", "nein", "ar, de", "a@example.org", "24.11.2026", "=1", "2"]),
)


@given(st.fixed_dictionaries({column.value: cell for column in Column}))
def test_any_row_is_read_and_can_be_stored(cells):
    row = read(**cells)

    guest = row.guest
    texts = [getattr(guest, name) for name in guest.__slots__]
    "".join(text for text in texts if isinstance(text, str)).encode()
    assert all("\x00" not in text for text in texts if isinstance(text, str))
    assert row.faulty or guest.name or Code.NO_NAME in codes(row) or guest.badge_name
