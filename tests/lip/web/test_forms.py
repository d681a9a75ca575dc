"""Reading fields of a form into values."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.web.forms import Form
from lip.web.page import local_path

BERLIN = ZoneInfo("Europe/Berlin")


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def form(**fields: str) -> Form:
    return Form({name: [value] for name, value in fields.items()})


@pytest.mark.parametrize(
    "typed, read",
    [
        ("  Ada   Lovelace ", "Ada Lovelace"),
        ("Ada\x00\x07", "Ada"),
        ("\u202eadA", "adA"),
        ("a\u200db", "a\u200db"),  # a joiner belongs to the word
        ("محمد", "محمد"),
        ("", ""),
    ],
)
def test_a_text_loses_what_nobody_sees(typed: str, read: str):
    assert form(name=typed).text("name") == read


def test_a_text_of_several_lines_keeps_them():
    assert form(note="a\n  b\x00").text("note", lines=True) == "a\n  b"


def test_what_is_missing_or_too_long_is_said_at_the_field():
    sent = form(long="x" * 11)

    sent.text("name", required=True)
    sent.text("long", most=10)

    assert sent.errors == {
        "name": "Bitte füllen Sie dieses Feld aus.",
        "long": "Bitte höchstens 10 Zeichen eingeben.",
    }
    assert not sent


def test_the_first_mistake_of_a_field_stands():
    sent = form()

    sent.refuse("name", "eins")
    sent.refuse("name", "zwei")

    assert sent.errors == {"name": "eins"}


@pytest.mark.parametrize(
    "typed, number, wrong",
    [
        ("7", 7, False),
        (" 7 ", 7, False),
        ("", 3, False),
        ("x", 3, True),
        ("-1", -1, True),
        ("99", 99, True),
        ("1e3", 3, True),
        ("9" * 5000, 3, True),
    ],
)
def test_whole_numbers(typed: str, number: int, wrong: bool):
    sent = form(n=typed)

    assert sent.whole_number("n", most=10, default=3) == number
    assert ("n" in sent.errors) is wrong


def test_a_choice_is_one_of_the_list():
    sent = form(good="blue", bad="green")

    assert sent.choice("good", Colour, default=Colour.RED) is Colour.BLUE
    assert sent.choice("bad", Colour, default=Colour.RED) is Colour.RED
    assert sent.choice("none", Colour, default=Colour.RED) is Colour.RED
    assert list(sent.errors) == ["bad"]


@pytest.mark.parametrize(
    "typed, day",
    [
        ("2026-11-24", date(2026, 11, 24)),
        ("24.11.2026", date(2026, 11, 24)),
        (" 24.11.2026 ", date(2026, 11, 24)),
        ("", None),
        ("31.02.2026", None),
        ("gestern", None),
    ],
)
def test_days(typed: str, day: date | None):
    sent = form(day=typed)

    assert sent.day("day") == day
    assert ("day" in sent.errors) is (day is None and typed != "")


def test_a_moment_is_where_the_conference_is():
    sent = form(at="2026-11-24T09:30", bad="9 Uhr")

    assert sent.moment("at", BERLIN) == datetime(2026, 11, 24, 9, 30, tzinfo=BERLIN)
    assert sent.moment("bad", BERLIN) is None
    assert list(sent.errors) == ["bad"]


def test_a_request_key_is_read_or_made():
    given_key = "0f7b8c1e-94a5-4d0a-9a52-0d1f6f6e1b11"

    assert form(request=given_key).request_key() == UUID(given_key)
    assert form(request="x").request_key() != form(request="x").request_key()


def test_a_field_that_stands_twice_counts_by_its_last():
    sent = Form({"box": ["0", "1"]})

    assert sent.raw("box") == "1"
    assert sent.all("box") == ["0", "1"]
    assert sent.ticked("box")
    assert not sent.ticked("other")


@given(st.text(max_size=60))
def test_a_local_path_never_names_a_host(text: str):
    path = local_path(text)

    assert path in {text, ""}
    if path:
        assert path[0] == "/"
        assert path[1:2] not in {"/", "\\"}
        assert path.isprintable()
