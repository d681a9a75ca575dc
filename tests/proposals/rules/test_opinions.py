"""Opinion groups: made-up halls of people, and two real conversations."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from proposals.rules.consensus import (
    Side,
    counts_by_group,
    counts_of_all,
    dividing,
    group_aware_consensus,
    representative,
    united,
)
from proposals.rules.opinion_report import report_opinions
from proposals.rules.opinions import group_opinions
from tests.proposals.agreement import adjusted_rand

SHARED = Path(__file__).parents[4] / "shared" / "data" / "opinions"
CONVERSATIONS = [
    ("austria-climate.5twd2jsnkf.2022-08-08", 0.95),
    ("canadian-electoral-reform", 0.90),
]

VOTES = st.sampled_from([1.0, 0.0, -1.0, float("nan")])


def two_camps(first: int, second: int, proposals: int = 12) -> np.ndarray:
    """Make two camps that vote against each other, and agree on the last proposal."""
    votes = np.ones((first + second, proposals))
    votes[first:, :-1] = -1
    draws = np.random.default_rng(7)
    votes[draws.random(votes.shape) < 0.1] = 0
    votes[draws.random(votes.shape) < 0.1] = np.nan
    votes[:, -1] = 1
    return votes


def none_out(votes: np.ndarray) -> np.ndarray:
    return np.zeros(votes.shape[1], dtype=np.int64)


def conversation(name: str):
    folder = SHARED / name
    if not folder.exists():
        pytest.skip("../shared/data/opinions is not here")
    with (folder / "comments.csv").open(encoding="utf-8") as file:
        states = {r["comment-id"]: r["moderated"] for r in csv.DictReader(file)}
    with (folder / "participants-votes.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    numbers = [heading for heading in rows[0] if heading.isdecimal()]
    votes = np.array([[float(r[n]) if r[n] else np.nan for n in numbers] for r in rows])
    out = np.array([states.get(n, "-1") == "-1" for n in numbers]).astype(np.int64)
    return rows, numbers, votes, out


def test_two_camps_are_found_and_numbered_by_size():
    votes = two_camps(12, 20)

    labels, groups = group_opinions(votes, none_out(votes))

    assert groups == 2
    assert labels.tolist() == [1] * 12 + [0] * 20


def test_who_voted_too_little_belongs_to_no_group():
    votes = two_camps(12, 20)
    votes[3, 2:] = np.nan

    labels, _ = group_opinions(votes, none_out(votes))

    assert labels[3] == -1
    assert (np.delete(labels, 3) >= 0).all()


def test_a_small_hall_is_filled_up_with_the_busiest():
    votes = two_camps(8, 8)
    votes[:, 4:] = np.nan

    labels, _ = group_opinions(votes, none_out(votes))

    assert (labels >= 0).sum() >= 15


@pytest.mark.parametrize("shape", [(0, 0), (0, 5), (3, 0), (1, 1), (2, 3)])
def test_hardly_any_votes_give_hardly_any_groups(shape):
    votes = np.full(shape, 1.0)

    labels, groups = group_opinions(votes, none_out(votes))

    assert len(labels) == shape[0]
    assert groups <= 1


@settings(max_examples=25, deadline=None)
@given(
    arrays(float, st.tuples(st.integers(1, 30), st.integers(1, 12)), elements=VOTES),
    st.randoms(use_true_random=False),
)
def test_the_order_of_participants_changes_nothing(votes, shuffler):
    order = list(range(len(votes)))
    shuffler.shuffle(order)

    labels, _ = group_opinions(votes, none_out(votes), None, 3)
    shuffled, _ = group_opinions(votes[order], none_out(votes), None, 3)

    together = (labels[:, None] == labels[None, :])[np.ix_(order, order)]
    assert (together == (shuffled[:, None] == shuffled[None, :])).all()
    assert ((labels == -1)[order] == (shuffled == -1)).all()


def test_consensus_is_the_product_over_groups():
    votes = np.array([[1, 1], [1, -1], [0, np.nan], [-1, 1]])

    counts = counts_by_group(votes, np.array([0, 0, 1, 1]))

    assert group_aware_consensus(counts).tolist() == [3 / 4 * 1 / 4, 2 / 4 * 2 / 3]
    assert dividing(counts).tolist() == pytest.approx([2 / 4, 2 / 3 - 2 / 4])


def test_a_camp_is_represented_by_what_tells_it_from_the_other():
    votes = two_camps(20, 20)
    counts = counts_by_group(votes, np.repeat([0, 1], 20))

    first, second = representative(counts, 0), representative(counts, 1)

    assert len(first) == len(second) == 5
    assert {each.side for each in first} == {Side.AGREE}
    assert {each.side for each in second} == {Side.DISAGREE}
    assert 11 not in {each.proposal for each in first + second}
    assert [each.proposal for each in united(counts_of_all(votes), Side.AGREE)] == [11]


def test_groups_are_shown_from_five_people_up_and_small_ones_leave_no_trace():
    votes = two_camps(4, 20)

    report = report_opinions(votes, [False] * 12, count=2)

    assert [group.size for group in report.groups] == [20]
    assert report.groups_too_small == 1
    assert {len(each.by_group) for each in report.proposals} == {1}


def test_four_people_are_shown_nothing():
    votes = two_camps(2, 2)

    report = report_opinions(votes, [False] * 12)

    assert report.groups == report.proposals == report.united_for == ()


@pytest.mark.parametrize("name,least", CONVERSATIONS)
def test_real_groups_are_found_as_pol_is_found_them(name, least):
    rows, _, votes, out = conversation(name)
    official = np.array([int(float(r["group-id"] or -1)) for r in rows])

    found = [group_opinions(votes, out, None, seed) for seed in range(5)]

    rands = []
    for labels, groups in found:
        both = (official >= 0) & (labels >= 0)
        assert groups == len(set(official[official >= 0].tolist()))
        rands.append(adjusted_rand(official[both], labels[both]))
    assert sum(rands) / len(rands) >= least


@pytest.mark.parametrize("name", [name for name, _ in CONVERSATIONS])
def test_real_consensus_is_the_golden_one(name):
    rows, numbers, votes, out = conversation(name)
    golden = json.loads((SHARED / f"{name}.reddwarf-0.4.0.json").read_text())
    found = [golden["labels"][r["participant"]] for r in rows]
    labels = np.array([-1 if each is None else each for each in found])

    counts = counts_by_group(votes, labels)

    for side in Side:
        values = group_aware_consensus(counts, side)
        expected = [golden["group_aware_consensus"][side][n] for n in numbers]
        assert values == pytest.approx(expected, abs=1e-9)
        stands = united(counts_of_all(votes), side, left_out=out)
        assert [int(numbers[each.proposal]) for each in stands] == [
            each["tid"] for each in golden["consensus"][side]
        ]
    for group, expected in golden["repness"].items():
        by_number = {each["tid"]: each for each in expected}
        found = representative(counts, int(group), left_out=out)
        shared = [by_number.get(int(numbers[each.proposal])) for each in found]
        assert sum(each is not None for each in shared) >= 4
        for ours, theirs in zip(found, shared, strict=True):
            if theirs:
                assert ours.ratio == pytest.approx(theirs["repness"], abs=1e-9)
                assert ours.ratio_test == pytest.approx(theirs["repness-test"])
                assert ours.share_test == pytest.approx(theirs["p-test"], abs=1e-9)
