"""The wall shows every column in every language, and then begins anew."""

from hypothesis import given
from hypothesis import strategies as st

from proposals.board.rules.wall import COLUMNS_AT_ONCE, wall_view

tags = st.lists(st.sampled_from(["de", "en", "ar"]), min_size=1, unique=True)


@given(st.integers(0, 30), tags)
def test_one_round_shows_each_column_once_in_each_language(
    columns: int, languages: list[str]
):
    seen: list[tuple[str, int]] = []
    turns: list[tuple[str, int]] = []
    language, part = languages[0], 1
    while (language, part) not in turns:
        turns.append((language, part))
        view = wall_view(columns, part=part, language=language, languages=languages)
        assert view.end - view.start <= COLUMNS_AT_ONCE
        seen += [(language, one) for one in range(view.start, view.end)]
        language, part = view.next

    assert seen == [(tag, one) for tag in languages for one in range(columns)]


def test_a_part_that_is_gone_shows_the_last_one():
    view = wall_view(3, part=9, language="de", languages=["de"])

    assert (view.start, view.end, view.part) == (0, 3, 1)


def test_from_a_language_without_names_it_goes_to_the_first_with_names():
    view = wall_view(3, part=1, language="en", languages=["de", "ar"])

    assert view.next == ("de", 1)
