"""Only who knows what no badge shows is taken for the holder."""

import pytest

from lip.retention.rules.ownership import knows


@pytest.mark.parametrize(
    "typed, email, phone, fits",
    [
        ("ada@example.org", "ada@example.org", "", True),
        (" ADA@Example.ORG ", "ada@example.org", "", True),
        ("zoë@exämple.org", "zoe\u0308@exa\u0308mple.org", "", True),
        ("ada@example.com", "ada@example.org", "", False),
        ("", "", "", False),
        ("", "ada@example.org", "0511 168000", False),
        ("0511 168-000", "", "0511/168000", True),
        ("+49 511 168000", "", "0511 168000", True),
        ("0049511168000", "", "+49 (511) 168000", True),
        ("٠٥١١١٦٨٠٠٠", "", "0511 168000", True),
        ("0511 168001", "", "0511 168000", False),
        ("168000", "", "0511 168000", False),
        ("12", "", "12", False),
        ("+380 44 2345678", "", "00380442345678", True),
    ],
)
def test_an_address_or_number_is_compared_as_people_write_it(
    typed: str, email: str, phone: str, fits: bool
):
    assert knows(typed, email=email, phone=phone) is fits
