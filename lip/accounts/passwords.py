"""Hash and check passwords with argon2id (RFC 9106), beside the event loop."""

from functools import cache

import anyio.to_thread
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()


@cache
def _hash_of_nothing() -> str:
    return _hasher.hash("nobody has this password")


async def hash_password(password: str) -> str:
    """Hash a password with a fresh salt."""
    return await anyio.to_thread.run_sync(_hasher.hash, password)


async def password_fits(hashed: str, password: str) -> bool:
    """Check a password; an absent hash costs as much time as a wrong password."""
    return await anyio.to_thread.run_sync(_fits, hashed, password)


def _fits(hashed: str, password: str) -> bool:
    try:
        return _hasher.verify(hashed or _hash_of_nothing(), password) and bool(hashed)
    except (VerificationError, InvalidHashError):
        return False
