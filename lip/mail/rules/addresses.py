"""
Which mail addresses can be written to (RFC 5321, RFC 6531).

Letters beyond ASCII are fine on either side of the @: a server that offers SMTPUTF8
takes them as they are, for others the domain is written by IDNA (RFC 5891). Quoted
local parts and numeric hosts are legal, but nobody has one to be written to; they
are refused like typing mistakes.
"""

import re
import unicodedata

import idna

LONGEST_ADDRESS = 254  # octets; RFC 5321, 4.5.3.1.3
LONGEST_LOCAL_PART = 64  # octets; RFC 5321, 4.5.3.1.1

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-\u0080-\U0010ffff]+"
_LOCAL_PART = re.compile(rf"{_ATOM}(\.{_ATOM})*")
_UNSPOKEN = dict.fromkeys(
    map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)


def cleaned(typed: str) -> str:
    """
    Take away what slips in by copying: blanks around it, signs of direction.

    >>> cleaned(" \u200famal@example.org ")
    'amal@example.org'
    """
    return unicodedata.normalize("NFC", typed.translate(_UNSPOKEN).strip())


def is_usable(address: str) -> bool:
    """
    Tell whether some server could take a letter to this address.

    >>> is_usable("jürgen@bücher.example"), is_usable("jürgen@bücher")
    (True, False)
    """
    local, at, domain = address.rpartition("@")
    if not at or len(address.encode("utf-8", "replace")) > LONGEST_ADDRESS:
        return False
    if len(local.encode("utf-8", "replace")) > LONGEST_LOCAL_PART:
        return False
    if not _LOCAL_PART.fullmatch(local) or not all(map(_is_visible, local)):
        return False
    return "." in domain and _encoded(domain) is not None


def in_ascii(address: str) -> str | None:
    """
    Write a usable address for a server without SMTPUTF8, where that can be done.

    >>> in_ascii("post@bücher.example"), in_ascii("jürgen@bücher.example")
    ('post@xn--bcher-kva.example', None)
    """
    local, _, domain = address.rpartition("@")
    encoded = _encoded(domain)
    return f"{local}@{encoded}" if encoded and local.isascii() else None


def _is_visible(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "CZ"


def _encoded(domain: str) -> str | None:
    try:
        encoded = idna.encode(domain, uts46=True, std3_rules=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return None
    return encoded if not encoded.endswith(".") else None
