"""What everybody reads of measures, and what nobody does."""

import io

import httpx
import pypdf
import pytest

from lip.sample.bodies import fill_in_bodies
from lip.sample.measures import CONCEPT_KEY, fill_in_measures
from tests.factories import clock

pytestmark = pytest.mark.anyio


async def test_public_pages_answer(client: httpx.AsyncClient) -> None:
    now = clock()
    await fill_in_measures(await fill_in_bodies(now=now), now=now)

    for path in (
        "/measures",
        "/measures?q=zukunft&status=done&year=2019&district=city",
        "/measures?page=99999999&year=-1&field=x&status=x",
        f"/measures/{CONCEPT_KEY}",
        f"/ar/measures/{CONCEPT_KEY}",
        f"/measures/{CONCEPT_KEY}/short",
        f"/measures/{CONCEPT_KEY}/sheet.pdf",
        f"/ar/measures/{CONCEPT_KEY}/sheet.pdf",
        "/contact-points",
        "/contact-points?q=beratung&language=fa",
        "/contact-points/list.pdf",
        "/monitoring",
        "/ar/monitoring?status=under_way",
    ):
        answer = await client.get(path)
        assert answer.status_code == 200, (path, answer.text[:2000])


@pytest.mark.parametrize("language", ["de", "ar"])
async def test_papers_are_tagged_and_speak_their_language(
    client: httpx.AsyncClient, language: str
) -> None:
    now = clock()
    await fill_in_measures(await fill_in_bodies(now=now), now=now)

    for path in (f"/measures/{CONCEPT_KEY}/sheet.pdf", "/contact-points/list.pdf"):
        answer = await client.get(f"/{language}{path}")

        assert answer.headers["content-type"] == "application/pdf"
        reader = pypdf.PdfReader(io.BytesIO(answer.content))
        root = reader.trailer["/Root"]
        assert root["/Lang"] == language
        assert root["/MarkInfo"]["/Marked"]
        text = "".join(one.extract_text() for one in reader.pages)
        assert "Hamburger Allee 25" in text
