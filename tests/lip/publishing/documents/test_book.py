"""A whole plan on paper, with chapters that are there in another language only."""

from uuid import uuid4

import pypdfium2

from lip.plan.rules.shown import ShownChapter
from lip.publishing.documents.book import book_pdf
from lip.publishing.rules.books import Book
from tests.factories import clock
from tests.lip.plan.documents.test_chapter import PLAN


def german(text: str) -> ShownChapter:
    return ShownChapter(
        plan=PLAN,
        chapter=uuid4(),
        key="arbeit",
        language="de",
        title="Arbeit",
        text=text,
        wording=1,
        since=clock(),
    )


def test_a_german_chapter_in_an_arabic_book_keeps_its_direction_and_its_words():
    book = Book(
        plan=PLAN,
        version=1,
        language="ar",
        published_at=clock(),
        chapters=[german("Alle reden mit.")],
        measures=(),
    )

    paper = pypdfium2.PdfDocument(book_pdf(book))
    page = paper[len(paper) - 1].get_textpage()
    words = page.get_text_range()
    begin, stop = (page.get_charbox(words.index(one))[0] for one in ("Alle", "."))

    assert "Titel" in words
    assert begin < stop
