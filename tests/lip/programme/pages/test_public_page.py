"""The page of a conference, for everybody."""

import httpx
import pytest

from tests.factories import make_conference

pytestmark = pytest.mark.anyio


async def test_a_page_without_any_text_names_title_day_and_place(
    client: httpx.AsyncClient,
):
    await make_conference("eins", title="Stadt <für> alle", place="Pavillon")

    answer = await client.get("/de/c/eins")

    assert answer.status_code == 200
    assert "Stadt &lt;für&gt; alle" in answer.text
    assert "Pavillon" in answer.text
