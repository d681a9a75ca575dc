"""Who may open which page of bodies and their steps."""

from tests.house.who_may import EVERYBODY, PLAN

WHO_MAY: dict[str, frozenset[str]] = {
    "bodies.list": PLAN,
    "bodies.new": PLAN,
    "bodies.add": PLAN,
    "bodies.show": PLAN,
    "bodies.change": PLAN,
    "bodies.move": PLAN,
    "bodies.close": PLAN,
    "districts.new": PLAN,
    "districts.add": PLAN,
    "districts.show": PLAN,
    "districts.change": PLAN,
    "districts.close": PLAN,
    "steps.list": PLAN,
    "steps.new": PLAN,
    "steps.add": PLAN,
    "steps.show": PLAN,
    "steps.change": PLAN,
    "steps.release": PLAN,
    "steps.release_all": PLAN,
    "steps.take_back": PLAN,
    "bodies.read_all": EVERYBODY,
    "bodies.read": EVERYBODY,
}
"""The visitors who get in, by the name of a route."""

PLACES: dict[str, str] = {
    "body_id": "00000000-0000-0000-0000-000000000001",
    "body_key": "rat",
    "row": "00000000-0000-0000-0000-000000000001",
    "district": "00000000-0000-0000-0000-000000000001",
    "kind": "paper",
    "subject": "00000000-0000-0000-0000-000000000001",
    "step_id": "00000000-0000-0000-0000-000000000001",
}
"""What to put into a route's address, by the name of the part."""
