"""Reading proposals: who needs the model while it is loaded waits for that."""

import asyncio
from datetime import timedelta

import httpx
import pytest

from lip.conference.rules.codes import shown
from proposals import detecting, embedding
from proposals.actions.vectors import get_ready, understand
from proposals.rules.handing_in import Wording
from tests.factories import clock, make_participant
from tests.proposals.collections import make_collecting

pytestmark = pytest.mark.anyio


async def test_the_model_is_loaded_once_however_many_ask_at_its_start():
    if not embedding.has_model():
        pytest.skip("the package with the model is not installed")
    embedding._loaded.cache_clear()
    detecting._loaded.cache_clear()
    get_ready.cache_clear()

    get_ready()
    get_ready()
    wordings = [Wording(text=f"Mehr Kurse am Abend, auch {n}") for n in range(3)]
    read = await asyncio.gather(*map(understand, wordings))

    assert {one.language for one in read} == {"de"}
    assert embedding._loaded.cache_info().misses == 1
    assert detecting._loaded.cache_info().misses == 1


async def test_a_form_that_can_be_sent_has_the_model_loaded(client: httpx.AsyncClient):
    now = clock()
    over = await make_collecting("gestern", closes_at=now - timedelta(days=400))
    collects = await make_collecting()
    late, ada = await make_participant(over), await make_participant(collects)
    get_ready.cache_clear()

    await client.get(f"/de/t/{shown(late.code)}/proposals")
    after_late = get_ready.cache_info().currsize
    await client.get(f"/de/t/{shown(ada.code)}/proposals")

    assert after_late == 0
    assert get_ready.cache_info().currsize == 1
