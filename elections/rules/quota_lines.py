"""
Quotas as they are stored and published, and what makes a set of them impossible.

Where somebody has typed them, a fault names the line it stands in.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from elections.rules.terms import Quota


def quotas_read(text: str) -> tuple[Quota, ...]:
    """Read quotas as they are stored and published."""
    return tuple(
        Quota(
            attribute=str(one["attribute"]),
            value=str(one["value"]),
            at_least=int(one.get("min", 0)),
            at_most=one.get("max"),
        )
        for one in json.loads(text)
    )


def quotas_plain(quotas: Sequence[Quota]) -> list[dict[str, Any]]:
    """Write quotas as they are stored and published."""
    return [
        {
            "attribute": one.attribute,
            "value": one.value,
            "min": one.at_least,
            "max": one.at_most,
        }
        for one in quotas
    ]


class QuotaFault(StrEnum):
    """What is wrong with a line; the values are codes of sentences."""

    UNNAMED = "quota_unnamed"
    EMPTY = "quota_empty"
    CONTRADICTS = "quota_contradicts"
    ABOVE_SEATS = "quota_above_seats"
    TWICE = "quota_twice"
    TOGETHER = "quotas_above_seats"


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultyLine:
    """A line, counted from zero, and what is wrong with it."""

    line: int
    fault: QuotaFault


def faulty_lines(quotas: Sequence[Quota], *, seats: int) -> Sequence[FaultyLine]:
    """
    Find what contradicts itself, the first fault of each line.

    >>> women = Quota(attribute="Geschlecht", value="Frau", at_least=3)
    >>> men = Quota(attribute="Geschlecht", value="Mann", at_least=2)
    >>> [one.fault.value for one in faulty_lines([women, men], seats=4)]
    ['quotas_above_seats']
    """
    seen = Counter[tuple[str, str]]()
    wanted = defaultdict[str, int](int)
    found = []
    for line, quota in enumerate(quotas):
        key = (quota.attribute.casefold(), quota.value.casefold())
        fault = _alone(quota, seats)
        if fault is None and seen[key]:
            fault = QuotaFault.TWICE
        seen[key] += 1
        wanted[key[0]] += quota.at_least
        if fault is None and quota.at_least and wanted[key[0]] > seats:
            fault = QuotaFault.TOGETHER
        if fault is not None:
            found.append(FaultyLine(line=line, fault=fault))
    return found


def _alone(quota: Quota, seats: int) -> QuotaFault | None:
    if not quota.attribute or not quota.value:
        return QuotaFault.UNNAMED
    if not quota.at_least and quota.at_most is None:
        return QuotaFault.EMPTY
    if quota.at_most is not None and quota.at_most < quota.at_least:
        return QuotaFault.CONTRADICTS
    return QuotaFault.ABOVE_SEATS if quota.at_least > seats else None
