"""Recognise that someone else was faster."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg

from lip.errors import Refusal

_SQLITE_CODES = {
    sqlite3.SQLITE_CONSTRAINT_UNIQUE,
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
    sqlite3.SQLITE_CONSTRAINT_ROWID,
}
_DETAIL = re.compile(r"Key \((.+?)\)=")


def is_unique_violation(error: BaseException, *columns: str) -> bool:
    """Say whether a row with the same values exists; in these columns, if named."""
    found = _violated(error)
    return found is not None and (not columns or found == set(columns))


@contextmanager
def refused_if_taken(refusal: Refusal, *columns: str) -> Iterator[None]:
    """Raise the refusal where a row breaks a uniqueness promise."""
    try:
        yield
    except (sqlite3.IntegrityError, asyncpg.UniqueViolationError) as error:
        if is_unique_violation(error, *columns):
            raise refusal from error
        raise


def _violated(error: BaseException) -> set[str] | None:
    if isinstance(error, asyncpg.UniqueViolationError):
        match = _DETAIL.match(error.detail or "")
        return {n.strip(' "') for n in match[1].split(",")} if match else set()
    if isinstance(error, sqlite3.IntegrityError):
        if error.sqlite_errorcode not in _SQLITE_CODES:
            return None
        names = str(error).partition(": ")[2].split(",")
        return {name.strip().rpartition(".")[2] for name in names}
    return None
