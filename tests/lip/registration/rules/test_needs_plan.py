"""Who needs what where, in numbers."""

from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from lip.registration.rules.needs_plan import (
    NeedsOf,
    Pair,
    SessionLanguages,
    parts_of,
    totals,
    totals_by_session,
)

TAGS = st.sampled_from(["de", "ar", "uk", "tr", "und"])


def person(**needs) -> NeedsOf:
    return NeedsOf(participant=uuid4(), **needs)


def test_interpreting_goes_from_each_language_in_front_into_what_was_asked():
    people = [
        person(language="ar", interpreting=("ar",)),
        person(language="ar", interpreting=("ar",)),
        person(language="uk", interpreting=("uk",)),
    ]

    found = totals(people, ("de", "en"), provided=("ar",))

    assert found.pairs == (
        Pair(source="de", target="ar", people=2, provided=True),
        Pair(source="en", target="ar", people=2, provided=True),
        Pair(source="de", target="uk", people=1),
        Pair(source="en", target="uk", people=1),
    )


def test_nobody_needs_interpreting_into_a_language_spoken_in_front():
    assert totals([person(interpreting=("ar",))], ("ar",)).pairs == ()


def test_a_language_not_named_is_that_of_the_person():
    found = totals([person(language="fa", interpreting=("und",))], ("de",))

    assert [(one.source, one.target) for one in found.pairs] == [("de", "fa")]


def test_who_asked_for_nothing_and_speaks_another_language_is_counted_apart():
    people = [
        person(language="ti", spoken=("ti", "am")),
        person(language="ti", spoken=("ti", "de")),
        person(language="", spoken=()),
    ]

    found = totals(people, ("de",))

    assert found.pairs == ()
    assert found.may_need == (("ti", 1),)


def test_diets_are_counted_whatever_their_capitals():
    people = [person(diet="Halal, ohne Nüsse"), person(diet="halal"), person(diet="")]

    assert totals(people, ("de",)).diets == (("Halal", 2), ("ohne Nüsse", 1))


def test_sessions_with_sign_up_count_those_who_signed_up_and_others_everybody():
    workshop, plenary = uuid4(), uuid4()
    people = [
        person(children=2, sessions=frozenset({workshop})),
        person(children=1),
        person(interpreting=("ar",), sessions=frozenset({workshop})),
    ]

    found = totals_by_session(
        people,
        [
            SessionLanguages(id=workshop, languages=("ar",), sign_up=True),
            SessionLanguages(id=plenary, languages=()),
        ],
        ("de",),
    )

    assert (found[workshop].people, found[workshop].children) == (2, 2)
    assert found[workshop].pairs == ()
    assert (found[plenary].people, found[plenary].children) == (3, 3)
    assert [one.target for one in found[plenary].pairs] == ["ar"]


@given(
    st.lists(
        st.builds(
            NeedsOf,
            participant=st.just(UUID(int=1)),
            language=TAGS,
            spoken=st.lists(TAGS, max_size=2).map(tuple),
            interpreting=st.lists(TAGS, max_size=2).map(tuple),
            children=st.integers(0, 4),
            diet=st.sampled_from(["", "halal", "Halal; vegan"]),
        ),
        max_size=20,
    )
)
def test_no_number_is_larger_than_the_people_there_are(people: list[NeedsOf]):
    found = totals(people, ("de",))

    numbers = [
        *(one.people for one in found.pairs),
        *(number for _word, number in (*found.diets, *found.may_need)),
        found.families,
    ]
    assert all(0 < number <= found.people for number in numbers[:-1])
    assert found.children == sum(one.children for one in people)


def test_parts_of_an_answer_stand_once():
    assert parts_of("vegan;  Vegan ,\nohne Nüsse") == ("vegan", "ohne Nüsse")
