"""What a form may ask: keys, targets, conditions, what stays free."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.registration.rules.field_kinds import FieldKind, Reader
from lip.registration.rules.form_building import (
    MOST_KEPT_SENSITIVE,
    is_ordered,
    key_of,
    moved,
    problems,
)
from lip.registration.rules.forms import Condition, FieldFacts, Option
from lip.said import Said

WHY = Said.of(de="Damit es klappt.")


def field(key: str = "neu", *, position: int = 9, **parts) -> FieldFacts:
    said = {"label": Said.of(de=key), "purpose": WHY, "kind": FieldKind.LINE} | parts
    return FieldFacts(id=uuid4(), key=key, position=position, **said)


def codes(one: FieldFacts, *others: FieldFacts) -> set[str]:
    return {problem.code for problem in problems(one, others)}


YES_NO = field("first", position=1, kind=FieldKind.YES_NO)
LIST = field(
    "list",
    position=2,
    kind=FieldKind.CHOICE,
    options=(
        Option(value="a", label=Said.of(de="A")),
        Option(value="b", label=Said.of(de="B")),
    ),
)


def test_an_ordinary_question_has_no_problem():
    assert codes(field(), YES_NO, LIST) == set()


@pytest.mark.parametrize(
    "parts, code",
    [
        ({"label": Said()}, "field_needs_label"),
        ({"purpose": Said()}, "field_needs_purpose"),
        ({"kind": FieldKind.CHOICE}, "field_needs_options"),
        ({"kind": FieldKind.EMAIL, "required": True}, "field_contact_required"),
        ({"kind": FieldKind.PHONE, "required": True}, "field_contact_required"),
        (
            {"sensitive": True, "required": True, "kept_days": 9},
            "field_sensitive_required",
        ),
        ({"sensitive": True, "kept_days": 0}, "field_sensitive_kept"),
        (
            {"sensitive": True, "kept_days": MOST_KEPT_SENSITIVE + 1},
            "field_sensitive_kept",
        ),
        (
            {"sensitive": True, "kept_days": 9, "seen_by": Reader.BADGE},
            "field_sensitive_on_badge",
        ),
        ({"target": "email"}, "field_target_unfit"),
        ({"target": "sealed_code"}, "field_target_unfit"),
        ({"shown_if": Condition(key="later")}, "field_condition_not_before"),
        ({"shown_if": Condition(key="neu")}, "field_condition_not_before"),
        (
            {"shown_if": Condition(key="list", values=("c",))},
            "field_condition_unknown_value",
        ),
        (
            {"shown_if": Condition(key="first", values=("maybe",))},
            "field_condition_unknown_value",
        ),
    ],
)
def test_what_is_wrong_is_named(parts: dict, code: str):
    later = field("later", position=10)

    assert codes(field(**parts), YES_NO, LIST, later) == {code}


def test_two_options_of_one_value_are_refused():
    twice = (Option(value="a", label=WHY), Option(value="a", label=WHY))

    assert codes(field(kind=FieldKind.CHOICES, options=twice)) == {"field_option_twice"}


def test_one_column_of_the_guest_list_is_filled_by_one_question():
    there = field("there", position=1, target="organisation")

    assert codes(field(target="organisation"), there) == {"field_target_taken"}


def test_a_condition_on_known_answers_is_fine():
    asked = field(shown_if=Condition(key="list", values=("a", "b")))

    assert codes(asked, YES_NO, LIST) == set()


@given(
    st.text(max_size=80),
    st.sets(st.sampled_from(["frage", "frage-2", "a", "name"]), max_size=4),
)
def test_a_key_is_plain_unique_and_never_empty(label: str, taken: set[str]):
    key = key_of(Said.of(de=label), taken)

    assert key
    assert key not in taken
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(key) <= 60


@given(st.integers(0, 5), st.integers(-9, 9))
def test_moving_keeps_all_fields_and_numbers_them_anew(place: int, steps: int):
    fields = [field(f"f{n}", position=n * 3) for n in range(6)]

    order = moved(fields, f"f{place}", steps)

    assert sorted(one.key for one in order) == [f"f{n}" for n in range(6)]
    assert [one.position for one in order] == [1, 2, 3, 4, 5, 6]
    assert order[min(max(place + steps, 0), 5)].key == f"f{place}"


@given(st.permutations(range(5)))
def test_an_order_holds_when_every_condition_points_back(order: list[int]):
    chain = [
        replace(
            field(f"f{n}"),
            shown_if=Condition(key=f"f{n - 1}") if n else None,
        )
        for n in range(5)
    ]

    shuffled = [chain[n] for n in order]

    assert is_ordered(shuffled) == (list(order) == sorted(order))
