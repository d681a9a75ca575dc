"""Amounts and numbers as people in Germany write them."""

import pytest

from lip.measures.rules.decimals import decimal_of
from lip.measures.rules.decimals import typed as typed_number
from lip.measures.rules.money import cents_of, written


@pytest.mark.parametrize(
    "text, cents",
    [
        ("495.016 €", 49_501_600),
        ("495016", 49_501_600),
        ("50.000 Euro", 5_000_000),
        ("50 000 EUR", 5_000_000),
        ("€ 12", 1200),
        ("12,50", 1250),
        ("1.234,5", 123_450),
        ("12,-", 1200),
        ("0", 0),
    ],
)
def test_amounts_are_read_in_cents(text: str, cents: int) -> None:
    assert cents_of(text) == cents


@pytest.mark.parametrize(
    "text",
    ["", "-5", "−5", "12.50", "1,234.56", "1.23", "12,345", "viel", "9" * 10_000],
)
def test_what_could_mean_two_things_is_no_amount(text: str) -> None:
    assert cents_of(text) is None


@pytest.mark.parametrize("cents", [0, 5, 1250, 49_501_600, 10**14])
def test_an_amount_in_a_field_is_read_back(cents: int) -> None:
    assert cents_of(written(cents)) == cents


@pytest.mark.parametrize(
    "text, number",
    [
        ("1.350", "1350"),
        ("12,5", "12.5"),
        ("12,50", "12.5"),
        ("-3", "-3"),
        ("60 %", "60"),
        ("-0", "0"),
        ("007", "7"),
        ("1.35", None),
        ("zehn", None),
        ("1" * 100, None),
    ],
)
def test_numbers_are_kept_as_decimals(text: str, number: str | None) -> None:
    assert decimal_of(text) == number
    if number is not None:
        assert decimal_of(typed_number(number)) == number
