"""Rows that must be there."""

from collections.abc import Mapping, Sequence
from typing import Any

from lip.errors import NotFound


def first_of(rows: Sequence[Mapping[str, Any]], code: str) -> Mapping[str, Any]:
    """Give the row that was looked for, or raise NotFound with a code."""
    if not rows:
        raise NotFound(code)
    return rows[0]
