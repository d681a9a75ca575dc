"""Health and metrics."""

from collections.abc import AsyncIterator

import httpx
import pytest

from lip.database import StoreEngine
from tests.client import client_of, settings_for

pytestmark = pytest.mark.anyio

TOKEN = "a token of the operator"


@pytest.fixture
async def measured(db: StoreEngine, engine_url: str) -> AsyncIterator[object]:
    """A browser at an application whose operator wants metrics."""
    async with client_of(settings_for(engine_url, metrics_token=TOKEN)) as browser:
        yield browser


async def test_health_answers_when_the_database_does(client: httpx.AsyncClient):
    answer = await client.get("/health")

    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("given", [None, "", "Bearer ", "Bearer wrong", TOKEN, "ÿ"])
async def test_metrics_need_the_operators_token(
    measured: httpx.AsyncClient, given: str | None
):
    headers = [] if given is None else [("authorization", given.encode())]

    answer = await measured.get("/metrics", headers=headers)

    assert answer.status_code == 403
    assert "lip_answers" not in answer.text


async def test_without_a_token_in_the_settings_nobody_gets_metrics(
    client: httpx.AsyncClient,
):
    answer = await client.get("/metrics", headers={"authorization": "Bearer "})

    assert answer.status_code == 403


async def test_metrics_count_answers_and_name_nobody(measured: httpx.AsyncClient):
    await measured.get("/t/ABCD-EFGH-JKMN")
    await measured.get("/")

    answer = await measured.get(
        "/metrics", headers={"authorization": f"Bearer {TOKEN}"}
    )

    assert answer.headers["content-type"].startswith("text/plain")
    assert 'lip_answers_total{method="GET",status="404"} 1.0' in answer.text
    assert "ABCD" not in answer.text
    assert "/t/" not in answer.text


async def test_a_method_that_somebody_invents_makes_no_new_series(
    measured: httpx.AsyncClient,
):
    for number in range(20):
        await measured.request(f"INVENTED{number}", "/")

    answer = await measured.get(
        "/metrics", headers={"authorization": f"Bearer {TOKEN}"}
    )

    assert "INVENTED" not in answer.text
