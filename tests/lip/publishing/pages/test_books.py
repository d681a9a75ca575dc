"""A whole plan as one document."""

import io
import re

import httpx
import pypdf
import pytest
from docx import Document

from lip.sample.fill_in import fill_in
from tests.factories import KEYS, clock

pytestmark = pytest.mark.anyio


async def test_a_whole_plan_is_one_document_with_its_lines(client: httpx.AsyncClient):
    await fill_in(keys=KEYS, now=clock())
    here = "/de/plan/lip/versions/1/whole/de"

    first = await client.get(here)
    pdf = await client.get(f"{here}/pdf")
    ready = await client.get(here)
    docx = await client.get(f"{here}/docx")

    assert first.status_code == 200
    assert "Das Dokument ist fertig." in ready.text
    read = pypdf.PdfReader(io.BytesIO(pdf.content))
    text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in read.pages))
    assert read.trailer["/Root"]["/Lang"] == "de"
    assert "/StructTreeRoot" in read.trailer["/Root"]
    assert "Inhalt" in text
    assert "Integration gemeinsam gestalten" in text
    assert "73" in text
    words = "\n".join(one.text for one in Document(io.BytesIO(docx.content)).paragraphs)
    assert "Antidiskriminierungsstelle aufbauen" in words


async def test_a_version_that_is_not_there_has_no_document(client: httpx.AsyncClient):
    answer = await client.get("/de/plan/nirgends/versions/1/whole/de")

    assert answer.status_code == 404
