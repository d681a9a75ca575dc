"""Lock the lines of a guest list for one device (AES-256-GCM, NIST SP 800-38D)."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from lip.conference.rules.offline_list import (
    bucketed,
    filled_up,
    handle_of,
    reading_key,
    stretch,
)

NONCE = 12

stretched = lru_cache(maxsize=20_000)(stretch)
"""Stretching is slow on purpose, so it is done once per ticket, not per device."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineLine:
    """What the answer to one ticket needs; `code` is the ticket's."""

    code: str
    content: Mapping[str, object]


def lock_list(
    lines: Sequence[OfflineLine], *, salt: bytes, device: bytes
) -> tuple[bytes, ...]:
    """Lock each line under its ticket's code; the same line gives the same bytes."""
    return bucketed(_locked(line, salt, device) for line in lines)


def _locked(line: OfflineLine, salt: bytes, device: bytes) -> tuple[bytes, bytes]:
    secret = stretched(line.code, salt)
    text = json.dumps(line.content, ensure_ascii=False, separators=(",", ":"))
    plain, key = filled_up(text.encode()), reading_key(device, secret)
    # From key and text, so no two texts of one key ever share it.
    nonce = hashlib.sha256(key + plain).digest()[:NONCE]
    return handle_of(device, secret), nonce + AESGCM(key).encrypt(nonce, plain, None)
