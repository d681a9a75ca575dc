"""What is printed of the plan, as assistive technology meets it: PDF/UA-1."""

import io
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from pypdf import PdfReader

from lip.journal.rules.entries import COMMAND
from lip.measures.rules.sheet import Sheet
from lip.plan.actions.publish_version import VersionWish, publish_version
from lip.said import Said
from tests.factories import clock
from tests.lip.measures.made import make_measure
from tests.lip.papers.factories import make_paper
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio

ARABIC = "## الأهداف\n\nيشارك **الجميع** في الحوار.\n\n- اللغة\n- العمل"
PAPERS = {
    "/de/plan/stadt/1-sprache/de/pdf": ("de", "1. Sprache · Plan"),
    "/ar/plan/madina/1/ar/pdf": ("ar", "1. اللغة"),
    "/de/plan/stadt/versions/1/whole/de/pdf": ("de", "Plan"),
    "/ar/plan/madina/versions/1/whole/ar/pdf": ("ar", "خطة"),
    "/ar/measures/kurse/sheet.pdf": ("ar", "دورات"),
    "/de/measures/kurse/sheet.pdf": ("de", "Kurse"),
    "/de/papers/1-2026/print.pdf": ("de", "1/2026 – Ein Bericht"),
}


async def a_city() -> None:
    for key, tag, title, text in (
        ("stadt", "de", "Sprache", "Alle reden.\n\n## Ziele\n\n- Arbeit"),
        ("madina", "ar", "اللغة", ARABIC),
    ):
        words = {"title": Said.of(de="Plan", ar="خطة"), "language": tag}
        plan = await make_plan(key, **words)
        await make_chapter(plan, text, title=title)
        wish = VersionWish(number=1, name=Said.of(de="Erste Fassung"))
        await publish_version(plan.id, wish, by=COMMAND, now=clock(), request=uuid4())
    await make_measure(Sheet(title=Said.of(de="Kurse", ar="دورات")), public=True)
    await make_paper()


def tags_in(node: Any) -> Iterator[str]:
    """Name all elements of a tree of tags."""
    found = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(found, list):
        for one in found:
            yield from tags_in(one)
    elif isinstance(found, dict):
        if "/S" in found:
            yield str(found["/S"])
        yield from tags_in(found.get("/K", []))


async def test_each_is_tagged_has_its_language_and_its_title(client: httpx.AsyncClient):
    await a_city()

    for path, (language, title) in PAPERS.items():
        answer = await client.get(path)
        assert answer.status_code == 200, path
        read = PdfReader(io.BytesIO(answer.content))
        root: Any = read.trailer["/Root"]
        tags = set(tags_in(root["/StructTreeRoot"]))
        assert root["/MarkInfo"]["/Marked"].value is True, path
        assert str(root["/Lang"]).split("-")[0] == language, path
        assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True, path
        assert read.metadata.title.startswith(title), path
        assert b"pdfuaid:part" in root["/Metadata"].get_data(), path
        assert "/H1" in tags, path
        assert tags >= ({"/L", "/LI"} if "/plan/" in path else {"/P"}), path
