"""What comes of saving a form that several people may have open."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """Kept, as this version."""

    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtaken:
    """Somebody else was faster: the sheet that stands there now, and its mark."""

    there: Any
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong: a code, and the field of the form where it stands."""

    code: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Faulty:
    """Not kept; what is wrong, in the order of the form."""

    faults: tuple[Fault, ...]


Outcome: TypeAlias = Saved | Overtaken | Faulty


def mark_of(sheet: object, names: Collection[str]) -> str:
    """Mark what some parts of a sheet say, to notice when somebody else changed it."""
    said = repr([getattr(sheet, name) for name in sorted(names)])
    return hashlib.sha256(said.encode()).hexdigest()[:24]
