"""What changed between two texts: found in words, and enough to make the new one."""

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lip.plan.rules.diff import PassageKind, applied, compare, paragraphs
from lip.plan.rules.matching import matched
from lip.plan.rules.words import PieceKind, compare_words

WORDS = st.sampled_from(["Region", "und", "Teilhabe,", "für", "alle", "**Wir**", "- x"])
PARAGRAPHS = st.lists(st.lists(WORDS, max_size=9).map(" ".join), max_size=7)
TEXTS = PARAGRAPHS.map("\n\n".join) | st.text(max_size=60)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_a_comparison_leads_from_the_old_text_to_the_new_one(
    old: str, new: str
) -> None:
    passages = compare(old, new)

    assert applied(passages) == new
    there = sorted(
        (one.old_place, one.old)
        for one in passages
        if one.old_place >= 0 and one.kind is not PassageKind.MOVED_AWAY
    )
    assert [text for _, text in there] == [one.text for one in paragraphs(old)]


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_a_text_compared_with_itself_has_no_changes(text: str) -> None:
    assert {one.kind for one in compare(text, text)} <= {PassageKind.SAME}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=9), st.lists(st.sampled_from("abc")))
def test_what_is_matched_is_the_same_and_rises(old: list[str], new: list[str]) -> None:
    pairs = matched(old, new)

    assert all(old[i] == new[j] for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in itertools.pairwise(pairs))


def test_a_paragraph_that_moved_is_not_deleted_and_inserted() -> None:
    old = ["Eins ist hier.", "Zwei bleibt da.", "Drei auch noch.", "Vier ganz am Ende."]
    new = [old[1], old[2], old[3], old[0]]

    kinds = [one.kind for one in compare("\n\n".join(old), "\n\n".join(new))]

    assert kinds.count(PassageKind.MOVED_AWAY) == 1
    assert kinds.count(PassageKind.MOVED_HERE) == 1
    assert kinds.count(PassageKind.SAME) == 3


def test_a_paragraph_that_moved_and_changed_says_which_words() -> None:
    long = "Wir sichern erfolgreiche Projekte der Region dauerhaft und verlässlich ab."
    old = [long, "Zweitens etwas anderes.", "Drittens noch mehr davon."]
    new = [*old[1:], long.replace("dauerhaft", "für immer")]

    (moved,) = [
        one
        for one in compare("\n\n".join(old), "\n\n".join(new))
        if one.kind is PassageKind.MOVED_HERE
    ]

    assert [one.text for one in moved.pieces if one.kind is PieceKind.DELETED] == [
        "dauerhaft"
    ]
    assert moved.move == 1


@pytest.mark.parametrize(
    "old, new, gone, come",
    [
        ("ein roter Ball", "ein blauer Ball", ["roter"], ["blauer"]),
        (
            "Migrant*innen reden",
            "Migrantinnen reden",
            ["Migrant*innen"],
            ["Migrantinnen"],
        ),
        ("gleich", "gleich", [], []),
        ("", "neu", [], ["neu"]),
    ],
)
def test_words_go_and_come_as_a_whole(
    old: str, new: str, gone: list[str], come: list[str]
) -> None:
    pieces = compare_words(old, new)

    assert [one.text for one in pieces if one.kind is PieceKind.DELETED] == gone
    assert [one.text for one in pieces if one.kind is PieceKind.INSERTED] == come


def test_words_that_stayed_by_chance_go_with_the_changes_around_them() -> None:
    pieces = compare_words(
        "Wir fördern Sprache und Bildung vor Ort",
        "Wir bauen Häuser und Wege im Quartier",
    )

    assert [one.kind for one in pieces] == [
        PieceKind.SAME,
        PieceKind.DELETED,
        PieceKind.INSERTED,
    ]


@pytest.mark.parametrize(
    "old, new",
    [
        ("a b\n\n" * 20_000, "b a\n\n" * 20_000),
        ("x " * 50_000, "x y " * 25_000),
        ("wort" * 30_000, "text" * 30_000),
    ],
)
def test_the_worst_texts_are_compared_to_the_end(old: str, new: str) -> None:
    passages = compare(old, new)

    assert applied(passages) == new


def test_many_changes_in_a_long_text_keep_their_paragraphs() -> None:
    chance = random.Random(3)
    old = [" ".join(f"w{chance.randrange(400)}" for _ in range(30)) for _ in range(150)]
    new = [one.replace(one.split()[4], "neu", 1) for one in old]

    kinds = {one.kind for one in compare("\n\n".join(old), "\n\n".join(new))}

    assert kinds == {PassageKind.CHANGED}
