"""Transactions, savepoints and row locks, the same on every engine."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from piccolo.query.methods.objects import Objects
from piccolo.query.methods.select import Select

from lip.database.binding import current_engine

_inside: ContextVar[object] = ContextVar("lip_transaction", default=None)

Q = TypeVar("Q", Select[Any], Objects[Any])


@asynccontextmanager
async def transaction() -> AsyncIterator[None]:
    """
    Write all or nothing.

    Used inside another one, it joins that. Where the outer one is not ours but
    that of a migration or a test, it is a savepoint there, so that a refusal
    undoes exactly what it would undo alone.
    """
    engine = current_engine()
    outer = engine.open_transaction()
    if outer is not None and _inside.get() is outer:
        yield
        return
    async with savepoint() if outer is not None else engine.transaction():
        before = _inside.set(engine.open_transaction())
        try:
            yield
        finally:
            _inside.reset(before)


@asynccontextmanager
async def savepoint() -> AsyncIterator[None]:
    """Undo only this part of a transaction when it fails."""
    outer = current_engine().open_transaction()
    if outer is None:
        raise RuntimeError("A savepoint stands inside a transaction.")
    point: Any = await outer.savepoint()
    try:
        yield
    except BaseException:
        await point.rollback_to()
        await point.release()
        raise
    await point.release()


def lock_rows(query: Q) -> Q:
    """Keep others from changing these rows until the transaction ends."""
    if current_engine().engine_type == "sqlite":
        return query  # whoever is in a transaction is the only one writing
    return query.lock_rows("UPDATE")


def locked(select: str, *, shared: bool = False) -> str:
    """
    Say the same of a SELECT that `fetch` runs; of a single table.

    Those who only share the rows do not wait for each other, and keep out who would
    change them.
    """
    if current_engine().engine_type == "sqlite":
        return select
    return f"{select} FOR {'SHARE' if shared else 'UPDATE'}"
