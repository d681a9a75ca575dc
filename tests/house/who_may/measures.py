"""Who may open which page of measures."""

from tests.house.who_may import EVERYBODY, PLAN

WHO_MAY: dict[str, frozenset[str]] = {
    "measures.read_all": EVERYBODY,
    "measures.read": EVERYBODY,
    "measures.read_short": EVERYBODY,
    "measures.print": EVERYBODY,
    "measures.agreement": EVERYBODY,
    "contact_points.read": EVERYBODY,
    "contact_points.print": EVERYBODY,
    "monitoring.read": EVERYBODY,
    "monitoring.overdue": EVERYBODY,
    "monitoring.figures": EVERYBODY,
    "edit_measures.list": PLAN,
    "edit_measures.new": PLAN,
    "edit_measures.add": PLAN,
    "edit_measures.show": PLAN,
    "edit_measures.part": PLAN,
    "edit_measures.save": PLAN,
    "edit_measures.release": PLAN,
    "edit_measures.take_back": PLAN,
    "edit_measures.delete": PLAN,
    "edit_measures.remind": PLAN,
    "edit_measures.report": PLAN,
    "report_chapters.show": PLAN,
    "report_chapters.add": PLAN,
    "edit_values.show": PLAN,
    "edit_values.add": PLAN,
    "edit_values.remove": PLAN,
    "edit_agreements.show": PLAN,
    "edit_agreements.attach": PLAN,
    "edit_agreements.remove": PLAN,
}
"""The visitors who get in, by the name of a route."""

PLACES: dict[str, str] = {
    "measure": "00000000-0000-0000-0000-000000000001",
    "measure_key": "integrationskonzept",
    "sheet_part": "about",
    "agreement": "00000000-0000-0000-0000-000000000001",
}
"""What to put into a route's address, by the name of the part."""
