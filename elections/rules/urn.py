"""
The sealed urn: what a ballot looks like while the polls are open.

A row's handle is a keyed hash of the serial, so that a second ballot replaces the
first; its content is encrypted and padded to one length. Whoever has not the key sees
rows that look like chance.
"""

import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from elections.rules.cast import Cast, Credential

PADDED = 4096
"""Bytes of every ballot before it is encrypted."""


@dataclass(frozen=True, slots=True)
class Keys:
    """
    All that open polls need and that goes when they close.

    `primes` are two for each group of voters: associations where there is a limit
    for one's own, or else one group without a name.
    """

    primes: Mapping[str, tuple[int, int]] = field(repr=False)
    urn: bytes = field(repr=False)


def handle_of(serial: bytes, *, urn: bytes) -> str:
    """Name the row of a serial."""
    return hmac.digest(urn, b"handle" + serial, "sha256").hex()


def content_key(urn: bytes) -> bytes:
    """Part the key that encrypts from the key that names."""
    return hmac.digest(urn, b"content", "sha256")


def padded(cast: Cast) -> bytes:
    """Write a ballot in one length; raises ValueError if it is longer than that."""
    plain = {**cast.credential.as_plain(), **cast.content}
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
    if len(text) > PADDED:
        raise ValueError("a ballot that long cannot be kept")
    return text.ljust(PADDED)


def unpadded(content: bytes) -> Cast:
    """Read a ballot again."""
    plain = json.loads(content)
    return Cast(
        credential=Credential(
            serial=bytes.fromhex(plain["serial"]),
            prefix=bytes.fromhex(plain["prefix"]),
            signature=bytes.fromhex(plain["signature"]),
            group=plain["group"],
        ),
        marks=tuple((name, number) for name, number in plain["marks"]),
        nonce=bytes.fromhex(plain["nonce"]),
    )


def roll_digest(entries: Sequence[str]) -> str:
    """Compute the digest of a roll from the ids of its entries, in any order."""
    return sha256("\n".join(sorted(entries)).encode()).hexdigest()
