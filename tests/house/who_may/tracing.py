"""Who may open which page of traces."""

WHO_MAY: dict[str, frozenset[str]] = {}
"""The visitors who get in, by the name of a route."""

PLACES: dict[str, str] = {}
"""What to put into a route's address, by the name of the part."""
