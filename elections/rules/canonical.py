r"""
JSON that has one spelling only, so that its SHA-256 names its content.

After RFC 8785: keys in order, no spaces, no escapes but the needed ones. Our values
have strings, whole numbers, truth, nothing, lists and objects with ASCII keys; there
are no fractions, so the difficult part of the standard never comes up.

>>> canonical({"b": 1, "a": ["ä", None]})
b'{"a":["\xc3\xa4",null],"b":1}'
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

_SINGLE = (str, int, type(None))  # quicker to ask for than a union
Plain = str | int | bool | None | Sequence["Plain"] | Mapping[str, "Plain"]


def canonical(value: Plain) -> bytes:
    """Write a value; raises ValueError or TypeError for what has several spellings."""
    _check(value)
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


def digest_of(value: Plain) -> str:
    """Compute the SHA-256 of a value, as 64 hexadecimal digits."""
    return sha256(canonical(value)).hexdigest()


def _check(value: Plain) -> None:
    if isinstance(value, _SINGLE):
        return
    if isinstance(value, (list, tuple)):
        _check_all(value)
    elif isinstance(value, (dict, Mapping)):  # a dict is known at once
        for key in value:
            if not isinstance(key, str) or not key.isascii():
                raise ValueError(f"not a key of ours: {key!r}")
        _check_all(value.values())
    else:
        raise TypeError(f"has no single spelling: {value!r}")


def _check_all(values: Iterable[Plain]) -> None:
    for inner in values:
        if not isinstance(inner, _SINGLE):
            _check(inner)
