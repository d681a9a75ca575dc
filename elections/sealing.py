"""
Keys of open polls: made, sealed for the database, opened again.

Sealed is AES-256-GCM under a key parted from the operator's secret; the associated
data names the election (or the row of a ballot), so that nothing fits elsewhere.
"""

import json
import secrets
from collections.abc import Iterable
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
_NONCE = 12


def made(groups: Iterable[str] = ("",)) -> Keys:
    """Make the keys of a round; takes some tenths of a second for each group."""
    return Keys(
        primes={group: _primes() for group in groups}, urn=secrets.token_bytes(32)
    )


def _primes() -> tuple[int, int]:
    numbers = rsa.generate_private_key(
        public_exponent=EXPONENT, key_size=BITS
    ).private_numbers()
    return numbers.p, numbers.q


def sealed(keys: Keys, election: UUID, *, operator: Operator) -> bytes:
    """Seal keys for their row."""
    primes = {
        group: [f"{prime:x}" for prime in pair] for group, pair in keys.primes.items()
    }
    plain = json.dumps({"primes": primes, "urn": keys.urn.hex()}).encode()
    return _box(operator, election, plain)


@lru_cache(maxsize=16)  # every credential and ballot of open polls needs them
def opened(content: bytes, election: UUID, *, operator: Operator) -> Keys:
    """Open what was sealed; raises InvalidTag with another secret."""
    plain = json.loads(_unbox(operator, election, content))
    return Keys(
        primes={
            group: (int(first, 16), int(second, 16))
            for group, (first, second) in plain["primes"].items()
        },
        urn=bytes.fromhex(plain["urn"]),
    )


def forget_opened() -> None:
    """Drop keys from memory once the polls have closed."""
    opened.cache_clear()


def signer_made() -> bytes:
    """Make the key that signs acknowledgements and the result."""
    return secrets.token_bytes(32)


def signer_sealed(signer: bytes, election: UUID, *, operator: Operator) -> bytes:
    """Seal the key that signs for its row."""
    return _box(operator, election, signer)


@lru_cache(maxsize=16)
def signer_opened(
    content: bytes, election: UUID, *, operator: Operator
) -> Ed25519PrivateKey:
    """Open the key that signs acknowledgements and the result."""
    return signer_of(_unbox(operator, election, content))


def signer_of(seed: bytes) -> Ed25519PrivateKey:
    """Read the key that signs."""
    return Ed25519PrivateKey.from_private_bytes(seed)


def signing_key(keys: Keys, group: str = "") -> PrivateKey:
    """Give the key that signs the credentials of a group."""
    first, second = keys.primes[group]
    return PrivateKey(PublicKey(first * second, EXPONENT), first, second)


def public_key(modulus: str) -> PublicKey:
    """Read a key as it is published."""
    return PublicKey(int(modulus, 16), EXPONENT)


def signed_blindly(keys: Keys, blinded: bytes, *, group: str = "") -> bytes:
    """Sign what cannot be read; raises NotSignable for what does not fit."""
    key = signing_key(keys, group)
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


def _box(operator: Operator, election: UUID, plain: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(operator.part("polls")).encrypt(nonce, plain, election.bytes)


def _unbox(operator: Operator, election: UUID, content: bytes) -> bytes:
    box = AESGCM(operator.part("polls"))
    return box.decrypt(content[:_NONCE], content[_NONCE:], election.bytes)
