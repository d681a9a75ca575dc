"""
What a whole plan on paper costs: `uv run python -m bench.press [PAGES]`.

A plan of so many pages (280) is set as one PDF/UA, as the server does it: seconds by
the clock and of CPU, how often it told how far it was, and the memory it took. Asked
are 20 seconds; what counts is CPU, since the clock tells what else the machine does.
"""

import io
import resource
import sys
import time
from uuid import uuid4

import pypdf

from bench.plan import text
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.shown import ShownChapter
from lip.publishing.documents.book import book_pdf
from lip.publishing.rules.books import Book
from lip.said import Said
from tests.factories import clock

PAGES, MOST = 280, 20.0
A_CHAPTER = 15
"""So many pages a chapter of 40,000 characters takes."""


def book(pages: int) -> Book:
    """Make up a plan of as many chapters as fill the pages."""
    words = text()
    plan = PlanFacts(
        id=uuid4(),
        key="lip",
        title=Said.of(de="Lokaler Integrationsplan"),
        subtitle=Said(),
        intro=Said(),
        language="de",
        line_length=80,
        draft_public=True,
        amendments_open=False,
        comments_open=False,
        position=1,
        changed_at=clock(),
        latest=1,
    )
    chapters = [
        ShownChapter(
            plan=plan,
            chapter=uuid4(),
            key=f"{place}",
            language="de",
            number=f"{place}.",
            title="Sprache und Teilhabe",
            text=words,
            version=1,
            since=clock(),
        )
        for place in range(1, max(2, round(pages / A_CHAPTER)) + 1)
    ]
    return Book(
        plan=plan,
        language="de",
        version=1,
        published_at=clock(),
        chapters=chapters,
        measures=(),
    )


def main() -> None:
    """Set, measure, say."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    whole, told = book(pages), []
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, busy = time.monotonic(), time.process_time()
    pdf = book_pdf(whole, progress=lambda done, parts: told.append((done, parts)))
    seconds, busy = time.monotonic() - started, time.process_time() - busy
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    count = len(pypdf.PdfReader(io.BytesIO(pdf)).pages)
    print(f"{count} pages, {len(pdf) / 1_000_000:.1f} MB: {seconds:.1f} s by the clock")
    print(f"{busy:.1f} s of CPU (≤ {MOST}), {1000 * busy / count:.0f} ms a page")
    print(f"{memory:.0f} MB more memory at most")
    print(f"progress: told {len(told)} times, first {told[0]}, last {told[-1]}")
    sys.exit(0 if busy <= MOST else 1)


if __name__ == "__main__":
    main()
