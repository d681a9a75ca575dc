"""Amendments against lines: what they change, where they stand, which collide."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lip.plan.rules.amending import (
    Edit,
    Fault,
    chosen_stretch,
    code_of,
    edits_of,
    fault_of_lines,
    lines_of_stretch,
    spots_of,
)
from lip.plan.rules.kinds import EditKind
from lip.plan.rules.line_history import History
from lip.plan.rules.lineage import standing
from lip.plan.rules.lines import lines_of
from lip.plan.rules.marked_lines import marked_lines
from lip.plan.rules.spots import Stretch, amended
from lip.plan.rules.words import PieceKind

TEXT = """## Eine Überschrift

Der erste Absatz hat so viele Worte, dass er über mehr als eine einzige Zeile geht \
und noch weiter.

- Sprache
- Arbeit

Am Ende steht ein kurzer Satz."""
LINES = lines_of(TEXT)


def edits(first: int, last: int, change: Callable[[str], str]) -> Sequence[Edit]:
    chosen = chosen_stretch(TEXT, LINES, first, last)
    found = edits_of(TEXT, LINES, chosen, change(TEXT[chosen.start : chosen.end]))
    assert not isinstance(found, Fault), found
    return found


@pytest.mark.parametrize(
    "first, last, change, kind, lines, becomes",
    [
        (2, 2, ("erste", "letzte"), EditKind.REPLACE, (2, 2), "Der letzte Absatz"),
        (2, 3, (" und noch weiter", ""), EditKind.DELETE, (3, 3), "Zeile geht."),
        (6, 6, ("kurzer", "sehr kurzer"), EditKind.INSERT, (6, 6), "ein sehr kurzer"),
        (4, 4, ("- Sprache", ""), EditKind.DELETE, (4, 4), "weiter.\n\n- Arbeit"),
        (
            5,
            5,
            ("- Arbeit", "- Arbeit\n- Wohnen"),
            EditKind.INSERT,
            (5, 5),
            "Arbeit\n- W",
        ),
        (
            6,
            6,
            ("Satz.", "Satz.\n\nUnd noch einer."),
            EditKind.INSERT,
            (6, 6),
            "z.\n\nUnd",
        ),
        (1, 1, ("##", "Vorweg.\n\n##"), EditKind.INSERT, (0, 0), "Vorweg.\n\n## Eine"),
    ],
)
def test_other_words_for_lines_are_an_edit_that_can_be_carried_out(
    first: int,
    last: int,
    change: tuple[str, str],
    kind: EditKind,
    lines: tuple[int, int],
    becomes: str,
) -> None:
    (edit,) = edits(first, last, lambda source: source.replace(*change))

    assert (edit.kind, (edit.first_line, edit.last_line)) == (kind, lines)
    assert becomes in amended(TEXT, spots_of([edit]))


def test_what_was_left_as_it_was_falls_away() -> None:
    found = edits(
        1, 6, lambda source: source.replace("Eine", "Keine").replace("kurzer ", "")
    )

    assert [(one.first_line, one.last_line) for one in found] == [(1, 1), (6, 6)]
    assert amended(TEXT, spots_of(found)) == TEXT.replace("Eine", "Keine").replace(
        "kurzer ", ""
    )


@pytest.mark.parametrize(
    "first, last, fault",
    [
        (0, 1, Fault.NO_SUCH_LINE),
        (5, 7, Fault.NO_SUCH_LINE),
        (4, 2, Fault.REVERSED),
        (1, 6, None),
    ],
)
def test_lines_that_are_not_there_or_reversed_are_told(
    first: int, last: int, fault: Fault | None
) -> None:
    assert fault_of_lines(LINES, first, last) is fault


@pytest.mark.parametrize(
    "words, fault",
    [
        ("Am Ende steht ein kurzer Satz.", Fault.NOTHING_CHANGED),
        ("\r\nAm Ende steht ein kurzer Satz.  \r\n", Fault.NOTHING_CHANGED),
        ("x" * 40_001, Fault.TOO_LONG),
    ],
)
def test_no_change_and_far_too_much_are_no_amendment(words: str, fault: Fault) -> None:
    chosen = chosen_stretch(TEXT, LINES, 6, 6)

    assert edits_of(TEXT, LINES, chosen, words) is fault


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 6), st.integers(1, 6), st.text(alphabet="ab \n-#", max_size=30))
def test_carrying_out_gives_what_was_written(one: int, other: int, words: str) -> None:
    first, last = sorted((one, other))
    chosen = chosen_stretch(TEXT, LINES, first, last)

    found = edits_of(TEXT, LINES, chosen, words)

    if not isinstance(found, Fault):
        whole = TEXT[: chosen.start] + words + TEXT[chosen.end :]
        assert amended(TEXT, spots_of(found)).split() == whole.split()


def test_amendments_are_called_by_their_first_line() -> None:
    codes: list[str] = []
    for _ in range(3):
        codes.append(code_of("A5", 70, codes))

    assert codes == ["A5-070", "A5-070-2", "A5-070-3"]
    assert code_of("A5", 0, []) == "A5-001"
    assert code_of("", 7, []) == "007"


def test_lines_are_carried_to_the_next_wording() -> None:
    new = "Davor.\n\n" + TEXT.replace("- Sprache\n", "")
    history, after = History(TEXT, new), lines_of(new)
    (edit,) = edits(6, 6, lambda source: source.replace("kurzer", "langer"))

    moved = standing([edit], [history], new, after)

    assert moved is not None
    assert [(one.first_line, one.last_line) for one in moved.edits] == [(6, 6)]
    assert "ein langer Satz" in amended(new, moved.spots)
    heading = history.about(Stretch(LINES[0].start, LINES[0].end))
    assert heading is not None
    assert lines_of_stretch(after, heading) == (2, 2)


def test_what_stands_against_other_words_is_not_carried() -> None:
    (edit,) = edits(6, 6, lambda source: source.replace("kurzer", "langer"))
    new = TEXT.replace("kurzer", "knapper")
    history, after = History(TEXT, new), lines_of(new)

    assert standing([edit], [history], new, after) is None
    assert history.about(Stretch(LINES[5].start, LINES[5].end)) is not None


def test_an_edit_is_read_line_by_line_with_what_goes_and_comes() -> None:
    found = edits(
        2, 3, lambda source: source.replace("erste", "neue") + "\n\nEin Zusatz."
    )

    rows = [
        row
        for edit in found
        for row in marked_lines(
            LINES, (edit.start, edit.stretch.end), edit.new, line_length=80
        )
    ]

    assert [one.kind for one in found] == [EditKind.REPLACE, EditKind.INSERT]
    assert [row.number for row in rows] == [2, 3, 0]
    assert [one.text for one in rows[0].pieces if one.kind is PieceKind.DELETED] == [
        "erste"
    ]
    assert [one.kind for one in rows[2].pieces] == [PieceKind.INSERTED]
