"""Letters in words: both twins say the same, and escape what people wrote."""

import re

import pytest

from lip.mail.documents.letter import Link, Words, write
from lip.said import Spoken

ADDRESS = "https://lip.example.org/t/ABCD?a=1&b=2"


def words(**changes: object) -> Words:
    said = {
        "head": "Konferenz <b>",
        "subject": "Ihr Ticket\nBcc: x@example.org",
        "greeting": "Guten Tag <script>alert(1)</script>,",
        "paragraphs": ("Eins\nzwei", Spoken(text="مرحبا", lang="ar")),
        "facts": (("Ort", "Rathaus & Hof"),),
        "button": Link(label="Ticket öffnen", address=ADDRESS),
        "foot": ("Sie erhalten diese E-Mail, weil …",),
    }
    return Words(**(said | changes))  # type: ignore[arg-type]


def test_what_people_wrote_is_text_in_both_twins():
    written = write(words(), language="de")

    assert "<script>" not in written.html
    assert "Rathaus &amp; Hof" in written.html
    assert "Rathaus & Hof" in written.text
    assert "<script>" in written.text
    assert written.subject == "Ihr Ticket Bcc: x@example.org"


def test_both_twins_say_everything():
    written = write(words(), language="de")

    for twin in (written.text, re.sub(r"&amp;", "&", written.html)):
        for said in ("Eins\nzwei", "مرحبا", "Ort", "Ticket öffnen", ADDRESS, "weil …"):
            assert said in twin
    assert "\n-- \nKonferenz <b>\n" in written.text


@pytest.mark.parametrize("language, way", [("de", "ltr"), ("ar", "rtl")])
def test_a_letter_knows_its_language_and_direction(language: str, way: str):
    html = write(words(), language=language).html

    assert f'<html lang="{language}" dir="{way}">' in html
    assert f'<div class="letter" lang="{language}" dir="{way}">' in html


def test_a_paragraph_in_another_language_says_so():
    html = write(words(), language="de").html

    assert '<span lang="ar" dir="rtl">مرحبا</span>' in html


def test_nothing_is_loaded_from_anywhere():
    html = write(words(), language="de").html

    assert not re.search(r"<(img|script|link|iframe|object|video)|url\(|@import", html)
    assert re.findall(r'(?:src|href)="([^"]*)"', html) == [
        ADDRESS.replace("&", "&amp;")
    ]


def test_what_is_not_said_leaves_no_gap():
    text = write(Words(head="LIP", subject="Kurz"), language="de").text

    assert text == "-- \nLIP\n"
