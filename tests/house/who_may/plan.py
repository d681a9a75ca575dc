"""Who may open which page of the plan."""

from tests.house.who_may import EVERYBODY

WHO_MAY: dict[str, frozenset[str]] = {
    "plans.list": EVERYBODY,
    "plans.show": EVERYBODY,
    "plans.chapter": EVERYBODY,
    "plans.chapter_in": EVERYBODY,
    "plans.chapter_pdf": EVERYBODY,
    "plans.markdown": EVERYBODY,
    "plan_draft.pdf": EVERYBODY,
    "plan_draft.markdown": EVERYBODY,
    "plan_draft.show": EVERYBODY,
    "plan_draft.chapter": EVERYBODY,
    "plan_draft.chapter_in": EVERYBODY,
}
"""The visitors who get in, by the name of a route."""

PLACES: dict[str, str] = {
    "plan": "lip",
    "chapter": "integration",
    "language": "de",
}
"""What to put into a route's address, by the name of the part."""
