"""Database values as JSON, exactly, whatever engine they come from."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

_PLAIN: Final = {str, int, bool, float, type(None)}

_WRITTEN: Final[tuple[tuple[type, str, Callable[[Any], object]], ...]] = (
    (UUID, "uuid", str),
    (datetime, "datetime", datetime.isoformat),  # before date: it is one
    (date, "date", date.isoformat),
    (time, "time", time.isoformat),
    (timedelta, "microseconds", lambda span: span // timedelta(microseconds=1)),
    (Decimal, "decimal", str),
    (bytes, "bytes", lambda raw: b64encode(raw).decode()),
    (list, "list", lambda values: [written(value) for value in values]),
)

_READ: Final[dict[str, Callable[[Any], object]]] = {
    "uuid": UUID,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "microseconds": lambda number: timedelta(microseconds=number),
    "decimal": Decimal,
    "bytes": lambda text: b64decode(text, validate=True),
    "list": lambda values: [read(value) for value in values],
}


def written(value: object) -> object:
    """Turn a value into what JSON can hold."""
    if type(value) in _PLAIN:
        return value
    for kind, name, write in _WRITTEN:
        if isinstance(value, kind):
            return {name: write(value)}
    raise TypeError(f"A backup cannot hold {type(value).__name__}.")


def read(value: object) -> object:
    """Turn it back; raise ValueError where it is none of ours."""
    if not isinstance(value, dict):
        return value
    [(name, content)] = value.items()
    if name not in _READ:
        raise ValueError(f"Unknown kind of value: {name}")
    return _READ[name](content)
