"""Sentences of templates: in the language of the page, with values made harmless."""

from lip.web.pages import in_words
from lip.words import speaking


def test_a_sentence_follows_the_language_of_the_page():
    with speaking("de"):
        german = in_words("Absagen")
    with speaking("en"):
        english = in_words("Absagen")

    assert german == "Absagen"
    assert english != german


def test_what_people_typed_cannot_become_markup():
    said = in_words("Ticket Nr. %(number)s", number="<script>")

    assert "&lt;script&gt;" in said
    assert "<script>" not in said


def test_a_sentence_that_nobody_has_translated_is_said_as_it_is():
    with speaking("ar"):
        assert (
            in_words("Das steht in keinem Katalog.") == "Das steht in keinem Katalog."
        )
