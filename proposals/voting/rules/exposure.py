"""
In which order proposals are put to somebody, one at a time.

Those that were shown least come first, so that early ones are not voted on by all and
late ones by nobody; among equals a person's own shuffled order decides, which is the
same each time she comes back.
"""

from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256
from uuid import UUID


def next_up(
    shown: Mapping[UUID, int], seen: Collection[UUID], *, seed: bytes, most: int = 1
) -> Sequence[UUID]:
    """Choose what a person sees next; `shown` counts how often each was shown."""
    waiting = [option for option in shown if option not in seen]
    return sorted(waiting, key=lambda option: (shown[option], _own(option, seed)))[
        :most
    ]


def _own(option: UUID, seed: bytes) -> bytes:
    return sha256(seed + option.bytes).digest()
