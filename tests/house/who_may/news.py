"""Who may open which page of projects and news."""

from tests.house.who_may import EVERYBODY, PLAN

WHO_MAY: dict[str, frozenset[str]] = {
    "projects.read_all": EVERYBODY,
    "projects.read": EVERYBODY,
    "news.read_all": EVERYBODY,
    "news.read": EVERYBODY,
    "edit_news.list": PLAN,
    "edit_news.new": PLAN,
    "edit_news.add": PLAN,
    "edit_news.show": PLAN,
    "edit_news.edit": PLAN,
    "edit_news.save": PLAN,
    "edit_news.release": PLAN,
    "edit_news.take_back": PLAN,
    "edit_news.delete": PLAN,
}
"""The visitors who get in, by the name of a route."""

PLACES: dict[str, str] = {
    "page_kind": "projects",
    "page_id": "00000000-0000-0000-0000-000000000001",
    "project_key": "einburgerungslotsen",
    "news_key": "wege-ins-bleiberecht",
}
"""What to put into a route's address, by the name of the part."""
