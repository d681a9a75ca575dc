"""
Hash and check passwords with argon2id (RFC 9106), beside the event loop.

Each hash takes 64 MiB for a moment, so only a few are computed at a time.
"""

from collections.abc import Callable
from functools import cache
from typing import Final, TypeVar

import anyio.to_thread
from anyio import CapacityLimiter
from anyio.lowlevel import RunVar
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

AT_A_TIME = 4

COST: Final = RFC_9106_LOW_MEMORY

_hasher = PasswordHasher.from_parameters(COST)
_limiter: RunVar[CapacityLimiter] = RunVar("passwords at a time")

R = TypeVar("R")


@cache
def _hash_of_nothing() -> str:
    return _hasher.hash("nobody has this password")


async def hash_password(password: str) -> str:
    """Hash a password with a fresh salt."""
    return await _beside(lambda: _hasher.hash(password))


async def password_fits(hashed: str, password: str) -> bool:
    """Check a password; an absent hash costs as much time as a wrong password."""
    return await _beside(lambda: _fits(hashed, password))


async def _beside(compute: Callable[[], R]) -> R:
    try:
        limiter = _limiter.get()
    except LookupError:
        limiter = CapacityLimiter(AT_A_TIME)
        _limiter.set(limiter)
    return await anyio.to_thread.run_sync(compute, limiter=limiter)


def _fits(hashed: str, password: str) -> bool:
    try:
        return _hasher.verify(hashed or _hash_of_nothing(), password) and bool(hashed)
    except (VerificationError, InvalidHashError):
        return False
