"""Quotas that contradict themselves, or each other, and what remains to be known."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.rules.quota_lines import faulty_lines, quotas_plain, quotas_read
from elections.rules.remarks import RemarkCode, remarks, seen_through
from elections.rules.terms import Quota


def line(attribute="Geschlecht", value="Frau", least=0, most=None):
    return Quota(attribute=attribute, value=value, at_least=least, at_most=most)


@pytest.mark.parametrize(
    "lines, found",
    [
        ([line(least=2)], []),
        ([line(most=0)], []),
        ([line(least=4), line(value="Mann", most=2)], []),
        ([line(least=2), line("Bezirk", "Nord", 3)], []),
        ([line(value="", least=1)], [(0, "quota_unnamed")]),
        ([line(attribute="", least=1)], [(0, "quota_unnamed")]),
        ([line()], [(0, "quota_empty")]),
        ([line(least=2, most=1)], [(0, "quota_contradicts")]),
        ([line(least=5)], [(0, "quota_above_seats")]),
        ([line(least=1), line(value="FRAU", most=2)], [(1, "quota_twice")]),
        (
            [line(least=3), line("geschlecht", "Mann", 2)],
            [(1, "quotas_above_seats")],
        ),
    ],
)
def test_faults_stand_at_their_line(lines, found):
    assert [
        (one.line, one.fault.value) for one in faulty_lines(lines, seats=4)
    ] == found


@given(
    st.lists(
        st.builds(
            line,
            st.sampled_from("AB"),
            st.sampled_from("xyz"),
            st.integers(0, 5),
            st.none() | st.integers(0, 5),
        ),
        max_size=6,
    )
)
def test_what_is_stored_is_read_again(lines):
    assert quotas_read(json.dumps(quotas_plain(lines))) == tuple(lines)


@pytest.mark.parametrize(
    "standing, voters, advance, codes",
    [
        (0, 9, 0, {RemarkCode.NOBODY_STANDS}),
        (3, 9, 0, {RemarkCode.SEATS_STAY_EMPTY}),
        (4, 9, 0, {RemarkCode.ALL_ARE_ELECTED}),
        (5, 9, 0, set()),
        (8, 9, 8, {RemarkCode.ALL_GO_ON}),
        (9, 9, 8, set()),
        (5, 0, 0, {RemarkCode.NOBODY_VOTES}),
        (5, 4, 0, {RemarkCode.FEW_VOTE}),
    ],
)
def test_what_follows_is_remarked(standing, voters, advance, codes):
    found = remarks(
        seats=4,
        advance=advance,
        standing=standing,
        voters=[""] * voters,
        own_limit=None,
    )

    assert {one.code for one in found} == codes


def test_associations_with_fewer_than_five_voters_are_named_only_with_the_limit():
    voters = ["Groß"] * 5 + ["Klein"] * 4 + [""]
    known = {"seats": 2, "advance": 0, "standing": 5, "voters": voters}

    with_limit = remarks(**known, own_limit=1)

    assert seen_through(voters) == (("Klein", 4),)
    assert [one.associations for one in with_limit] == [(("Klein", 4),)]
    assert remarks(**known, own_limit=None) == []
