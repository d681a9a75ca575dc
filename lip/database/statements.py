"""
SQL written once for every engine.

For hot paths: it skips Piccolo's query building. `?` marks a value, so a
question mark may stand nowhere else in the text.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import count
from typing import Any, TypeVar

from lip.database.binding import current_engine

T = TypeVar("T")

ARGUMENTS = 32_000  # PostgreSQL takes 32,767 in one statement


async def fetch(sql: str, *args: Any) -> list[dict[str, Any]]:
    """Run one statement and return its rows, if it yields any."""
    engine = current_engine()
    if engine.engine_type == "sqlite":
        rows: list[dict[str, Any]] = await engine.run(sql, args)
        return rows
    return [dict(row) for row in await engine.run(_numbered(sql), args)]


async def fetch_in(
    sql: str, values: Collection[Any], then: str = ""
) -> list[dict[str, Any]]:
    """
    Run a SELECT that ends with `IN` for some values; without any there are no rows.

    `then` may follow, as an order does.
    """
    if not values:
        return []
    wanted = padded(list(values))
    marks = ", ".join("?" * len(wanted))
    return await fetch(f"{sql} ({marks}) {then}", *wanted)


async def execute_many(sql: str, rows: Sequence[Sequence[Any]]) -> None:
    """Run one writing statement for each row of values, all or none of them."""
    engine = current_engine()
    text = sql if engine.engine_type == "sqlite" else _numbered(sql)
    await engine.run_many(text, rows)


def padded(values: Sequence[T]) -> Sequence[T]:
    """
    Repeat the last of some values until their number is a power of two.

    For `IN (?, ?, …)`: few lengths make few texts, which a database has ready.
    """
    wanted = 1 << max(0, len(values) - 1).bit_length()
    return [*values, *list(values[-1:]) * (wanted - len(values))]


def in_batches(rows: Sequence[T], *, columns: int) -> Iterator[Sequence[T]]:
    """Split rows so that one statement can insert each part."""
    size = max(1, ARGUMENTS // max(1, columns))
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


@cache
def _numbered(sql: str) -> str:
    numbers = count(1)
    first, *others = sql.split("?")
    return first + "".join(f"${next(numbers)}{part}" for part in others)
