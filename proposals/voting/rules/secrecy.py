"""
Under which name a vote is kept while a round is open.

Each round has a salt of its own. With the operator's secret it makes the round's key,
and the key makes of a person or a code the name of her vote. Without the salt nobody
can make that name again, not even who has the secret.
"""

import hmac
from uuid import UUID

PERSON = b"person "
CODE = b"code "


def round_key(secret: bytes, salt: str) -> bytes:
    """Derive the key under which votes of a round are kept until it closes."""
    return hmac.digest(secret, f"round {salt}".encode(), "sha256")


def voter(key: bytes, kind: bytes, one: UUID) -> str:
    """Make the name under which the vote of a person or a code is kept."""
    return hmac.new(key, kind + one.bytes, "sha256").hexdigest()
