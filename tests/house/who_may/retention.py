"""Who may open which page of what is kept, and how it goes."""

from tests.house.who_may import ADMINISTRATORS, EVERYBODY, ORGANISERS

WHO_MAY: dict[str, frozenset[str]] = {
    "own_data.show": EVERYBODY,
    "own_data.json": EVERYBODY,
    "own_data.prove": EVERYBODY,
    "own_data.erase": EVERYBODY,
    "own_data.send_erasure": EVERYBODY,
    "own_data.erased": EVERYBODY,
    "retention.public": EVERYBODY,
    "retention.show": ORGANISERS,
    "retention.periods": ORGANISERS,
    "retention.prolong": ORGANISERS,
    "retention.end_prolonging": ORGANISERS,
    "retention.person": ORGANISERS,
    "retention.person_json": ORGANISERS,
    "retention.erase_person": ORGANISERS,
    "retention.all": ADMINISTRATORS,
}

PLACES: dict[str, str] = {}
