"""
Keys: one secret of the operator, parted into one key per purpose.

Parting follows HKDF-Expand (RFC 5869) with the purpose as `info`.
Who holds the database without the secret can make neither tickets nor sessions.
"""

import hashlib
import hmac
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Keys:
    """The operator's secret; it never prints itself."""

    secret: str = field(repr=False)

    def part(self, purpose: str) -> bytes:
        """Derive the 32-byte key for one purpose."""
        seed = hashlib.sha256(self.secret.encode()).digest()
        return hmac.digest(seed, purpose.encode() + b"\x01", "sha256")

    def seal(self, purpose: str, value: str) -> str:
        """Compute the keyed hash of a value, as 64 hexadecimal digits."""
        return hmac.digest(self.part(purpose), value.encode(), "sha256").hex()
