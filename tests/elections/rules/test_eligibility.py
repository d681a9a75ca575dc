"""Who may stand: what stands against a nomination, by condition."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.rules.eligibility import (
    DECLARED,
    Candidacy,
    Condition,
    Doubt,
    conditions_of,
    doubts_about,
)
from elections.rules.likeness import likeness
from elections.rules.refusals import Grounds

LISTED = {"cinar": False, "brucke": False, "miso": True}
ALL = frozenset(Condition)
FIT = Candidacy(number=1, association="cinar", declared=DECLARED)


def doubts(one: Candidacy, *others: Candidacy, conditions=ALL) -> tuple[Doubt, ...]:
    return doubts_about(
        one, among=[one, *others], conditions=frozenset(conditions), umbrella=LISTED
    )


def candidacy(**wish) -> Candidacy:
    return Candidacy(**({"number": 1, "association": "cinar"} | wish))


@pytest.mark.parametrize(
    "condition,one,expected",
    [
        (Condition.ASSOCIATION_ON_LIST, candidacy(), None),
        (
            Condition.ASSOCIATION_ON_LIST,
            candidacy(association=""),
            Doubt.NO_ASSOCIATION,
        ),
        (
            Condition.ASSOCIATION_ON_LIST,
            candidacy(association="unbekannt"),
            Doubt.ASSOCIATION_NOT_LISTED,
        ),
        (Condition.NOT_UMBRELLA, candidacy(association="miso"), Doubt.UMBRELLA),
        (Condition.NOT_UMBRELLA, candidacy(association="brucke"), None),
        (Condition.NOT_UMBRELLA, candidacy(association="unbekannt"), None),
        (Condition.NOT_A_DELEGATE, candidacy(delegate=True), Doubt.DELEGATE),
        (Condition.NOT_A_DELEGATE, candidacy(), None),
        (Condition.ADULT, candidacy(), Doubt.NOT_ADULT),
        (Condition.ADULT, candidacy(declared=frozenset({Condition.ADULT})), None),
        (Condition.RESIDENT, candidacy(), Doubt.NOT_RESIDENT),
        (
            Condition.RESIDENT,
            candidacy(declared=frozenset({Condition.ADULT})),
            Doubt.NOT_RESIDENT,
        ),
        (Condition.ONE_PER_ASSOCIATION, candidacy(association=""), None),
    ],
)
def test_each_condition_has_its_reason(condition, one, expected):
    assert doubts(one, conditions={condition}) == ((expected,) if expected else ())


@pytest.mark.parametrize(
    "other,taken",
    [
        (candidacy(number=2), True),
        (candidacy(number=2, counts=False), False),
        (candidacy(number=2, association="brucke"), False),
        (candidacy(number=1), False),
    ],
    ids=["another", "one who withdrew", "of another association", "herself"],
)
def test_an_association_has_one_place(other, taken):
    found = doubts(candidacy(), other, conditions={Condition.ONE_PER_ASSOCIATION})

    assert found == ((Doubt.ASSOCIATION_TAKEN,) if taken else ())


def test_whoever_meets_all_conditions_is_not_doubted():
    assert doubts(FIT) == ()


people = st.builds(
    Candidacy,
    number=st.integers(1, 6),
    association=st.sampled_from(["", "cinar", "brucke", "miso", "unbekannt"]),
    delegate=st.booleans(),
    declared=st.frozensets(st.sampled_from(sorted(DECLARED))),
    counts=st.booleans(),
)
conditions = st.frozensets(st.sampled_from(list(Condition)))


@given(st.lists(people, min_size=1, max_size=3), conditions)
def test_neither_order_nor_repeated_asking_matters(everybody, asked):
    one = everybody[0]
    found = {
        doubts_about(one, among=order, conditions=asked, umbrella=LISTED)
        for order in permutations(everybody)
    }

    assert len(found) == 1


@given(st.lists(people, min_size=1, max_size=4), conditions, conditions)
def test_more_conditions_never_take_a_doubt_away(everybody, few, more):
    one = everybody[0]

    with_few = doubts_about(one, among=everybody, conditions=few, umbrella=LISTED)
    with_all = doubts_about(
        one, among=everybody, conditions=few | more, umbrella=LISTED
    )

    assert set(with_few) <= set(with_all)
    assert not doubts_about(
        one, among=everybody, conditions=frozenset(), umbrella=LISTED
    )


@given(st.lists(people, max_size=6, unique_by=lambda one: one.number))
def test_no_two_who_count_share_an_association_without_a_doubt(everybody):
    asked = frozenset({Condition.ONE_PER_ASSOCIATION})
    fine = [
        one.association
        for one in everybody
        if one.counts
        and one.association
        and not doubts_about(one, among=everybody, conditions=asked, umbrella={})
    ]

    assert len(fine) == len(set(fine))


def test_unknown_codes_ask_for_nothing():
    assert conditions_of(["adult", "tall"]) == {Condition.ADULT}


@pytest.mark.parametrize(
    "one,other,same",
    [
        ("Çınar e. V.", "CINAR eV", True),
        ("Frauen & Familie", "Frauen und Familie (e.V.)", True),
        ("Brücke", "Brücke Nord", False),
        ("e. V.", "", False),
    ],
)
def test_names_are_alike_without_signs_and_legal_form(one, other, same):
    assert (likeness(one) == likeness(other)) is same


@given(
    st.frozensets(st.sampled_from(list(Doubt))),
    st.dictionaries(st.sampled_from(["de", "ar"]), st.text(min_size=1)),
)
def test_reasons_of_a_refusal_come_back_as_they_were(reasons, words):
    grounds = Grounds(doubts=tuple(d for d in Doubt if d in reasons), words=words)

    assert Grounds.load(grounds.dump()) == grounds
    assert bool(grounds) is bool(reasons or words)
    assert not Grounds.load("")
