"""A part of a sheet as a form: shown, read, and with lines added and removed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias

from lip.measures.pages.asking import read, sent, shown
from lip.measures.pages.part_kinds import Lines, Part
from lip.measures.rules.sheet import MOST_LINES
from lip.web.forms import Form

Answers: TypeAlias = dict[str, Any]

READ_ASIDE: Final = frozenset({"id"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A form as it stands on the page: answers, and lists of lines of answers."""

    asks: Answers
    lists: Mapping[str, list[Answers]] = field(default_factory=dict)


def filled_from(part: Part, sheet: object) -> Filled:
    """Fill a form from a sheet of any kind; an empty list begins with an empty line."""
    return Filled(
        asks={one.name: shown(getattr(sheet, one.name), one) for one in part.asks},
        lists={
            one.name: [
                {ask.name: shown(getattr(line, ask.name), ask) for ask in one.asks}
                for line in (getattr(sheet, one.name) or (one.kind(),))
            ]
            for one in part.lists
        },
    )


def filled_again(part: Part, form: Form) -> Filled:
    """Fill a form as it was typed, after what one of its buttons asked for."""
    lists = {one.name: _typed(one, form) for one in part.lists}
    way, name, at = asked_for(form)
    for one in part.lists:
        if one.name == name:
            lists[name] = _after(way, at, lists[name], one)
    return Filled(
        asks={one.name: sent(form, one, one.name) for one in part.asks}, lists=lists
    )


def asked_for(form: Form) -> tuple[str, str, int]:
    """Read which line a button is about: "add goals", "drop goals 2"."""
    words = form.raw("do").split(" ")
    way = words[0] if words[0] in {"add", "drop", "up", "down"} else ""
    name = words[1] if len(words) > 1 else ""
    at = words[2] if len(words) > 2 else "0"
    return way, name, int(at) if at.isascii() and at.isdigit() else -1


def read_part(part: Part, form: Form) -> Mapping[str, Any]:
    """Read a form into values of a sheet; empty lines fall away."""
    values: dict[str, Any] = {one.name: read(form, one, one.name) for one in part.asks}
    for one in part.lists:
        values[one.name] = tuple(_read_lines(one, form))
    return values


def _read_lines(one: Lines, form: Form) -> Sequence[Any]:
    empty = one.kind()
    found = []
    for number in range(_many(one, form)):
        answers = {
            ask.name: read(form, ask, f"{one.name}-{number}-{ask.name}")
            for ask in one.asks
        }
        line = one.kind(**answers)
        known = {name: getattr(empty, name) for name in READ_ASIDE & answers.keys()}
        if replace(line, **known) != empty:
            found.append(line)
    return found


def _typed(one: Lines, form: Form) -> list[Answers]:
    return [
        {
            ask.name: sent(form, ask, f"{one.name}-{number}-{ask.name}")
            for ask in one.asks
        }
        for number in range(_many(one, form))
    ]


def _many(one: Lines, form: Form) -> int:
    text = form.raw(f"{one.name}-lines")
    return min(int(text), MOST_LINES + 1) if text.isdigit() and len(text) < 4 else 0


def _after(way: str, at: int, there: list[Answers], one: Lines) -> list[Answers]:
    """Give the lines after one was added, removed or moved."""
    if way == "add" and len(there) < MOST_LINES:
        return [*there, _blank(one)]
    if not 0 <= at < len(there):
        return there
    if way == "drop":
        return [*there[:at], *there[at + 1 :]]
    other = at + {"up": -1, "down": 1}.get(way, 0)
    if 0 <= other < len(there):
        there[at], there[other] = there[other], there[at]
    return there


def _blank(one: Lines) -> Answers:
    line = one.kind()
    return {ask.name: shown(getattr(line, ask.name), ask) for ask in one.asks}
