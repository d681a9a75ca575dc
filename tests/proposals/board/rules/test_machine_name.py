"""What the machine calls a cluster is kept whole, and old names are still read."""

from uuid import UUID

from lip.said import Spoken
from proposals.board.rules.machine_name import MachineName, by_language, shortly

WORDS = tuple(
    Spoken(text=text, lang=lang)
    for text, lang in (("Kurs", "de"), ("Abend", "de"), ("دورة", "ar"))
)


def test_a_name_is_read_as_it_was_written():
    name = MachineName(words=WORDS, typical=(UUID(int=7),))

    assert MachineName.load(name.dump()) == name
    assert MachineName.load("") == MachineName()
    assert MachineName().dump() == ""


def test_a_bare_list_of_words_is_still_read():
    found = MachineName.load('["Kurse", "Abend"]')

    assert by_language(found.words, "de") == (Spoken(text="Kurse, Abend"),)
    assert not found.typical


def test_the_language_of_the_reader_comes_first():
    assert [each.lang for each in by_language(WORDS, "ar")] == ["ar", "de"]
    assert shortly(WORDS, "ar") == Spoken(text="دورة", lang="ar")
    assert shortly(WORDS, "tr") == Spoken(text="Kurs, Abend", lang="de")
    assert shortly((), "de") == Spoken()
