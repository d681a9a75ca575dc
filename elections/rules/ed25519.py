"""
Checking Ed25519 signatures with the standard library (RFC 8032, 5.1).

Slow (some milliseconds) and without secrets, so its timing gives nothing away.
"""

from hashlib import sha512

_PRIME = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _PRIME) % _PRIME
_ROOT = pow(2, (_PRIME - 1) // 4, _PRIME)

Point = tuple[int, int, int, int]  # extended coordinates: X, Y, Z, XY/Z
_ZERO: Point = (0, 1, 1, 0)


def is_signed(key: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether a 64-byte signature is that of a 32-byte public key."""
    if len(key) != 32 or len(signature) != 64:
        return False
    signer, start = _point(key), _point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if signer is None or start is None or scalar >= _ORDER:
        return False
    hashed = sha512(signature[:32] + key + message).digest()
    challenge = int.from_bytes(hashed, "little") % _ORDER
    return _same(_times(scalar, _base()), _sum(start, _times(challenge, signer)))


def _base() -> Point:
    found = _point((4 * pow(5, -1, _PRIME) % _PRIME).to_bytes(32, "little"))
    assert found is not None
    return found


def _point(packed: bytes) -> Point | None:
    """Read a point from 32 bytes (5.1.3); nothing if there is none."""
    number = int.from_bytes(packed, "little")
    odd, y = number >> 255, number & (2**255 - 1)
    if y >= _PRIME:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _PRIME) % _PRIME
    x = pow(square, (_PRIME + 3) // 8, _PRIME)
    if (x * x - square) % _PRIME:
        x = x * _ROOT % _PRIME
    if (x * x - square) % _PRIME or (x == 0 and odd):
        return None
    if x % 2 != odd:
        x = _PRIME - x
    return x, y, 1, x * y % _PRIME


def _sum(one: Point, other: Point) -> Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _PRIME
    b = (one[1] + one[0]) * (other[1] + other[0]) % _PRIME
    c = 2 * one[3] * other[3] * _D % _PRIME
    d = 2 * one[2] * other[2] % _PRIME
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _PRIME, g * h % _PRIME, f * g % _PRIME, e * h % _PRIME


def _times(number: int, point: Point) -> Point:
    found = _ZERO
    while number:
        if number & 1:
            found = _sum(found, point)
        point = _sum(point, point)
        number >>= 1
    return found


def _same(one: Point, other: Point) -> bool:
    return (
        one[0] * other[2] % _PRIME == other[0] * one[2] % _PRIME
        and one[1] * other[2] % _PRIME == other[1] * one[2] % _PRIME
    )
