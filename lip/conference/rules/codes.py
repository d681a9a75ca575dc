"""
Ticket codes: twelve signs that nobody can guess, derived and never stored.

Sixty bits from a keyed hash (HMAC-SHA-256, RFC 2104) of the participant's id and the
number of the issue. Who holds the key can print a ticket again; who holds the
database alone cannot make one. The alphabet leaves out 0, O, 1 and I.
"""

import hmac
from typing import Final
from uuid import UUID

ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH: Final = 12


def code_of(key: bytes, participant: UUID, issue: int) -> str:
    """Derive the code of a participant's ticket; a new issue ends the old code."""
    text = f"{participant}/{issue}".encode()
    number = int.from_bytes(hmac.digest(key, text, "sha256")[:8], "big") >> 4
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in range(LENGTH))


def read_code(text: str) -> str | None:
    """
    Read what was scanned or typed: an address, `XXXX-XXXX-XXXX`, small letters.

    >>> read_code("https://lip.example.org/t/abcd-efgh-jkmn")
    'ABCDEFGHJKMN'
    >>> read_code("hello") is None
    True
    """
    last = text.strip().partition("?")[0].partition("#")[0].rstrip("/")
    last = last.rpartition("/")[2]
    signs = "".join(sign for sign in last.upper() if sign not in "-–— \t._")
    if len(signs) != LENGTH or any(sign not in ALPHABET for sign in signs):
        return None
    return signs


def shown(code: str) -> str:
    """
    Write a code as it is printed.

    >>> shown("ABCDEFGHJKMN")
    'ABCD-EFGH-JKMN'
    """
    return "-".join(code[start : start + 4] for start in range(0, LENGTH, 4))
