"""Who may open which page of search and published pages."""

from tests.house.who_may import EVERYBODY, FIELDS

WHO_MAY: dict[str, frozenset[str]] = {
    "search.show": EVERYBODY,
    "plan_book.show": EVERYBODY,
    "plan_book.pdf": EVERYBODY,
    "plan_book.docx": EVERYBODY,
    "plans.docx": EVERYBODY,
    "duties.list": FIELDS,
    "duties.edit": FIELDS,
    "duties.change": FIELDS,
}
"""The visitors who get in, by the name of a route."""

PLACES: dict[str, str] = {"duty": "imprint"}
"""What to put into a route's address, by the name of the part."""
