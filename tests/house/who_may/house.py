"""Who may open which page of the house itself, and of what everybody reads."""

from tests.house.who_may import EVERYBODY, NOBODY

WHO_MAY: dict[str, frozenset[str]] = {
    "home": EVERYBODY,
    "health": EVERYBODY,
    "metrics": NOBODY,  # but the operator's token
    "theme": EVERYBODY,
    "static": EVERYBODY,
    "static/head": EVERYBODY,
    "static.sheet": EVERYBODY,
    "/schema": EVERYBODY,
    "/schema/openapi.json": EVERYBODY,
    "/schema/{path}": EVERYBODY,
    "imprint": EVERYBODY,
    "privacy": EVERYBODY,
    "accessibility": EVERYBODY,
}

PLACES: dict[str, str] = {
    "file_path": "js/page.js",
    "name": "base.css",
    "path": "nothing",
}
