"""The keys that name conferences in addresses."""

import re
from typing import Final

from lip.conference.rules.names import fold

KEY_FORM: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")

RESERVED: Final = frozenset({"new"})
"""Words that already mean something behind `/conferences/`."""


def proposed_key(title: str) -> str:
    """
    Make a key from a title; empty where no letter of it can stand in one.

    >>> proposed_key("Konferenz für alle – Köln 2026!")
    'konferenz-fur-alle-koln-2026'
    """
    words = re.findall(r"[a-z0-9]+", " ".join(map(fold, title.split())))
    return "-".join(words)[:60].strip("-")
