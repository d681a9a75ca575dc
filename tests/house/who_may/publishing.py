"""Who may open which page of search and published pages."""

from tests.house.who_may import EVERYBODY

WHO_MAY: dict[str, frozenset[str]] = {
    "search.show": EVERYBODY,
}
"""The visitors who get in, by the name of a route."""

PLACES: dict[str, str] = {}
"""What to put into a route's address, by the name of the part."""
