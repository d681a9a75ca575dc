"""Amendments to different words of one paragraph: both can be adopted, in any order."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import permutations
from uuid import UUID

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lip.plan.rules.amending import Edit, Fault, chosen_stretch, edits_of, spots_of
from lip.plan.rules.colliding import collisions
from lip.plan.rules.lineage import Adoption, Lineage, standing
from lip.plan.rules.lines import lines_of
from lip.plan.rules.source_blocks import source_blocks
from lip.plan.rules.spots import Spot, amended

TEXT = """## Ein Kopf

Die Stadt hört allen Menschen zu und antwortet ihnen bald.

- Sprache lernen
- Arbeit finden

Alle reden mit."""

Changes = Mapping[UUID, Sequence[Edit]]


def edits(text: str, whole: str) -> Sequence[Edit]:
    lines = lines_of(text)
    chosen = chosen_stretch(text, lines, 1, len(lines))
    found = edits_of(text, lines, chosen, whole)
    return () if isinstance(found, Fault) else found


def changes(text: str, *wholes: str) -> Changes:
    return {
        UUID(int=number): edits(text, whole)
        for number, whole in enumerate(wholes, start=1)
    }


def collide(text: str, wanted: Changes) -> bool:
    found = collisions(text, {one: spots_of(each) for one, each in wanted.items()})
    return any(found.values())


def adopted(text: str, wanted: Changes, order: Sequence[UUID]) -> str | None:
    """Adopt one after the other; None where one does not fit any more."""
    wordings, adoptions = {1: text}, list[Adoption]()
    for version, one in enumerate(order, start=2):
        today = wordings[version - 1]
        steps = Lineage(wordings, today, adoptions).steps_from(1)
        there = standing(wanted[one], steps, today, lines_of(today))
        if there is None:
            return None
        wordings[version] = amended(today, there.spots)
        adoptions.append(Adoption(base=1, version=version, edits=wanted[one]))
    return wordings[len(wordings)]


def blocks(text: str) -> list[str]:
    return [text[one.start : one.end] for one in source_blocks(text)]


@pytest.mark.parametrize(
    "one, other, apart",
    [
        (("allen Menschen", "jedem Menschen"), ("bald", "in vier Wochen"), True),
        (("allen Menschen", "jedem Menschen"), ("Menschen zu", "Leuten zu"), True),
        (("allen Menschen", "jedem Kind"), ("Menschen zu", "Leuten zu"), False),
        (("Stadt", "kleine Stadt"), ("Stadt", "große Stadt"), False),
        (("allen Menschen zu", "zu"), ("Menschen", "Leuten"), False),
        (("Stadt hört", "Region hört"), ("Stadt hört", "ganze Stadt hört"), False),
        (("- Arbeit finden", ""), ("Sprache", "Deutsch"), True),
        (("- Arbeit finden", ""), ("Arbeit", "Gute Arbeit"), False),
        (("- Arbeit finden", ""), ("- Arbeit", "- Wohnen\n- Arbeit"), False),
        (("mit.", "mit.\n\nImmer."), ("mit.", "überall mit."), True),
        (("mit.", "mit.\n\nImmer."), ("mit.", "mit.\n\nÜberall."), False),
        (("mit.", "mit. Immer."), ("mit.", "mit.\n\nÜberall."), True),
        (("- Arbeit finden", "\nArbeit"), ("Sprache", "Sprachen"), True),
    ],
)
def test_only_what_really_overlaps_collides(
    one: tuple[str, str], other: tuple[str, str], apart: bool
) -> None:
    wanted = changes(TEXT, TEXT.replace(*one), TEXT.replace(*other))

    assert collide(TEXT, wanted) is not apart
    if apart:
        both = {adopted(TEXT, wanted, order) for order in permutations(wanted)}
        assert len(both) == 1
        assert None not in both


def test_both_are_in_the_words_that_come_of_it() -> None:
    wanted = changes(
        TEXT,
        TEXT.replace("allen Menschen", "jedem Menschen"),
        TEXT.replace("bald", "in vier Wochen"),
        TEXT.replace("ihnen ", ""),
    )

    assert adopted(TEXT, wanted, list(wanted)) == TEXT.replace(
        "allen Menschen zu und antwortet ihnen bald",
        "jedem Menschen zu und antwortet in vier Wochen",
    )


def test_what_collides_with_an_adopted_one_waits_for_somebody_to_look() -> None:
    wanted = changes(
        TEXT,
        TEXT.replace("Stadt", "kleine Stadt"),
        TEXT.replace("Stadt", "große Stadt"),
    )

    assert {adopted(TEXT, wanted, order) for order in permutations(wanted)} == {None}


def test_a_long_line_of_adoptions_keeps_its_places() -> None:
    words = " ".join(f"w{number}" for number in range(24))
    wanted = changes(words, *(words.replace(f"w{n} ", f"W{n} ") for n in range(1, 60)))

    assert not collide(words, wanted)
    made = adopted(words, wanted, sorted(wanted, reverse=True))
    assert made == words.replace("w", "W").replace("W0", "w0").replace("W23", "w23")


WORDS = st.sampled_from(["a", "b", "und", "nicht", "Rat", "x,", "a.", "**b**"])
BLOCK = st.tuples(
    st.sampled_from(["", "", "- ", "## "]), st.lists(WORDS, min_size=1, max_size=7)
).map(lambda parts: parts[0] + " ".join(parts[1]))
BASE = st.lists(BLOCK, min_size=1, max_size=5)


@st.composite
def wishes(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Make a text and what a few people would rather read."""
    base = draw(BASE)
    wholes = []
    for _ in range(draw(st.integers(2, 3))):
        rows = list(base)
        for _ in range(draw(st.integers(1, 2))):
            place = draw(st.integers(0, len(rows) - 1)) if rows else 0
            act = draw(st.sampled_from(["word", "word", "more", "less", "come", "go"]))
            if act == "come" or not rows:
                rows.insert(place, draw(BLOCK))
            elif act == "go":
                del rows[place]
            else:
                rows[place] = _reworded(draw, rows[place], act)
        wholes.append("\n\n".join(rows))
    return "\n\n".join(base), wholes


def _reworded(draw: st.DrawFn, row: str, act: str) -> str:
    words = row.split(" ")
    first = 1 if words[0] in {"-", "##"} else 0
    place = draw(st.integers(first, len(words) - 1))
    if act == "less" and len(words) > first + 1:
        del words[place]
    elif act == "more":
        words.insert(place, draw(WORDS))
    else:
        words[place] = draw(WORDS)
    return " ".join(words)


@settings(max_examples=40, deadline=None)
@given(wishes())
def test_what_does_not_collide_can_be_adopted_in_any_order(
    wished: tuple[str, list[str]],
) -> None:
    text, wholes = wished
    wanted = {one: each for one, each in changes(text, *wholes).items() if each}
    assume(len(wanted) > 1 and not collide(text, wanted))

    made = {one: adopted(text, wanted, one) for one in permutations(wanted)}

    assert None not in made.values()
    assert len({tuple(blocks(one or "")) for one in made.values()}) == 1


@settings(max_examples=40, deadline=None)
@given(wishes())
def test_no_word_is_ever_lost(wished: tuple[str, list[str]]) -> None:
    text, wholes = wished
    wanted = {one: each for one, each in changes(text, *wholes).items() if each}
    assume(len(wanted) > 1 and not collide(text, wanted))

    made = adopted(text, wanted, list(wanted)) or ""

    spots = [spot for each in wanted.values() for spot in spots_of(each)]
    assert _signs(made) == _signs(text) - _gone(text, spots) + _come(spots)


@settings(max_examples=25, deadline=None)
@given(wishes())
def test_an_amendment_alone_gives_what_was_written(
    wished: tuple[str, list[str]],
) -> None:
    text, (whole, *_) = wished

    wanted = {UUID(int=1): edits(text, whole)}

    assert blocks(adopted(text, wanted, list(wanted)) or "") == blocks(whole)


def _signs(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def _gone(text: str, spots: Sequence[Spot]) -> Counter[str]:
    whole = "".join(text[one.stretch.start : one.stretch.end] for one in spots)
    return _signs(whole)


def _come(spots: Sequence[Spot]) -> Counter[str]:
    return _signs("".join(one.words for one in spots))
