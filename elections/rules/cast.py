"""
A ballot as it was cast: marks, and the credential that nobody can join to a voter.

Its digest stands in the record; its tracking code is the start of that digest, short
enough to be written down.
"""

from dataclasses import dataclass

from elections.rules.ballots import Marks
from elections.rules.blind_signatures import PublicKey, is_signed
from elections.rules.canonical import Plain, digest_of

SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # as on tickets: no 0, O, 1, I
CODE_LENGTH = 12
PREFIX_LENGTH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """
    `serial` has 32 random bytes, `prefix` those of the randomized variant.

    `group` names the association whose key signed, where there is a limit for it.
    """

    serial: bytes
    prefix: bytes
    signature: bytes
    group: str = ""

    def is_of(self, key: PublicKey, election: str) -> bool:
        """Say whether the key of this round signed it."""
        if len(self.serial) != PREFIX_LENGTH or len(self.prefix) != PREFIX_LENGTH:
            return False
        return is_signed(
            key, prepared(election, self.serial, self.prefix), self.signature
        )

    def as_plain(self) -> dict[str, Plain]:
        """Write it as the record does."""
        return {
            "serial": self.serial.hex(),
            "prefix": self.prefix.hex(),
            "signature": self.signature.hex(),
            "group": self.group,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """`nonce` has 32 random bytes, so that no digest can be guessed from marks."""

    credential: Credential
    marks: Marks
    nonce: bytes

    @property
    def digest(self) -> str:
        """Compute the digest under which the ballot is published."""
        return digest_of({**self.credential.as_plain(), **self.content})

    @property
    def content(self) -> dict[str, Plain]:
        """Write what was marked, as the record does."""
        return {
            "marks": [[name, number] for name, number in self.marks],
            "nonce": self.nonce.hex(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A ballot of which only credential and digest are published."""

    credential: Credential
    digest: str


def prepared(election: str, serial: bytes, prefix: bytes) -> bytes:
    """Join what is signed: prefix, the round's id, serial (RFC 9474, 4.1)."""
    return prefix + election.encode() + b"|" + serial


def tracking_code(digest: str) -> str:
    """
    Shorten a digest to twelve signs (60 bits), in threes.

    >>> tracking_code("00" * 32)
    '222-222-222-222'
    """
    number = int(digest, 16) >> (256 - 5 * CODE_LENGTH)
    signs = [SIGNS[number >> 5 * at & 31] for at in reversed(range(CODE_LENGTH))]
    return "-".join("".join(signs[at : at + 3]) for at in range(0, CODE_LENGTH, 3))
