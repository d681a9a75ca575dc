"""
What a voter's device does: draw a serial, hide it, take the blinding off.

Chance is handed in, so that the same seed asks the same again: that is how a lost
device is replaced, and how samples and simulations vote as browsers do.
"""

from collections.abc import Callable
from dataclasses import dataclass

from elections.rules.blind_signatures import Blinded, PublicKey, blind, finalize
from elections.rules.cast import PREFIX_LENGTH, Credential, prepared

SALT = 48

Chance = Callable[[int], bytes]
"""Gives so many random bytes, like `secrets.token_bytes`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a device holds between asking for a credential and having it."""

    serial: bytes
    prefix: bytes
    group: str
    blinded: Blinded


def ask(round_name: str, key: PublicKey, chance: Chance, *, group: str = "") -> Asking:
    """Draw a serial and hide it (RFC 9474, 4.2)."""
    serial, prefix = chance(PREFIX_LENGTH), chance(PREFIX_LENGTH)
    drawn = int.from_bytes(chance(key.length + 8), "big")
    blinded = blind(
        key,
        prepared(round_name, serial, prefix),
        salt=chance(SALT),
        factor=2 + drawn % (key.modulus - 2),
    )
    return Asking(serial=serial, prefix=prefix, group=group, blinded=blinded)


def unblind(
    round_name: str, key: PublicKey, asking: Asking, signed: bytes
) -> Credential:
    """Take the blinding off (RFC 9474, 4.4); raises NotSignable for a wrong answer."""
    message = prepared(round_name, asking.serial, asking.prefix)
    signature = finalize(key, message, signed, asking.blinded.inverse)
    return Credential(
        serial=asking.serial,
        prefix=asking.prefix,
        signature=signature,
        group=asking.group,
    )
