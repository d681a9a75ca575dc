"""Count the statements that reach the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lip.database import current_engine


@contextmanager
def counted_queries() -> Iterator[list[str]]:
    """Collect every statement that runs meanwhile."""
    engine: Any = current_engine()
    run, seen = engine.run, []

    async def noting(sql: str, *args: Any, **options: Any) -> Any:
        seen.append(sql)
        return await run(sql, *args, **options)

    engine.run = noting
    try:
        yield seen
    finally:
        del engine.run
