from hypothesis import given, settings
from hypothesis import strategies as st

from lip.conference.documents.fitting import LEADING, Box, fit
from lip.conference.documents.fonts import settable, width

BOX = Box(width=200, height=42, largest=70, bold=True)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_every_text_fits_its_box(text):
    fitted = fit(text, BOX)

    assert len(fitted.lines) <= BOX.lines
    assert len(fitted.lines) * LEADING * fitted.size <= max(BOX.height, 0)
    for line in fitted.lines:
        assert width(line, bold=True) * fitted.size <= BOX.width


@settings(deadline=None)
@given(st.text(max_size=80))
def test_nothing_is_cut(text):
    fitted = fit(text, BOX)

    assert "".join(fitted.lines).replace(" ", "") == settable(text).replace(" ", "")


def test_a_short_name_stays_below_the_largest_size():
    assert fit("Jo", Box(width=200, height=400, largest=20)).size <= 20


def test_two_lines_are_used_where_they_make_the_name_larger():
    fitted = fit("Heinz-Jürgen von der Mühlen-Schönfeld", BOX)

    assert len(fitted.lines) == 2


def test_one_line_is_kept_where_it_is_as_large():
    fitted = fit("Anna Berg", Box(width=400, height=400, largest=20))

    assert fitted.lines == ("Anna Berg",)


def test_a_word_is_broken_only_where_it_would_be_unreadable():
    readable = fit("Wolfeschlegelsteinhausenbergerdorff", BOX)
    endless = fit("W" * 80, BOX)

    assert len(readable.lines) == 1
    assert len(endless.lines) == 2


def test_an_empty_text_has_no_lines():
    assert fit("🎉", BOX).lines == ()
