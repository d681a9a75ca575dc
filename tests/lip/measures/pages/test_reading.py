"""What everybody reads of measures, and what nobody does."""

import httpx
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
