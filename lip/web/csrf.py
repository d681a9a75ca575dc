"""
Tokens in forms, so that no other site can send them for a signed-in person.

A token is a nonce and its keyed hash under a key of the session; it changes with
every page, so compression gives nothing away.
"""

import hmac
import secrets

FIELD = "csrf"
HEADER = "x-csrf"


def make_token(key: bytes) -> str:
    """Make a token for a form of the session whose key this is."""
    nonce = secrets.token_hex(8)
    return f"{nonce}.{_proof(key, nonce)}"


def token_fits(key: bytes, token: str) -> bool:
    """Check the token that came with a form."""
    nonce, _, proof = token.partition(".")
    return hmac.compare_digest(_proof(key, nonce).encode(), proof.encode())


def _proof(key: bytes, nonce: str) -> str:
    return hmac.digest(key, nonce.encode(), "sha256").hex()[:32]
