import re
from pathlib import Path

import pytest

from elections.files.reading import read_contest
from elections.rules.counting.methods import METHODS, count
from elections.rules.terms import Terms

PAGE = (Path(__file__).parents[3] / "docs/counting.md").read_text("utf-8")
BLOCKS = re.findall(r"```(csv|blt)\n(.*?)```(.*?)(?=```|\n## )", PAGE, re.DOTALL)
ROW = re.compile(r"^\| `([\w-]+)` \| (\d) \| (.+) \|$", re.MULTILINE)
EXAMPLES = [
    (ending, papers, *row)
    for ending, papers, rest in BLOCKS
    for row in ROW.findall(rest)
]


def test_page_names_every_method_and_has_an_example_of_each():
    named = set(re.findall(r"^\| `([\w-]+)` \| \D", PAGE, re.MULTILINE))

    assert named == set(METHODS)
    assert {example[2] for example in EXAMPLES} == set(METHODS)


@pytest.mark.parametrize("ending, papers, method, seats, elected", EXAMPLES)
def test_example_on_the_page_is_right(ending, papers, method, seats, elected):
    contest = read_contest(f"example.{ending}", papers.encode(), method=method)

    tally = count(method, contest, Terms(seats=int(seats)))

    assert sorted(tally.winners) == elected.split(", ")
    assert tally.decided
