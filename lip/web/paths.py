"""
Addresses of routes by name, quickly.

A page names dozens of routes, and Litestar looks each one up anew. Here it is asked
once per route, with marks in the place of values.
"""

from typing import Any
from uuid import UUID

from litestar import Litestar

_MARK = "\x00"


def path_to(app: Litestar, name: str, values: dict[str, Any]) -> str:
    """Give the path of a route; a name or value that does not fit raises."""
    if not all(isinstance(value, str | UUID) for value in values.values()):
        return app.route_reverse(name, **values)
    patterns: dict[tuple[str, ...], str] = app.state.path_patterns
    key = (name, *values)
    path = patterns.get(key)
    if path is None:
        marks = {one: f"{_MARK}{one}{_MARK}" for one in values}
        path = patterns[key] = app.route_reverse(name, **marks)
    for one, value in values.items():
        path = path.replace(f"{_MARK}{one}{_MARK}", str(value))
    return path
