"""
The guest list as a device keeps it: nobody can read a line without the ticket.

A line is found by a keyed hash of the ticket's code and locked under another, both
made from the code stretched by PBKDF2 (RFC 8018). A lost phone therefore holds no
name that could be read, and guessing one of sixty bits costs a thousand hashes a try
(ADR 0016). Lines lie in 256 buckets, so that a change is sent as one small bucket.
"""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from lip.conference.rules.admission import Doors

ROUNDS: Final = 1000
BUCKETS: Final = 256
STEP: Final = 64
HANDLE: Final = 16
DIGEST: Final = 4


def stretch(code: str, salt: bytes) -> bytes:
    """Make guessing a code slow; one scan hardly notices."""
    return hashlib.pbkdf2_hmac("sha256", code.encode(), salt, ROUNDS, 32)


def handle_of(device: bytes, stretched: bytes) -> bytes:
    """Give the hash by which a device finds the line of a ticket."""
    return hmac.digest(device, stretched + b"find", "sha256")[:HANDLE]


def reading_key(device: bytes, stretched: bytes) -> bytes:
    """Give the key that opens the line of a ticket."""
    return hmac.digest(device, stretched + b"read", "sha256")


def filled_up(text: bytes) -> bytes:
    """
    Fill a line up with blanks, so that its length tells little.

    >>> len(filled_up(b"x")), len(filled_up(b"x" * 64)), len(filled_up(b"x" * 65))
    (64, 64, 128)
    """
    return text.ljust(-(-max(len(text), 1) // STEP) * STEP)


def bucketed(lines: Iterable[tuple[bytes, bytes]]) -> tuple[bytes, ...]:
    """Put locked lines into buckets by the first byte of their handle."""
    buckets = [b""] * BUCKETS
    for handle, locked in sorted(lines):
        buckets[handle[0]] += handle + len(locked).to_bytes(2, "big") + locked
    return tuple(buckets)


def digest_of(bucket: bytes) -> bytes:
    """Tell one state of a bucket from another; an empty one is all zero."""
    return hashlib.sha256(bucket).digest()[:DIGEST] if bucket else bytes(DIGEST)


def changed(buckets: Iterable[bytes], have: bytes) -> dict[int, bytes]:
    """Give the buckets that are not what a device says it has."""
    known = have if len(have) == BUCKETS * DIGEST else bytes(BUCKETS * DIGEST)
    return {
        number: bucket
        for number, bucket in enumerate(buckets)
        if digest_of(bucket) != known[number * DIGEST : (number + 1) * DIGEST]
    }


def kept_until(
    days: Iterable[Doors], *, zone: ZoneInfo, signed_in_until: datetime
) -> datetime:
    """Say when a device forgets the list: after the last day, or with its pass."""
    ends = [signed_in_until]
    last = max(days, key=lambda doors: doors.day, default=None)
    if last is not None:
        next_day = last.day + timedelta(days=1)
        midnight = datetime.combine(next_day, time.min, zone).astimezone(UTC)
        ends.append(max(midnight, last.close))
    return min(ends)
