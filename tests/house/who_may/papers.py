"""Who may open which page of council papers."""

from tests.house.who_may import EVERYBODY, PLAN

WHO_MAY: dict[str, frozenset[str]] = {
    "council_papers.list": PLAN,
    "council_papers.new": PLAN,
    "council_papers.add": PLAN,
    "council_papers.show": PLAN,
    "council_papers.edit": PLAN,
    "council_papers.change": PLAN,
    "council_papers.release": PLAN,
    "council_papers.remove": PLAN,
    "council_papers.restore": PLAN,
    "council_papers.choose": PLAN,
    "council_papers.draft": PLAN,
    "report_papers.show": PLAN,
    "report_papers.add": PLAN,
    "paper_files.add": PLAN,
    "paper_files.remove": PLAN,
    "council_papers.read_all": EVERYBODY,
    "council_papers.read": EVERYBODY,
    "council_papers.print": EVERYBODY,
    "council_papers.file": EVERYBODY,
}
"""The visitors who get in, by the name of a route."""

PLACES: dict[str, str] = {
    "paper": "00000000-0000-0000-0000-000000000001",
    "paper_key": "2088-2016",
    "file_id": "00000000-0000-0000-0000-000000000001",
}
"""What to put into a route's address, by the name of the part."""
