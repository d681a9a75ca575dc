"""Ticket codes: what is printed is read again, whatever a scanner makes of it."""

import re
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.conference.rules.codes import ALPHABET, LENGTH, code_of, read_code, shown

KEY = b"a key that only tests know"
issued = st.builds(
    code_of, st.binary(min_size=16, max_size=64), st.uuids(), st.integers(1, 1000)
)


@given(issued)
def test_printed_code_is_read_again(code):
    assert read_code(shown(code)) == code


@given(issued)
def test_code_has_twelve_signs_that_nobody_takes_for_another(code):
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    assert set(ALPHABET).isdisjoint("0O1I")


@given(
    issued,
    st.sampled_from(
        [
            "https://lip.example.org/t/{}",
            "https://lip.example.org/t/{}/",
            "http://127.0.0.1:8000/ar/t/{}",
            "https://lip.example.org/t/{}?from=mail",
            "https://lip.example.org/t/{}#top",
            " {}\n",
            "\t{} ",
        ],
    ),
    st.booleans(),
    st.booleans(),
)
def test_addresses_and_typing_are_understood(code, form, hyphens, small):
    written = shown(code) if hyphens else code
    text = form.format(written.lower() if small else written)

    assert read_code(text) == code


@pytest.mark.parametrize("mark", ["-", "–", "—", " ", "_", "."])
def test_marks_between_groups_do_not_matter(mark):
    assert read_code(f"ABCD{mark}EFGH{mark}JKMN") == "ABCDEFGHJKMN"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hallo",
        "ABCD-EFGH-JKM",
        "ABCD-EFGH-JKMNP",
        "ABCD-EFGH-JKM0",
        "ABCD-EFGH-JKMI",
        "https://lip.example.org/",
        "WIFI:T:WPA;S:Rathaus;P:geheim;;",
        "ÄBCD-EFGH-JKMN",
        "ﬁABCDEFGHJKM",  # one sign that becomes two in capitals
        "\x00" * 12,
    ],
)
def test_what_is_no_code_is_none(text):
    assert read_code(text) is None


@given(st.text(max_size=500))
def test_any_text_is_a_code_or_none(text):
    code = read_code(text)

    assert code is None or re.fullmatch(f"[{ALPHABET}]{{{LENGTH}}}", code)


@given(st.uuids(), st.integers(1, 1000), st.binary(min_size=16, max_size=32))
def test_other_issue_or_key_gives_another_code(participant, issue, key):
    code = code_of(key, participant, issue)

    assert code != code_of(key, participant, issue + 1)
    assert code != code_of(key + b"x", participant, issue)
    assert code == code_of(key, participant, issue)


def test_hundred_thousand_people_have_as_many_codes():
    codes = {code_of(KEY, UUID(int=number), 1) for number in range(100_000)}

    assert len(codes) == 100_000


def test_every_sign_stands_at_every_place():
    codes = [code_of(KEY, UUID(int=number), 1) for number in range(5_000)]

    for place in range(LENGTH):
        assert {code[place] for code in codes} == set(ALPHABET)
