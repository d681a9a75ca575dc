"""Languages are understood as people write them."""

import pytest

from lip.conference.rules.languages import language_tag, language_tags


@pytest.mark.parametrize(
    "text, tag",
    [
        ("Deutsch", "de"),
        ("arabisch", "ar"),
        ("de", "de"),
        ("DE", "de"),
        ("de-DE", "de"),
        ("sr-Latn", "sr"),
        ("zh_Hant_TW", "zh"),
        ("Farsi", "fa"),
        ("فارسی", "fa"),
        ("Dari", "prs"),
        ("Kurmancî", "ku"),
        ("Kurdisch (Sorani)", "ckb"),
        ("Türkçe", "tr"),
        ("TURKISCH", "tr"),
        ("ትግርኛ", "ti"),
        ("українська", "uk"),
        ("Romanes", "rom"),
        ("Gebärdensprache", "gsg"),
        ("Klingonisch", None),
        ("xx", None),
        ("", None),
    ],
)
def test_a_word_for_a_language_has_a_tag(text, tag):
    assert language_tag(text) == tag


@pytest.mark.parametrize(
    "text, tags, unknown",
    [
        ("Arabisch, Deutsch", ("ar", "de"), ()),
        ("Arabisch/Deutsch und Englisch", ("ar", "de", "en"), ()),
        ("de, de, DE", ("de",), ()),
        ("Deutsch; Elbisch", ("de",), ("Elbisch",)),
        ("", (), ()),
    ],
)
def test_a_list_of_languages_is_cut(text, tags, unknown):
    assert language_tags(text) == (tags, unknown)
