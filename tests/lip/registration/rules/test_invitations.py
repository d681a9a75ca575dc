"""Lists of people to invite, as they are pasted."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.registration.rules.invitations import (
    InvitationFacts,
    InvitationState,
    Invited,
    read_list,
)

TAGS = ("de", "en", "ar")
NOW = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "line, invited",
    [
        (
            "Ayşe Yıldız; ayse@example.org; de",
            Invited(name="Ayşe Yıldız", email="ayse@example.org", language="de"),
        ),
        (
            "ayse@example.org\tar\tAyşe",
            Invited(name="Ayşe", email="ayse@example.org", language="ar"),
        ),
        (
            "Ayşe Yıldız <ayse@example.org>",
            Invited(name="Ayşe Yıldız", email="ayse@example.org"),
        ),
        (
            '"Yıldız, Ayşe";"jürgen@bücher.example"',
            Invited(name="Yıldız, Ayşe", email="jürgen@bücher.example"),
        ),
        ("عمر الخطيب, ar", Invited(name="عمر الخطيب", language="ar")),
    ],
)
def test_a_line_is_read_in_any_order(line: str, invited: Invited):
    (found,) = read_list(line, languages=TAGS)

    assert found.invited == invited


def test_a_heading_and_empty_lines_are_left_out():
    found = read_list("Name;E-Mail\r\n\r\nAda;ada@example.org\n", languages=TAGS)

    assert [one.invited and one.invited.name for one in found] == ["Ada"]
    assert found[0].invited == Invited(name="Ada", email="ada@example.org")


def test_an_address_that_stands_twice_is_invited_once():
    found = read_list("Ada;ada@example.org\nAda;ADA@example.org", languages=TAGS)

    assert [one.problem for one in found] == ["", "twice"]


def test_what_is_no_address_is_said():
    (found,) = read_list("Ada;ada@example", languages=TAGS)

    assert found.problem == "address"


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str):
    for one in read_list(text, languages=TAGS):
        assert (one.invited is None) == bool(one.problem)


def invitation(**moments) -> InvitationFacts:
    return InvitationFacts(
        id=uuid4(),
        conference=uuid4(),
        group=None,
        name="Ada",
        email="",
        language="",
        made_at=NOW,
        **moments,
    )


@pytest.mark.parametrize(
    "moments, ended, state",
    [
        ({}, False, InvitationState.MADE),
        ({"sent_at": NOW}, False, InvitationState.SENT),
        ({"sent_at": NOW}, True, InvitationState.EXPIRED),
        ({"answered_at": NOW}, True, InvitationState.REGISTERED),
        (
            {"answered_at": NOW, "declined_at": NOW},
            True,
            InvitationState.DECLINED,
        ),
        ({"withdrawn_at": NOW, "sent_at": NOW}, False, InvitationState.WITHDRAWN),
    ],
)
def test_where_an_invitation_stands(moments: dict, ended: bool, state: InvitationState):
    assert invitation(**moments).state(ended=ended) is state
