"""How values travel between Python and SQLite: as Piccolo does, only faster."""

import sqlite3
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache, lru_cache
from uuid import UUID

import piccolo.engine.sqlite  # noqa: F401  # registers what we replace below


@cache
def register_types() -> None:
    """Replace Piccolo's converters of the commonest types."""
    sqlite3.register_converter("INTEGER", _integer)
    sqlite3.register_converter("UUID", _uuid)
    sqlite3.register_converter("BOOLEAN", b"1".__eq__)
    sqlite3.register_converter("TIMESTAMPTZ", _moment)
    sqlite3.register_converter("JSON", bytes.decode)  # `7` too is a text there
    sqlite3.register_converter("JSONB", bytes.decode)
    sqlite3.converters.pop("BLOB", None)  # with one, empty bytes are read as NULL
    sqlite3.register_adapter(UUID, UUID.__str__)


def _integer(value: bytes) -> int:
    try:
        return int(value)
    except ValueError:
        return int(Decimal(value.decode()))


@lru_cache(maxsize=8192)  # the same rooms and sessions are read again and again
def _uuid(value: bytes) -> UUID:
    return UUID(value.decode())


@lru_cache(maxsize=8192)
def _moment(value: bytes) -> datetime:
    moment = datetime.fromisoformat(value.decode())
    return moment.replace(tzinfo=UTC)
