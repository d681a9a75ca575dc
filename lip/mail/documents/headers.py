"""
Header lines of a message, written by hand.

Python's own folding splits and joins encoded words so that names and subjects change
on the way (a blank too many between two emoji). Here every word beyond ASCII is whole
in one encoded word (RFC 2047), and nothing that people typed can end a line.
"""

import re
from base64 import b64encode
from collections.abc import Iterator

_LONGEST_PLAIN = 60  # signs that stand in a line as they are
_LONGEST_WORD = 45  # octets in one encoded word; 75 signs with its frame

_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\- ]*")


def one_line(text: str) -> str:
    """Leave out what could end a line: line ends of any kind, and controls."""
    visible = (sign if sign.isprintable() else " " for sign in text)
    return " ".join("".join(visible).split())


def unstructured(text: str) -> str:
    """
    Write free text, as a subject is.

    >>> unstructured("Ihr Ticket"), unstructured("Grüße")
    ('Ihr Ticket', '=?utf-8?b?R3LDvMOfZQ==?=')
    """
    line = one_line(text)
    if line.isascii() and len(line) <= _LONGEST_PLAIN and "=?" not in line:
        return line
    return _encoded(line)


def mailbox(address: str, name: str = "") -> str:
    """
    Write an address with the name of who is there.

    >>> mailbox("amal@example.org", "Amal Muster, M.A.")
    '"Amal Muster, M.A." <amal@example.org>'
    """
    line = one_line(name)
    if not line:
        return f"<{address}>"
    if not line.isascii() or len(line) > _LONGEST_PLAIN or "=?" in line:
        return f"{_encoded(line)}\r\n <{address}>"
    if not _ATOMS.fullmatch(line):
        line = '"' + re.sub(r'(["\\])', r"\\\1", line) + '"'
    return f"{line} <{address}>"


def _encoded(line: str) -> str:
    words = (b64encode(part).decode() for part in _parts(line))
    return "\r\n ".join(f"=?utf-8?b?{word}?=" for word in words)


def _parts(line: str) -> Iterator[bytes]:
    """Split between signs, never within one."""
    part = b""
    for sign in line:
        octets = sign.encode()
        if len(part) + len(octets) > _LONGEST_WORD:
            yield part
            part = b""
        part += octets
    yield part
