"""Who may open which page of open data."""

from uuid import uuid4

from tests.house.who_may import EVERYBODY, PLAN

WHO_MAY: dict[str, frozenset[str]] = {
    "oparl.system": EVERYBODY,
    "oparl.bodies": EVERYBODY,
    "oparl.object": EVERYBODY,
    "oparl.part": EVERYBODY,
    "oparl.beyond": EVERYBODY,
    "imports.show": PLAN,
    "imports.chapter": PLAN,
    "imports.papers": PLAN,
    "rest.plans": EVERYBODY,
    "rest.plan": EVERYBODY,
    "rest.procedure": EVERYBODY,
    "rest.motion": EVERYBODY,
    "rest.amendments": EVERYBODY,
    "rest.amendment": EVERYBODY,
    "data.index": EVERYBODY,
    "data.interface": EVERYBODY,
    "data.api": EVERYBODY,
    "data.file": EVERYBODY,
    "data.turtle": EVERYBODY,
    "data.json_ld": EVERYBODY,
    "feed.show": EVERYBODY,
    "site_map.show": EVERYBODY,
    "robots.show": EVERYBODY,
}
"""The visitors who get in, by the name of a route."""

PLACES: dict[str, str] = {
    "sort": "papers",
    "thing": str(uuid4()),
    "below": "access",
    "dataset_file": "measures.csv",
    "rest_plan": "wir",
    "rest_chapter": "eins",
    "rest_amendment": "A5-001",
    "beyond": "weit/weg",
}
"""What to put into a route's address, by the name of the part."""
