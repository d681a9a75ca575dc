"""
Keys of open polls: made, sealed for the database, opened again.

Sealed is AES-256-GCM under a key parted from the operator's secret; the associated
data names the election (or the row of a ballot), so that nothing fits elsewhere.
"""

import secrets
from functools import lru_cache
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from elections.rules.blind_signatures import PrivateKey, PublicKey, blind_sign
from elections.rules.cast import Cast
from elections.rules.urn import Keys, content_key, padded, unpadded
from lip.keys import Keys as Operator

BITS = 2048
EXPONENT = 65537
_PRIME = BITS // 16
_NONCE = 12


def made() -> Keys:
    """Make the keys of a round; takes some tenths of a second."""
    numbers = rsa.generate_private_key(
        public_exponent=EXPONENT, key_size=BITS
    ).private_numbers()
    return Keys(
        first_prime=numbers.p,
        second_prime=numbers.q,
        urn=secrets.token_bytes(32),
        signer=secrets.token_bytes(32),
    )


def sealed(keys: Keys, election: UUID, *, operator: Operator) -> bytes:
    """Seal keys for their row."""
    plain = (
        keys.first_prime.to_bytes(_PRIME, "big")
        + keys.second_prime.to_bytes(_PRIME, "big")
        + keys.urn
        + keys.signer
    )
    nonce = secrets.token_bytes(_NONCE)
    box = AESGCM(operator.part("polls"))
    return nonce + box.encrypt(nonce, plain, election.bytes)


@lru_cache(maxsize=16)  # every credential and ballot of open polls needs them
def opened(content: bytes, election: UUID, *, operator: Operator) -> Keys:
    """Open what was sealed; raises InvalidTag with another secret."""
    box = AESGCM(operator.part("polls"))
    plain = box.decrypt(content[:_NONCE], content[_NONCE:], election.bytes)
    first, second = plain[:_PRIME], plain[_PRIME : 2 * _PRIME]
    return Keys(
        first_prime=int.from_bytes(first, "big"),
        second_prime=int.from_bytes(second, "big"),
        urn=plain[2 * _PRIME : -32],
        signer=plain[-32:],
    )


def forget_opened() -> None:
    """Drop keys from memory once the polls have closed."""
    opened.cache_clear()


def signing_key(keys: Keys) -> PrivateKey:
    """Give the key that signs credentials."""
    public = PublicKey(keys.first_prime * keys.second_prime, EXPONENT)
    return PrivateKey(public, keys.first_prime, keys.second_prime)


def signer_of(keys: Keys) -> Ed25519PrivateKey:
    """Give the key that signs acknowledgements and the result."""
    return Ed25519PrivateKey.from_private_bytes(keys.signer)


def signed_blindly(keys: Keys, blinded: bytes) -> bytes:
    """Sign what cannot be read; raises NotSignable for what does not fit."""
    key = signing_key(keys)
    return blind_sign(key, blinded, mask=2 + secrets.randbelow(key.public.modulus - 2))


def ballot_sealed(cast: Cast, handle: str, *, urn: bytes) -> bytes:
    """Encrypt a ballot for its row."""
    nonce = secrets.token_bytes(_NONCE)
    box = AESGCM(content_key(urn))
    return nonce + box.encrypt(nonce, padded(cast), handle.encode())


def ballot_opened(content: bytes, handle: str, *, urn: bytes) -> Cast:
    """Read a ballot from its row."""
    box = AESGCM(content_key(urn))
    return unpadded(box.decrypt(content[:_NONCE], content[_NONCE:], handle.encode()))
