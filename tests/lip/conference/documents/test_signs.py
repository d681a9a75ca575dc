import pytest

from lip.conference.documents.layouts import Area
from lip.conference.documents.signs import fit_signs, sign

ROOMY = Area(left=0, top=0, width=60, height=6, size=7)


@pytest.mark.parametrize(
    "tag,mark,own",
    [
        ("de", "DE", "Deutsch"),
        ("ar", "AR", "العربية"),
        ("tr", "TR", "Türkçe"),
        ("ti", "TI", "ትግርኛ"),
        ("vi", "VI", "Tiếng Việt"),
        ("rom", "ROM", "Romanes"),
        ("gsg", "DGS", ""),
        ("de-AT", "DE", "Deutsch"),
        ("zh", "ZH", ""),  # no font of ours has its letters
        ("xx", "XX", ""),
    ],
)
def test_a_language_is_shown_by_mark_and_own_name(tag, mark, own):
    shown = sign(tag)

    assert (shown.mark, shown.own) == (mark, own)


def test_names_of_languages_are_left_out_where_there_is_no_room():
    tags = ("de", "en", "fr", "es", "it", "pt", "tr")

    row = fit_signs(tags, ROOMY)

    assert [each.mark for each in row.signs] == [tag.upper() for tag in tags]
    assert not any(each.own for each in row.signs)


def test_many_languages_become_smaller_and_none_is_left_out():
    tags = ("ar", "de", "en", "fr", "es", "it", "pt", "tr", "uk", "ru") * 2

    row = fit_signs(tags, ROOMY)

    assert len(row.signs) == len(tags)
    assert row.size < ROOMY.size


def test_no_languages_have_no_signs():
    assert fit_signs((), ROOMY).signs == ()
