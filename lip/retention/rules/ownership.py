"""
Is it really the holder of the ticket who asks?

The code of a ticket stands on the badge that people wear: whoever photographs it
has it. So before anything but the ticket is shown, the holder says something that
she gave when registering and that no badge shows: her mail address or phone number.
"""

import unicodedata
from collections.abc import Iterable
from typing import Final

LEAST_DIGITS: Final = 6


def knows(typed: str, *, email: str, phone: str) -> bool:
    """
    Tell whether somebody knows the address or the number that is stored.

    >>> knows("Ada@Example.org ", email="ada@example.org", phone="")
    True
    >>> knows("0511 / 168-0000", email="", phone="+49 511 1680000")
    True
    """
    if email and _folded(typed) == _folded(email):
        return True
    asked, stored = _national(typed), _national(phone)
    return len(stored) >= LEAST_DIGITS and asked == stored


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip()).casefold()


def _national(number: str) -> str:
    """Give the digits without a country code or leading zeros, as people vary them."""
    digits = "".join(str(value) for value in _digits(number))
    if number.strip().startswith("+") or digits.startswith("00"):
        digits = digits.removeprefix("00").removeprefix("49")
    return digits.lstrip("0")


def _digits(number: str) -> Iterable[int]:
    for sign in number:
        value = unicodedata.digit(sign, None)
        if value is not None:
            yield value
