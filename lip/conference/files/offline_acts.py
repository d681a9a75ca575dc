"""
Open what a device has locked for the server alone: scans and walk-ins made offline.

The device makes a key pair for each act, agrees on a key with the server's public one
(ECDH on P-256, HKDF with SHA-256, AES-256-GCM) and forgets its own half. So a lost
phone shows neither codes nor names, not even those it has not sent yet (ADR 0016).
"""

import json
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from lip.keys import Keys

CURVE = ec.SECP256R1()
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
POINT = 65
NONCE = 12
LONGEST = 4000


def public_key(keys: Keys) -> bytes:
    """Give the key for which devices lock their acts, as a point on the curve."""
    return _point(_private_key(keys).public_key())


def open_act(parcel: bytes, *, keys: Keys, request: str) -> dict[str, Any] | None:
    """Open an act that was locked together with its request key, or give None."""
    if not POINT + NONCE < len(parcel) <= LONGEST:
        return None
    point, nonce = parcel[:POINT], parcel[POINT : POINT + NONCE]
    try:
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, point)
        shared = _private_key(keys).exchange(ec.ECDH(), theirs)
        plain = AESGCM(_agreed(shared, point)).decrypt(
            nonce, parcel[POINT + NONCE :], request.encode()
        )
        content = json.loads(plain)
    except (InvalidTag, ValueError):
        return None
    return content if isinstance(content, dict) else None


def _private_key(keys: Keys) -> ec.EllipticCurvePrivateKey:
    number = int.from_bytes(keys.part("offline acts"), "big")
    return ec.derive_private_key(number % (ORDER - 1) + 1, CURVE)


def _point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _agreed(shared: bytes, point: bytes) -> bytes:
    kdf = HKDF(algorithm=hashes.SHA256(), length=32, salt=point, info=b"lip offline")
    return kdf.derive(shared)
