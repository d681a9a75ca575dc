"""What pages say to search engines, read as they do, and checked by schema.org."""

import json
import re
from collections.abc import Iterator
from typing import Any

from rdflib.namespace import SDO

_SAID = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_KNOWN = {str(one).rpartition("/")[2] for one in dir(SDO)}


def said_in(html: str) -> dict[str, dict[str, Any]]:
    """Give what a page says, by type; every name in it is one of schema.org."""
    found: list[dict[str, Any]] = [json.loads(one) for one in _SAID.findall(html)]
    for one in found:
        assert one["@context"] == "https://schema.org"
        assert not (unknown := set(_names(one)) - _KNOWN), unknown
    kinds = [one["@type"] for one in found]
    assert len(kinds) == len(set(kinds))
    return dict(zip(kinds, found, strict=True))


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _names(one)
    if isinstance(value, dict):
        for name, one in value.items():
            if name != "@context":
                yield one if name == "@type" else name
            yield from _names(one)
