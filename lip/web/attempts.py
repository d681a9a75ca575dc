"""
How many attempts are too many.

A hall shares one address, so the account is what is limited; the address only
against a flood. The counting is a value, so the clock stays outside.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """So many attempts in so much time."""

    attempts: int
    within: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempts:
    """The attempts made since a moment."""

    since: datetime
    made: int = 0


def wait_after(
    attempts: Attempts | None, allowance: Allowance, *, now: datetime
) -> timedelta | None:
    """Say how long to wait before the next attempt, None when none is needed."""
    if attempts is None or now - attempts.since >= allowance.within:
        return None
    if attempts.made < allowance.attempts:
        return None
    return attempts.since + allowance.within - now


def one_less(attempts: Attempts) -> Attempts:
    """Take back one attempt that turned out well."""
    return replace(attempts, made=max(0, attempts.made - 1))


def one_more(
    attempts: Attempts | None, allowance: Allowance, *, now: datetime
) -> Attempts:
    """Count one attempt; a new window begins when the old one has passed."""
    if attempts is None or now - attempts.since >= allowance.within:
        return Attempts(since=now, made=1)
    return replace(attempts, made=attempts.made + 1)
