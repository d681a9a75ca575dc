"""How parts of a form are written into columns, and read from them."""

import json
from collections.abc import Sequence

from lip.registration.rules.forms import Condition, Option
from lip.said import Said


def dump_options(options: Sequence[Option]) -> str:
    """Write options for their column: a JSON list of [value, texts by language]."""
    pairs = [[one.value, dict(one.label)] for one in options]
    return json.dumps(pairs, ensure_ascii=False) if pairs else ""


def load_options(stored: str) -> tuple[Option, ...]:
    """Read what `dump_options` has written."""
    pairs = json.loads(stored) if stored else []
    return tuple(Option(value=value, label=Said(texts)) for value, texts in pairs)


def dump_condition(condition: Condition | None) -> str:
    """Write a condition for its column: a JSON pair [key, [values]]."""
    if condition is None:
        return ""
    return json.dumps([condition.key, list(condition.values)], ensure_ascii=False)


def load_condition(stored: str) -> Condition | None:
    """Read what `dump_condition` has written."""
    if not stored:
        return None
    key, values = json.loads(stored)
    return Condition(key=key, values=tuple(values))
