"""A chapter on paper: tags, language, and the lines of the screen."""

import io
import re
from pathlib import Path
from uuid import uuid4

import pytest
from pypdf import PdfReader

from lip.partial_dates import PartialDate
from lip.plan.documents.chapter import chapter_pdf
from lip.plan.rules.markdown import parted
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.shown import ShownChapter
from lip.said import Said
from tests.factories import clock

CHAPTERS = Path("lip/sample/chapters")
EXPECTED = Path(__file__).parents[1] / "rules" / "seed002_lines.tsv"
PLAN = PlanFacts(
    id=uuid4(),
    key="lip",
    title=Said.of(de="Integrationsplan", ar="خطة الاندماج"),
    subtitle=Said(),
    intro=Said(),
    language="de",
    line_length=80,
    draft_public=True,
    amendments_open=False,
    comments_open=False,
    position=1,
    changed_at=clock(),
    latest=0,
)


def paper(text: str, language: str = "de") -> PdfReader:
    shown = ShownChapter(
        plan=PLAN,
        chapter=uuid4(),
        key="x",
        language=language,
        title="Integration gemeinsam gestalten",
        text=text,
        wording=1,
        since=clock(),
        code="A5",
        number="5.",
        kind=Said.of(de="Kapitel", ar="فصل"),
        initiator=Said.of(de="Regionsvorstand"),
        decided_on=PartialDate.load("2026-01-22"),
    )
    return PdfReader(io.BytesIO(chapter_pdf(shown)))


def test_the_73_lines_stand_on_paper_as_on_the_screen():
    text = parted((CHAPTERS / "integration.md").read_text(encoding="utf-8"))[1]

    pdf = paper(text)

    rows = EXPECTED.read_text(encoding="utf-8").splitlines()
    words = "\n".join(page.extract_text() for page in pdf.pages)
    printed = [
        re.sub(r"^\s*•?\s*\d*\s*•?\s*", "", row).strip() for row in words.split("\n")
    ]
    for row in rows:
        number, line = row.split("\t")
        assert line in printed, line
        assert re.search(rf"(?m)^\s*•?\s*{number}\b", words), number
    assert "(dort beschlossen am: 22. Januar 2026)" in words
    assert {"A5", "Kapitel"} <= set(printed)


@pytest.mark.parametrize(
    "file, language, said",
    [
        ("integration.md", "de", "de"),
        ("language.ar.md", "ar", "ar"),
        ("language.simple.md", "de-simple", "de"),
    ],
)
def test_paper_is_tagged_and_says_its_language(file: str, language: str, said: str):
    text = parted((CHAPTERS / file).read_text(encoding="utf-8"))[1]

    pdf = paper(text, language)
    root = pdf.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == said
    assert root["/StructTreeRoot"]["/K"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_whatever_is_written_can_be_printed():
    text = (
        "# A 🎉\n\n" + "x" * 300 + "\n\n- a\n  - b\n    1. c[^1]\n\n> q\n\n---\n\n"
        "| a | b |\n|-|-|\n| **1** | [2](https://example.org) |\n\n```\n#let x = 1\n```"
        "\n\n#panic() $x$ @y <z> \\\n*neu*\n\n[^1]: Unten\n"
    )

    words = "".join(page.extract_text() for page in paper(text).pages)

    assert "#panic() $x$ @y <z>" in words
    assert "#let x = 1" in words
    assert "Unten" in words


def test_a_point_that_leads_a_paragraph_never_ends_a_page():
    text = "\n\n".join(f"- Ziel {one}\n\nWorte dazu." for one in range(40))

    pages = [page.extract_text() for page in paper(text).pages]

    assert len(pages) > 1
    for page in pages:
        assert page.count("Ziel ") == page.count("Worte dazu.")
