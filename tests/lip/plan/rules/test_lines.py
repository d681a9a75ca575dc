"""Numbered lines: the real chapter to the letter, and what holds for any text."""

from pathlib import Path
from textwrap import wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lip.plan.rules.blocks import BlockKind
from lip.plan.rules.lines import Block, Line, blocks_of, lines_of
from lip.plan.rules.markdown import parted
from lip.plan.rules.wrapping import width_of, wrapped

CHAPTER = Path("lip/sample/chapters/integration.md")
EXPECTED = Path(__file__).parent / "seed002_lines.tsv"

words = st.text(
    alphabet=st.sampled_from("aäß* -_[]()`>#|\\&;é\u0627\u0644"),
    min_size=0,
    max_size=40,
)
texts = st.lists(words, max_size=12).map("\n".join)
sentences = st.lists(
    st.text(alphabet="abcdeäöü-.,", min_size=1, max_size=15), min_size=1, max_size=40
).map(" ".join)


def numbered(text: str, length: int = 80) -> list[str]:
    return [line.text for line in lines_of(text, line_length=length)]


def test_the_real_chapter_has_its_73_lines_to_the_letter() -> None:
    text = parted(CHAPTER.read_text(encoding="utf-8"))[1]
    rows = EXPECTED.read_text(encoding="utf-8").splitlines()
    expected = [(int(number), line) for number, line in (r.split("\t") for r in rows)]

    lines = lines_of(text)

    assert [(line.number, line.text) for line in lines] == expected
    assert len(lines) == 73


def test_a_heading_in_a_list_is_bold_and_knows_its_source() -> None:
    text = parted(CHAPTER.read_text(encoding="utf-8"))[1]

    line = lines_of(text)[68]

    assert line.text == "Antidiskriminierungsstelle aufbauen"
    assert text[line.start : line.end] == "**Antidiskriminierungsstelle aufbauen**"
    assert [piece.look.strong for piece in line.pieces] == [True]


@pytest.mark.parametrize(
    "text, width",
    [
        ("{}", 80),
        ("# {}", 48),
        ("## {}", 48),
        ("### {}", 60),
        ("###### {}", 60),
        ("- {}", 74),
        ("1. {}", 74),
        ("> {}", 74),
        ("- a\n  - {}", 74),
        ("> ## {}", 48),
    ],
)
def test_each_kind_of_block_has_its_width(text: str, width: int) -> None:
    many = "wort " * 60

    lines = numbered(text.format(many))

    assert lines[-2] == wrap(many, width)[-2]
    assert max(map(len, lines)) <= width


def test_widths_follow_the_length_of_the_plan() -> None:
    widths = [
        width_of(length=100),
        width_of(inset=True, length=100),
        width_of(heading=2, length=100),
        width_of(heading=3, length=100),
    ]

    assert widths == [100, 94, 60, 75]


@pytest.mark.parametrize(
    "text, lines",
    [
        ("Eins  \nzwei", ["Eins", "zwei"]),
        ("Eins\\\nzwei", ["Eins", "zwei"]),
        ("Eins\nzwei", ["Eins zwei"]),
        ("a **b** [c](https://example.org) `d`", ["a b c d"]),
        ("\\*a\\* &amp; b", ["*a* & b"]),
        ("Wort[^1]\n\n[^1]: Unten.", ["Wort[1]", "Unten."]),
        ("| a | b |\n| - | - |\n| 1 | 2 |", ["a | b", "1 | 2"]),
        ("```\nx  y\n  z\n```", ["x  y", "  z"]),
        ("a\n\n---\n\nb", ["a", "b"]),
        ("", []),
        ("<script>x</script>", ["<script>x</script>"]),
    ],
)
def test_a_line_is_what_is_read(text: str, lines: list[str]) -> None:
    assert numbered(text) == lines


def test_a_word_longer_than_a_line_is_cut_with_a_hyphen() -> None:
    lines = lines_of("ab " + "x" * 45 + " cd", line_length=20)

    assert [line.text for line in lines] == [
        "ab",
        "x" * 19 + "-",
        "x" * 19 + "-",
        "x" * 7 + " cd",
    ]
    assert [line.cut for line in lines] == [False, True, True, False]


def test_marks_that_open_before_a_word_belong_to_its_line() -> None:
    text = "eins zwei drei **vier fünf** sechs"

    lines = lines_of(text, line_length=20)

    assert [text[line.start : line.end] for line in lines] == [
        "eins zwei drei **vier ",
        "fünf** sechs",
    ]
    assert [piece.look.strong for piece in lines[1].pieces] == [True, False]


@given(sentences, st.sampled_from([20, 48, 74, 80]))
@settings(max_examples=60)
def test_lines_are_those_of_textwrap(text: str, width: int) -> None:
    lines = [text[span.start : span.end] for span in wrapped(text, width)]

    assert lines == wrap(text, width)


@given(texts, st.integers(20, 120))
@settings(max_examples=60)
def test_no_word_and_no_source_is_lost(text: str, length: int) -> None:
    blocks = blocks_of(text, line_length=length)
    apart = blocks_of(text, line_length=20_000)

    assert [joined(block) for block in blocks] == [joined(block) for block in apart]
    assert [line.number for line in all_lines(blocks)] == [
        *range(1, len(all_lines(blocks)) + 1)
    ]
    for block in blocks:
        assert 0 <= block.start <= block.end <= len(text)
        for line, following in zip(block.lines, block.lines[1:], strict=False):
            assert block.start <= line.start <= line.end == following.start
        assert "".join(text[one.start : one.end] for one in block.lines) == (
            text[block.lines[0].start : block.lines[-1].end] if block.lines else ""
        )


@given(texts.filter(lambda text: "`" not in text))
@settings(max_examples=30)
def test_what_comes_behind_changes_no_number(text: str) -> None:
    before = numbered(text)

    behind = numbered(text + "\n\n# Ende")

    assert behind[: len(before)] == before


def joined(block: Block) -> str:
    if block.kind is BlockKind.CODE:
        return "\n".join(line.text for line in block.lines)
    return block.text


def all_lines(blocks: tuple[Block, ...]) -> list[Line]:
    return [line for block in blocks for line in block.lines]
