"""
Deletion records, and the chain that holds them together.

Each digest is the SHA-256 of a record and of the digest before it. Whoever takes a
record out, changes it or puts another in breaks every digest after it; whoever cuts
off the end is found out by the journal, which notes the last digest of each run.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Final
from uuid import UUID

START: Final = "0" * 64
"""What stands before the first record."""


class Cause(StrEnum):
    """Why something was deleted."""

    DUE = "due"
    WISH = "wish"


class Flaw(StrEnum):
    """What can be wrong with a chain."""

    GAP = "gap"
    BROKEN = "broken"
    CHANGED = "changed"
    CUT_OFF = "cut_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """So many rows of one kind, at one conference or at none."""

    kind: str
    rows: int
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One deletion record as it is digested."""

    number: int
    run: UUID
    at: datetime
    due_before: datetime
    kind: str
    scope: str
    rows: int
    cause: Cause
    actor_kind: str
    actor: UUID | None
    before: str
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Where a chain does not hold."""

    number: int
    flaw: Flaw


def digest_of(record: Record) -> str:
    """
    Digest a record with everything in it but its own digest.

    The text is a JSON list in a fixed order, times in UTC, so that anybody can
    check a chain without this software.
    """
    told = [
        record.number,
        str(record.run),
        record.at.astimezone(UTC).isoformat(timespec="microseconds"),
        record.due_before.astimezone(UTC).isoformat(timespec="microseconds"),
        record.kind,
        record.scope,
        record.rows,
        record.cause.value,
        record.actor_kind,
        str(record.actor or ""),
        record.before,
    ]
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def broken_at(records: Sequence[Record], *, noted: Sequence[str] = ()) -> Break | None:
    """
    Find the first place where a chain does not hold; None when it is whole.

    `noted` are digests that the journal knows: each must stand in the chain.
    """
    before = START
    for number, record in enumerate(records, start=1):
        if record.number != number:
            return Break(number=number, flaw=Flaw.GAP)
        if record.before != before:
            return Break(number=number, flaw=Flaw.BROKEN)
        if record.digest != digest_of(record):
            return Break(number=number, flaw=Flaw.CHANGED)
        before = record.digest
    if set(noted) - {record.digest for record in records}:
        return Break(number=len(records) + 1, flaw=Flaw.CUT_OFF)
    return None


def by_scope(rows: int | Mapping[str, int]) -> Mapping[str, int]:
    """
    Read what a kind says of its rows, without the empty ones.

    >>> by_scope(3), by_scope({"eins": 2, "zwei": 0}), by_scope(0)
    ({'': 3}, {'eins': 2}, {})
    """
    told = {"": rows} if isinstance(rows, int) else rows
    return {scope: many for scope, many in sorted(told.items()) if many}


def missing_end(chain: Sequence[Record], longer: Sequence[Record]) -> Sequence[Record]:
    """Give what a longer chain has after the end of a chain; nothing if they differ."""
    if list(longer[: len(chain)]) != list(chain):
        return ()
    return longer[len(chain) :]
