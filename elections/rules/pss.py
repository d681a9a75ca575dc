"""
RSASSA-PSS encoding with SHA-384, as RFC 8017 (sections 9.1 and B.2.1) has it.

Written with whole numbers and `hashlib` alone, so that anyone can check signatures
without anything to install. Signing happens elsewhere.
"""

from hashlib import sha384

HASH_LENGTH = 48
SALT_LENGTH = 48


def encoded(message: bytes, *, bits: int, salt: bytes) -> bytes:
    """
    Encode a message for a signature (EMSA-PSS-ENCODE).

    `bits` is one less than the modulus has. Raises ValueError when it does not fit.
    """
    length = (bits + 7) // 8
    if length < HASH_LENGTH + len(salt) + 2:
        raise ValueError("the modulus is too short for this hash and salt")
    digest = _salted(message, salt)
    block = bytes(length - len(salt) - HASH_LENGTH - 2) + b"\x01" + salt
    masked = _xor(block, mask(digest, len(block)))
    return _cut(masked, 8 * length - bits) + digest + b"\xbc"


def fits(message: bytes, code: bytes, *, bits: int, salt_length: int) -> bool:
    """Say whether an encoding belongs to a message (EMSA-PSS-VERIFY)."""
    length = (bits + 7) // 8
    spare = 8 * length - bits
    if len(code) != length or length < HASH_LENGTH + salt_length + 2:
        return False
    if code[-1] != 0xBC or code[:1] != _cut(code[:1], spare):
        return False
    masked, digest = code[: -HASH_LENGTH - 1], code[-HASH_LENGTH - 1 : -1]
    block = _cut(_xor(masked, mask(digest, len(masked))), spare)
    padding = bytes(len(block) - salt_length - 1) + b"\x01"
    if block[: len(padding)] != padding:
        return False
    return _salted(message, block[len(padding) :]) == digest


def mask(seed: bytes, length: int) -> bytes:
    """Stretch a seed to a length (MGF1)."""
    parts = -(-length // HASH_LENGTH)
    made = (sha384(seed + at.to_bytes(4, "big")).digest() for at in range(parts))
    return b"".join(made)[:length]


def _salted(message: bytes, salt: bytes) -> bytes:
    return sha384(bytes(8) + sha384(message).digest() + salt).digest()


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def _cut(block: bytes, spare: int) -> bytes:
    """Clear the bits at the left that the modulus has no room for."""
    return bytes([block[0] & (0xFF >> spare)]) + block[1:]
