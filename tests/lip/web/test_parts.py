"""Parts of pages that are drawn once."""

from typing import NamedTuple

from jinja2 import DictLoader, Environment

from lip.web.parts import Parts
from lip.words import speaking

ROW = "{% macro row(one) %}<p>{{ drawn() }} {{ one.words }}</p>{% endmacro %}"


class Fact(NamedTuple):
    number: int
    words: str


def parts_of(drawn: list[str], *, most: int = 8, seconds: float = 3600) -> Parts:
    """Give parts that note each drawing."""
    environment = Environment(loader=DictLoader({"row.html": ROW}), autoescape=True)
    environment.globals["drawn"] = lambda: drawn.append("drawn") or len(drawn)
    return Parts(environment, most=most, seconds=seconds)


def test_the_same_facts_are_drawn_once_and_escaped():
    drawn: list[str] = []
    parts = parts_of(drawn)
    facts = [Fact(1, "<b>"), Fact(2, "a & b")]

    first = parts.draw_all("row.html", "row", facts)
    second = parts.draw_all("row.html", "row", [Fact(1, "<b>"), Fact(2, "a & b")])

    assert first == second == "<p>1 &lt;b&gt;</p><p>2 a &amp; b</p>"
    assert len(drawn) == 2


def test_languages_and_changed_facts_are_drawn_apart():
    drawn: list[str] = []
    parts = parts_of(drawn)

    pages = []
    for tag in ("de", "ar", "de"):
        with speaking(tag):
            pages.append(parts.draw("row.html", "row", Fact(1, "Bus")))
    changed = parts.draw("row.html", "row", Fact(1, "Bahn"))

    assert pages == ["<p>1 Bus</p>", "<p>2 Bus</p>", "<p>1 Bus</p>"]
    assert changed == "<p>3 Bahn</p>"


def test_what_was_not_asked_for_longest_is_forgotten():
    drawn: list[str] = []
    parts = parts_of(drawn, most=2)

    for number in (1, 2, 3, 3, 2, 1):
        parts.draw("row.html", "row", Fact(number, ""))

    assert len(drawn) == 4


def test_after_its_time_all_is_forgotten():
    drawn: list[str] = []
    parts = parts_of(drawn, seconds=0)

    for _turn in range(3):
        parts.draw_all("row.html", "row", [Fact(1, "Ada"), Fact(1, "Ada")])

    assert len(drawn) == 3


def test_nothing_is_nothing():
    assert not parts_of([]).draw_all("row.html", "row", [])
