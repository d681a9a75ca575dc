"""Addresses of other sites that organisers type in."""

from typing import Final
from urllib.parse import urlsplit

LONGEST: Final = 500


def usable_address(text: str) -> bool:
    """
    Tell whether a text can stand in a link to another site.

    >>> usable_address("https://www.openstreetmap.org/node/1")
    True
    >>> usable_address("javascript:alert(1)"), usable_address("https:///karte")
    (False, False)
    """
    if len(text) > LONGEST or not text.isprintable() or any(map(str.isspace, text)):
        return False
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    without_password = parts.username is None and parts.password is None
    return parts.scheme in {"http", "https"} and bool(host) and without_password


def shown_host(address: str) -> str:
    """
    Name the site that a link leads to.

    >>> shown_host("https://www.openstreetmap.org/node/1")
    'openstreetmap.org'
    """
    return (urlsplit(address).hostname or "").removeprefix("www.")
