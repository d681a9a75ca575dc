"""Who may open which page of traces."""

from uuid import uuid4

from tests.house.who_may import EVERYBODY, PLAN

WHO_MAY: dict[str, frozenset[str]] = {
    "traces.list": EVERYBODY,
    "traces.show": EVERYBODY,
    "traces.desk": PLAN,
    "traces.edit": PLAN,
    "traces.lay": PLAN,
    "traces.decline": PLAN,
    "traces.take_up": PLAN,
    "own_outcome.show": EVERYBODY,
    "own_outcome.wish": EVERYBODY,
}
"""The visitors who get in, by the name of a route."""

PLACES: dict[str, str] = {
    "kind": "chapter",
    "subject": str(uuid4()),
    "trace": str(uuid4()),
}
"""What to put into a route's address, by the name of the part."""
