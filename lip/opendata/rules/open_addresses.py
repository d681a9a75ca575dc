"""Which addresses are for programs from anywhere, also for those in a browser."""

import re
from typing import Final

_TREES: Final = ("/oparl", "/rest")
_FILES: Final = frozenset({
    *("/catalog.ttl", "/catalog.jsonld", "/schema/openapi.json"),
    *("/feed.atom", "/sitemap.xml", "/robots.txt"),
})
_PAGES: Final = frozenset({"/data/interface", "/data/api"})
_BELOW: Final = re.compile(r"/data/.+|/plan/[^/]+/feed\.atom")
_FIELD_NAMES: Final = re.compile(r"[\w-]+(\s*,\s*[\w-]+)*", re.ASCII)


def is_open(path: str) -> bool:
    """
    Tell whether programs on other sites may read an address, found or not.

    >>> is_open("/data/measures.csv"), is_open("/data/api"), is_open("/restaurant")
    (True, False, False)
    """
    if path in _FILES or path in _TREES:
        return True
    if path.startswith(tuple(f"{one}/" for one in _TREES)):
        return True
    return path not in _PAGES and _BELOW.fullmatch(path) is not None


def allowed_fields(asked: str) -> str:
    r"""
    Give the header fields that a program may send: those that it asks for, if readable.

    >>> allowed_fields("if-none-match, x-one"), allowed_fields("a b\n")
    ('if-none-match, x-one', '')
    """
    return asked if len(asked) <= 500 and _FIELD_NAMES.fullmatch(asked) else ""
