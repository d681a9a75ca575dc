"""
The recovery code of a credential: from it any device gets the same credential again.

Sixteen random bytes, written in the alphabet of our tickets with twelve bits that
find slips. Serial, prefix, salt and blinding factor are derived from it (HKDF with
SHA-256, RFC 5869), so that the same blinded message is sent and answered again.
`static/js/recovery.js` does the very same.
"""

import hmac
from hashlib import sha256
from typing import Final

from elections.rules.asking import SALT, Asking
from elections.rules.blind_signatures import PublicKey, blind
from elections.rules.cast import PREFIX_LENGTH, SIGNS, prepared

SECRET: Final = 16
SIGNS_LONG: Final = 28  # 128 bits and 12 that find slips
GROUP: Final = 4


def spelled(secret: bytes) -> str:
    """
    Write a secret down, in groups of four signs.

    >>> spelled(bytes(16))
    '2222-2222-2222-2222-2222-2222-22VN'
    """
    number = int.from_bytes(secret, "big") << 12 | _slips(secret)
    signs = [SIGNS[number >> 5 * at & 31] for at in reversed(range(SIGNS_LONG))]
    groups = range(0, SIGNS_LONG, GROUP)
    return "-".join("".join(signs[at : at + GROUP]) for at in groups)


def secret_of(code: str) -> bytes | None:
    """Read a recovery code as somebody typed it; None if it has a slip."""
    plain = [sign for sign in code.upper() if sign.isalnum()]
    if len(plain) != SIGNS_LONG or any(sign not in SIGNS for sign in plain):
        return None
    number = 0
    for sign in plain:
        number = number << 5 | SIGNS.index(sign)
    secret = (number >> 12).to_bytes(SECRET, "big")
    return secret if number & 0xFFF == _slips(secret) else None


def ask_again(
    round_name: str, key: PublicKey, secret: bytes, *, group: str = ""
) -> Asking:
    """Ask as every device does that knows the secret."""

    def derive(what: str, length: int) -> bytes:
        return derived(secret, round_name, what, length)

    serial, prefix = derive("serial", PREFIX_LENGTH), derive("prefix", PREFIX_LENGTH)
    drawn = int.from_bytes(derive("factor", key.length + 8), "big")
    blinded = blind(
        key,
        prepared(round_name, serial, prefix),
        salt=derive("salt", SALT),
        factor=2 + drawn % (key.modulus - 2),
    )
    return Asking(serial=serial, prefix=prefix, group=group, blinded=blinded)


def derived(secret: bytes, round_name: str, what: str, length: int) -> bytes:
    """Stretch a secret for one use in one round."""
    key = hmac.digest(round_name.encode(), secret, "sha256")
    block, made = b"", b""
    for at in range(1, -(-length // 32) + 1):
        block = hmac.digest(key, block + what.encode() + bytes([at]), "sha256")
        made += block
    return made[:length]


def _slips(secret: bytes) -> int:
    return int.from_bytes(sha256(secret).digest()[:2], "big") >> 4
