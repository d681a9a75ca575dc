"""Count the statements that reach the database, not those of work in the background."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from lip.database import current_engine

_here: ContextVar[bool] = ContextVar("counted", default=False)


@contextmanager
def counted_queries() -> Iterator[list[str]]:
    """Collect every statement that runs meanwhile."""
    engine: Any = current_engine()
    run, seen = engine.run, []

    async def noting(sql: str, *args: Any, **options: Any) -> Any:
        if _here.get():
            seen.append(sql)
        return await run(sql, *args, **options)

    engine.run = noting
    before = _here.set(True)
    try:
        yield seen
    finally:
        _here.reset(before)
        del engine.run
