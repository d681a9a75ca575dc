"""Lists are recognised by their headings, and mappings by hand are checked."""

import pytest

from lip.conference.rules.columns import (
    Column,
    MappingProblem,
    Preset,
    ProblemCode,
    check_mapping,
    known_headings,
    recognise,
)

C = Column
IGNORE = Column.IGNORE


@pytest.mark.parametrize(
    "heading, column",
    [
        ("E-Mail", C.EMAIL),
        ("e-mail-adresse", C.EMAIL),
        ("  E MAIL ", C.EMAIL),
        ("Mail", C.EMAIL),
        ("E-Mail:", C.EMAIL),
        ("Vorname", C.GIVEN_NAME),
        ("First name", C.GIVEN_NAME),
        ("first_name", C.GIVEN_NAME),
        ("Nachname*", C.FAMILY_NAME),
        ("Name", C.FULL_NAME),
        ("Name, Vorname", C.FULL_NAME),
        ("Verein", C.ORGANISATION),
        ("Organisation/Verein", C.ORGANISATION),
        ("Institution", C.ORGANISATION),
        ("Telefon / Handy", C.PHONE),
        ("Kinderbetreuung (bitte Anzahl angeben)", C.CHILDCARE),
        ("Stimmberechtigt?", C.MAY_VOTE),
        ("Nr.", C.EXTERNAL_ID),
        ("lfd. Nr.", C.EXTERNAL_ID),
        ("Dolmetscher*in", C.INTERPRETING),
        ("Lieblingsfarbe", IGNORE),
    ],
)
def test_a_heading_means_a_column(heading, column):
    assert recognise((heading,)).mapping == (column,)


@pytest.mark.parametrize(
    "headings, meaning",
    [
        (("Vorname", "Name"), C.FAMILY_NAME),
        (("Vorname", "Nachname", "Name"), C.FULL_NAME),
        (("Verein", "Name"), C.FULL_NAME),
        (("First name", "Name"), C.FAMILY_NAME),
    ],
)
def test_a_bare_name_is_the_family_name_beside_a_given_name(headings, meaning):
    assert recognise(headings).mapping[-1] is meaning


def test_what_nobody_needs_at_the_door_is_left_out():
    found = recognise(("Anrede", "Vorname", "Geschlecht", "Staatsangehörigkeit", "PLZ"))

    assert found.mapping == (IGNORE, C.GIVEN_NAME, IGNORE, IGNORE, IGNORE)
    assert found.left_out == (0, 2, 3, 4)
    assert found.unknown == ()


def test_what_is_not_known_is_offered_for_mapping():
    found = recognise(("Vorname", "Lieblingsfarbe", "Mobil", "Telefon"))

    assert found.mapping == (C.GIVEN_NAME, IGNORE, C.PHONE, IGNORE)
    assert found.unknown == (1, 3)


def test_a_list_without_a_known_word_is_unknown():
    found = recognise(("a", "b"))

    problems = check_mapping(found.mapping, ("a", "b"))
    assert found.preset is Preset.UNKNOWN
    assert problems == (MappingProblem(code=ProblemCode.NOTHING_MAPPED),)


def test_a_heading_twice_in_an_own_list_counts_once_and_is_said():
    headings = ("Name", "Verein", "Verein")

    found = recognise(headings)

    problems = check_mapping(found.mapping, headings)
    assert found.mapping == (C.FULL_NAME, C.ORGANISATION, IGNORE)
    assert problems == (
        MappingProblem(
            code=ProblemCode.HEADING_TWICE, column=C.ORGANISATION, positions=(1, 2)
        ),
    )
    assert not problems[0].blocks


def test_pretix_repeats_headings_and_both_are_read():
    found = recognise((
        "Order code",
        "Status",
        "Email",
        "Attendee name",
        "Attendee email",
        "Company",
        "Pseudonymization ID",
        "Sprache",
        "Company",
    ))

    assert found.preset is Preset.PRETIX_POSITIONS
    assert found.mapping == (
        IGNORE,
        C.STATUS,
        IGNORE,
        C.FULL_NAME,
        C.EMAIL,
        C.ORGANISATION,
        C.EXTERNAL_ID,
        C.LANGUAGE,
        C.ORGANISATION,
    )
    assert found.unknown == ()


def test_pretix_is_recognised_in_german():
    found = recognise((
        "Bestellnummer",
        "Position",
        "E-Mail",
        "Name Teilnehmer*in",
        "Name Teilnehmer*in: Vorname",
        "Name Teilnehmer*in: Nachname",
        "E-Mail Teilnehmer*in",
        "Firma",
        "Pseudonyme ID",
        "Bestellkommentar",
    ))

    assert found.preset is Preset.PRETIX_POSITIONS
    assert found.mapping == (
        IGNORE,
        IGNORE,
        IGNORE,
        C.FULL_NAME,
        C.GIVEN_NAME,
        C.FAMILY_NAME,
        C.EMAIL,
        C.ORGANISATION,
        C.EXTERNAL_ID,
        C.NOTE,
    )


def test_the_secret_of_a_pretix_ticket_is_never_taken_over():
    found = recognise((
        "Order code",
        "Attendee name",
        "Product",
        "Price",
        "Checked in",
        "Secret",
        "E-mail",
        "Company",
        "Comment",
    ))

    assert found.preset is Preset.PRETIX_CHECK_IN
    assert found.mapping == (
        C.EXTERNAL_ID,
        C.FULL_NAME,
        IGNORE,
        IGNORE,
        IGNORE,
        IGNORE,
        C.EMAIL,
        C.ORGANISATION,
        C.NOTE,
    )
    assert 5 in found.left_out


def test_labels_of_other_languages_may_be_added():
    found = recognise(("الاسم",), labels={"الاسم": C.FULL_NAME})

    assert found.mapping == (C.FULL_NAME,)


def test_one_column_may_not_mean_two_things():
    problems = check_mapping((C.EMAIL, C.EMAIL, C.GIVEN_NAME), ("a", "b", "c"))

    assert problems == (
        MappingProblem(code=ProblemCode.COLUMN_TWICE, column=C.EMAIL, positions=(0, 1)),
    )
    assert problems[0].blocks


def test_a_mapping_without_names_is_allowed_with_a_remark():
    (problem,) = check_mapping((C.EMAIL,), ("a",))

    assert problem.code is ProblemCode.NO_NAME_COLUMN
    assert not problem.blocks


@pytest.mark.parametrize(
    "mapping, headings, code",
    [
        ((IGNORE, IGNORE), ("a", "b"), ProblemCode.NOTHING_MAPPED),
        ((C.EMAIL,), ("a", "b"), ProblemCode.WRONG_LENGTH),
        ((), (), ProblemCode.NOTHING_MAPPED),
    ],
)
def test_a_mapping_that_reads_nothing_blocks(mapping, headings, code):
    (problem,) = check_mapping(mapping, headings)

    assert problem.code is code
    assert problem.blocks


def test_a_good_mapping_has_no_problems():
    assert check_mapping((C.GIVEN_NAME, IGNORE, IGNORE), ("a", "b", "c")) == ()


def test_known_headings_are_counted():
    assert known_headings(("Vorname", "Anrede", "Nachname", "Blub", "")) == 3
