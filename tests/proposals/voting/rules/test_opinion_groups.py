"""Groups by the very path of the page: from lines to words, and one's own group."""

import csv
import json
import shutil
import subprocess
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proposals.rules.consensus import Side, counts_by_group, group_aware_consensus
from proposals.voting.pages.opinion_views import of_ten
from proposals.voting.rules.opinion_groups import (
    HEIGHT,
    WIDTH,
    groups_of,
    matrix_of,
    own_group,
)
from proposals.voting.rules.result import Line
from tests.proposals.agreement import adjusted_rand

SHARED = Path(__file__).parents[5] / "shared" / "data" / "opinions"
CONVERSATIONS = [
    ("austria-climate.5twd2jsnkf.2022-08-08", 0.95),
    ("canadian-electoral-reform", 0.88),
]
POSITIONS = list(range(1, 13))


def camps(*sizes: int, seed: int = 7) -> list[Line]:
    """Camps that vote against each other, and agree on the last option."""
    chance = Random(seed)
    lines = []
    for camp, size in enumerate(sizes):
        for _ in range(size):
            side = 1 if camp == 0 else -1
            marks = {
                place: side if chance.random() < 0.9 else chance.choice([1, 0, -1])
                for place in POSITIONS[:-1]
                if chance.random() < 0.9
            }
            lines.append(Line(marks={**marks, 12: 1}))
    return lines


def conversation(
    name: str,
) -> tuple[list[dict[str, str]], list[int], list[Line], set[int]]:
    folder = SHARED / name
    if not folder.exists():
        pytest.skip("../shared/data/opinions is not here")
    with (folder / "comments.csv").open(encoding="utf-8") as file:
        states = {r["comment-id"]: r["moderated"] for r in csv.DictReader(file)}
    with (folder / "participants-votes.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    numbers = [int(heading) for heading in rows[0] if heading.isdecimal()]
    out = {number for number in numbers if states.get(str(number), "-1") == "-1"}
    lines = [
        Line(marks={n: int(float(row[str(n)])) for n in numbers if row[str(n)]})
        for row in rows
    ]
    return rows, numbers, lines, out


def test_two_camps_are_shown_with_what_unites_them():
    found = groups_of(camps(20, 12), POSITIONS)

    assert [group.size for group in found.report.groups] == [20, 12]
    assert found.report.united_for[0].proposal == 11
    assert found.can_be_shown


def test_nobody_in_a_small_group_is_shown():
    found = groups_of(camps(25, 4), POSITIONS)

    assert not found.can_be_shown
    assert all(area.size >= 5 for area in found.areas)


@pytest.mark.parametrize("lines", [[], [Line(marks={})], camps(2, 2)])
def test_hardly_anybody_gives_no_groups_and_no_guide(lines):
    found = groups_of(lines, POSITIONS)

    assert not found.can_be_shown
    assert found.guide.centres == found.areas == ()
    assert own_group({1: 1}, POSITIONS, found.guide) is None


@settings(max_examples=15, deadline=None)
@given(chance=st.randoms(use_true_random=False), people=st.integers(5, 20))
def test_the_order_of_lines_changes_nothing(chance, people):
    lines = camps(people, people + 3)

    shuffled = groups_of(chance.sample(lines, len(lines)), POSITIONS)

    assert shuffled == groups_of(lines, POSITIONS)


def test_lines_that_many_gave_count_for_each_of_them():
    lines = camps(8, 8)

    twice = groups_of([Line(marks=line.marks, people=2) for line in lines], POSITIONS)

    assert twice == groups_of([*lines, *lines], POSITIONS)


def test_the_map_shows_areas_within_its_frame():
    found = groups_of(camps(20, 12), POSITIONS)

    for area in found.areas:
        assert 0 < area.x < WIDTH
        assert 0 < area.y < HEIGHT
        assert area.wide > 0 < area.high


def test_who_voted_too_little_has_no_group():
    found = groups_of(camps(20, 12), POSITIONS)

    assert own_group({1: 1, 2: 1}, POSITIONS, found.guide) is None


@pytest.mark.parametrize("name,least", CONVERSATIONS)
def test_ones_own_nearest_group_is_the_one_pol_is_gave_her(name, least):
    rows, numbers, lines, out = conversation(name)

    found = groups_of(lines, numbers, taken_out=out)

    passed = dict.fromkeys(out, 0)
    own = [own_group({**line.marks, **passed}, numbers, found.guide) for line in lines]
    official = [int(float(row["group-id"] or -1)) for row in rows]
    both = [
        (theirs, ours)
        for theirs, ours in zip(official, own, strict=True)
        if theirs >= 0 and ours is not None
    ]
    theirs, ours = (np.array(side) for side in zip(*both, strict=True))
    assert len(found.report.groups) == len(set(theirs.tolist()))
    assert adjusted_rand(theirs, ours) >= least


@pytest.mark.parametrize("name", [name for name, _ in CONVERSATIONS])
def test_real_consensus_is_the_golden_one(name):
    rows, numbers, lines, _out = conversation(name)
    golden = json.loads((SHARED / f"{name}.reddwarf-0.4.0.json").read_text())
    labels = [golden["labels"][row["participant"]] for row in rows]

    counts = counts_by_group(
        matrix_of(lines, numbers),
        np.array([-1 if label is None else label for label in labels]),
    )

    for side in Side:
        expected = [golden["group_aware_consensus"][side][str(n)] for n in numbers]
        values = group_aware_consensus(counts, side)
        assert values == pytest.approx(expected, abs=1e-9)


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node")
def test_a_browser_finds_the_same_group(tmp_path):
    found = groups_of(camps(20, 12), POSITIONS)
    lines = camps(6, 6, seed=3)
    guide = {
        "positions": POSITIONS,
        "votes_needed": found.guide.votes_needed,
        "means": found.guide.means,
        "axes": found.guide.axes,
        "centres": found.guide.centres,
    }
    static = Path(__file__).parents[4] / "static" / "js"
    whole = (static / "own_group.js").read_text("utf-8")
    start = whole.index("export function ownGroup")
    function = whole[start : whole.index("\n}\n", start) + 3].removeprefix("export ")
    marks = [{str(k): v for k, v in line.marks.items()} for line in lines]
    script = (
        f"{function}\nconst guide = {json.dumps(guide)};\n"
        f"console.log(JSON.stringify({json.dumps(marks)}"
        ".map((each) => ownGroup(each, guide))));"
    )

    done = subprocess.run(
        ["node", "-e", script], capture_output=True, text=True, check=True
    )

    here = [own_group(line.marks, POSITIONS, found.guide) for line in lines]
    assert json.loads(done.stdout) == [None if one is None else one - 1 for one in here]


@pytest.mark.parametrize(
    "many,seen,tenths", [(0, 0, 0), (0, 9, 0), (9, 9, 10), (1, 20, 1), (5, 9, 6)]
)
def test_shares_are_rounded_to_tenths(many, seen, tenths):
    assert of_ten(many, seen) == tenths
