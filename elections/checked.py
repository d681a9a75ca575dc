"""One thing that was looked at in a published election."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from elections.files.bundle import Bundle
from elections.rules.record import Kind


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether it holds, with its figures; words are put to it elsewhere."""

    code: str
    holds: bool
    facts: Mapping[str, Any] = field(default_factory=dict)


def named(bundle: Bundle, marks: Iterable[str]) -> tuple[str, ...]:
    """Put names for marks, as the record has them."""
    names = {
        str(one["id"]): str(one["name"])
        for one in bundle.the(Kind.CANDIDATES)["candidates"]
    }
    return tuple(names.get(mark, mark) for mark in marks)
