"""Answers mean what people mean by them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.conference.rules import answers
from lip.conference.rules.findings import Code


def codes(findings):
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    "text", ["ja", "JA", "x", "X", "1", "true", "Yes", "wahr", "✓"]
)
def test_yes(text):
    assert answers.yes_or_no(text) is True


@pytest.mark.parametrize("text", ["", "nein", "Nein", "no", "0", "false", "FALSCH"])
def test_no(text):
    assert answers.yes_or_no(text) is False


@pytest.mark.parametrize("text", ["vielleicht", "2", "Arabisch"])
def test_neither(text):
    assert answers.yes_or_no(text) is None


@pytest.mark.parametrize(
    "text, address, said",
    [
        ("", "", []),
        ("ada@example.org", "ada@example.org", []),
        ("Ada.L+x@Sub.Example.ORG", "Ada.L+x@Sub.Example.ORG", []),
        ("mailto:ada@example.org", "ada@example.org", []),
        ("Ada Lovelace <ada@example.org>", "ada@example.org", []),
        ("ädä@müller.example", "ädä@müller.example", []),
        ("a@example.org; b@example.org", "a@example.org", [Code.SEVERAL_EMAILS]),
        ("ada@example", "", [Code.EMAIL_BROKEN]),
        ("ada(at)example.org", "", [Code.EMAIL_BROKEN]),
        ("ada lovelace@example.org", "", [Code.EMAIL_BROKEN]),
        ("ada..l@example.org", "", [Code.EMAIL_BROKEN]),
        ("@example.org", "", [Code.EMAIL_BROKEN]),
        ("folgt", "", [Code.EMAIL_BROKEN]),
    ],
)
def test_an_address_is_read(text, address, said):
    found, findings = answers.email(text)

    assert (found, codes(findings)) == (address, said)


@pytest.mark.parametrize(
    "text, said",
    [
        ("", []),
        ("+49 511 5550192", []),
        ("0511/555 01-92", []),
        ("(0511) 5550192", []),
        ("Tel.: 0511 5550192", []),
        ("٠٥١١٥٥٥٠١٩٢", []),
        ("4,92E+11", [Code.PHONE_UNREADABLE]),
        ("siehe Mail", [Code.PHONE_UNREADABLE]),
        ("1", [Code.PHONE_UNREADABLE]),
    ],
)
def test_a_telephone_number_is_kept_in_any_case(text, said):
    found, findings = answers.phone(text)

    assert (found, codes(findings)) == (text, said)


@pytest.mark.parametrize(
    "text, own, needed, said",
    [
        ("", "sq", (), []),
        ("nein", "sq", (), []),
        ("no", "sq", (), []),
        ("ja", "sq", ("sq",), []),
        ("ja", "", ("und",), []),
        ("und", "ar", ("und",), []),
        ("Arabisch", "de", ("ar",), []),
        ("ja, Arabisch", "de", ("ar",), []),
        ("Arabisch und Farsi", "", ("ar", "fa"), []),
        ("ja-JP", "de", ("ja",), []),
        ("bitte Elbisch", "de", ("und",), [Code.LANGUAGE_UNKNOWN]),
    ],
)
def test_the_need_for_interpreting_is_never_lost(text, own, needed, said):
    found, findings = answers.interpreting(text, own)

    assert (found, codes(findings)) == (needed, said)


@pytest.mark.parametrize(
    "text, number, said",
    [
        ("", 0, []),
        ("nein", 0, []),
        ("2", 2, []),
        ("2,0", 2, []),
        ("2 Kinder (4 und 6 Jahre)", 2, []),
        ("zwei", 2, []),
        ("ein Kind", 1, []),
        ("ja", 1, [Code.NUMBER_UNREADABLE]),
        ("99", 0, [Code.NUMBER_UNREADABLE]),
        ("9" * 5000, 0, [Code.NUMBER_UNREADABLE]),
        ("mehrere", 0, [Code.NUMBER_UNREADABLE]),
    ],
)
def test_children_are_counted(text, number, said):
    found, findings = answers.children(text)

    assert (found, codes(findings)) == (number, said)


@pytest.mark.parametrize(
    "text, vote, said",
    [
        ("ja", True, []),
        ("x", True, []),
        ("", False, []),
        ("nein", False, []),
        ("Delegates", True, []),
        ("Admin, Delegates", True, []),
        ("Guests", False, []),
        ("nicht stimmberechtigt", False, []),
        ("stimmberechtigt", True, []),
        ("vielleicht", False, [Code.ANSWER_UNREADABLE]),
    ],
)
def test_a_right_to_vote_is_only_given_by_a_clear_yes(text, vote, said):
    found, findings = answers.may_vote(text)

    assert (found, codes(findings)) == (vote, said)


@pytest.mark.parametrize(
    "text, day, said",
    [
        ("", None, []),
        ("24.11.2026", date(2026, 11, 24), []),
        ("4.1.26", date(2026, 1, 4), []),
        ("Sa, 24.11.2026", date(2026, 11, 24), []),
        ("2026-11-24", date(2026, 11, 24), []),
        ("2026-11-24 00:00:00", date(2026, 11, 24), []),
        ("31.02.2026", None, [Code.DAY_UNREADABLE]),
        ("Samstag", None, [Code.DAY_UNREADABLE]),
    ],
)
def test_a_day_is_read(text, day, said):
    found, findings = answers.day(text)

    assert (found, codes(findings)) == (day, said)


@pytest.mark.parametrize(
    "text, gone",
    [
        ("storniert", True),
        ("canceled", True),
        ("Storniert (bezahlt)", True),
        ("ja", True),
        ("paid", False),
        ("bezahlt", False),
        ("nein", False),
        ("", False),
    ],
)
def test_a_registration_taken_back_is_noticed(text, gone):
    assert bool(answers.cancelled(text)) is gone


@given(st.text(max_size=80))
def test_any_text_is_an_answer_or_is_remarked_upon(text):
    assert answers.email(text)[0] in text
    answers.phone(text)
    answers.language(text)
    answers.spoken(text)
    answers.interpreting(text, "de")
    assert 0 <= answers.children(text)[0] <= 20
    answers.may_vote(text)
    answers.day(text)
    answers.cancelled(text)
