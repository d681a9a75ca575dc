"""
RSA blind signatures, RSABSSA-SHA384-PSS (RFC 9474).

A voter's browser blinds, the server signs what it cannot read, the browser unblinds;
whoever has the public key can check. The server cannot join what it signed to what
it later sees: every blinded message fits every message equally well.

Chance comes in as an argument. A factor is a number that has an inverse for the
modulus; the randomized variants put 32 random bytes before the message.
"""

from dataclasses import dataclass, field

from elections.rules import pss


class NotSignable(Exception):
    """A blinded message, a factor or a signature is not what the key can take."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Modulus and exponent."""

    modulus: int
    exponent: int

    @property
    def length(self) -> int:
        """Return how many bytes a signature has."""
        return (self.modulus.bit_length() + 7) // 8


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """A key that signs; it never prints its secret parts."""

    public: PublicKey
    first_prime: int = field(repr=False)
    second_prime: int = field(repr=False)

    @property
    def exponent(self) -> int:
        """Return the secret exponent."""
        order = (self.first_prime - 1) * (self.second_prime - 1)
        return pow(self.public.exponent, -1, order)


@dataclass(frozen=True, slots=True)
class Blinded:
    """What goes to the signer, and what takes the blinding off again."""

    message: bytes
    inverse: int = field(repr=False)


def blind(key: PublicKey, message: bytes, *, salt: bytes, factor: int) -> Blinded:
    """
    Hide a prepared message (RFC 9474, 4.2).

    `salt` has 48 random bytes or none; `factor` is drawn evenly from 1 to the modulus.
    """
    code = pss.encoded(message, bits=key.modulus.bit_length() - 1, salt=salt)
    number = int.from_bytes(code, "big")
    try:
        inverse = pow(factor, -1, key.modulus)
        pow(number, -1, key.modulus)
    except ValueError as error:
        raise NotSignable("the number has no inverse; draw another one") from error
    hidden = number * pow(factor, key.exponent, key.modulus) % key.modulus
    return Blinded(hidden.to_bytes(key.length, "big"), inverse)


def blind_sign(key: PrivateKey, blinded: bytes, *, mask: int) -> bytes:
    """
    Sign what cannot be read (RFC 9474, 4.3); the same input has the same answer.

    `mask` is a random number below the modulus: the time this takes then says nothing
    of the key. The result is checked, since one faulty sum would give the key away.
    """
    public = key.public
    number = int.from_bytes(blinded, "big")
    if len(blinded) != public.length or number >= public.modulus:
        raise NotSignable("the blinded message does not fit the key")
    try:
        off = pow(mask, -1, public.modulus)
    except ValueError as error:
        raise NotSignable("the mask has no inverse; draw another one") from error
    masked = number * pow(mask, public.exponent, public.modulus) % public.modulus
    signed = _powered(key, masked) * off % public.modulus
    if pow(signed, public.exponent, public.modulus) != number:
        raise NotSignable("the signature came out wrong")
    return signed.to_bytes(public.length, "big")


def finalize(
    key: PublicKey,
    message: bytes,
    signed: bytes,
    inverse: int,
    *,
    salt_length: int = 48,
) -> bytes:
    """Take the blinding off and check what came back (RFC 9474, 4.4)."""
    if len(signed) != key.length:
        raise NotSignable("the signature has the wrong length")
    number = int.from_bytes(signed, "big") * inverse % key.modulus
    signature = number.to_bytes(key.length, "big")
    if not is_signed(key, message, signature, salt_length=salt_length):
        raise NotSignable("the signature is not that of this key")
    return signature


def is_signed(
    key: PublicKey,
    message: bytes,
    signature: bytes,
    *,
    salt_length: int = pss.SALT_LENGTH,
) -> bool:
    """Say whether a signature is the key's for a prepared message (RSASSA-PSS)."""
    number = int.from_bytes(signature, "big")
    if len(signature) != key.length or number >= key.modulus:
        return False
    bits = key.modulus.bit_length() - 1
    code = pow(number, key.exponent, key.modulus)
    if code.bit_length() > 8 * ((bits + 7) // 8):
        return False
    encoded = code.to_bytes((bits + 7) // 8, "big")
    return pss.fits(message, encoded, bits=bits, salt_length=salt_length)


def _powered(key: PrivateKey, number: int) -> int:
    """Raise to the secret exponent by way of the two primes (RFC 8017, 5.1.2)."""
    first, second = key.first_prime, key.second_prime
    exponent = key.exponent
    one = pow(number, exponent % (first - 1), first)
    two = pow(number, exponent % (second - 1), second)
    return two + second * ((one - two) * pow(second, -1, first) % first)
