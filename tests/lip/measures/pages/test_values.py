"""What was measured: written down at its indicator, or said what is wrong with it."""

import re

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.database import StoreEngine
from lip.measures.queries.measures import measure_by_id
from lip.measures.rules.sheet import IndicatorLine, Sheet
from lip.said import Said
from tests.client import send, sign_in_as
from tests.lip.measures.made import make_measure

pytestmark = pytest.mark.anyio

SHEET = Sheet(
    title=Said.of(de="Wege"),
    indicators=(
        IndicatorLine(name=Said.of(de="Kurse")),
        IndicatorLine(name=Said.of(de="Plätze")),
    ),
)


@pytest.mark.parametrize(
    "at, value, field, sentence",
    [
        ("2024", "", "value", "Bitte füllen Sie dieses Feld aus."),
        ("", "412", "at", "Bitte füllen Sie dieses Feld aus."),
        ("gestern", "412", "at", "Bitte ein Datum eingeben"),
        ("2023", "9", "at", "Zeitpunkt"),
    ],
)
async def test_what_is_wrong_with_a_value_is_said_at_its_field_and_stays_typed(
    client: httpx.AsyncClient,
    db: StoreEngine,
    at: str,
    value: str,
    field: str,
    sentence: str,
) -> None:
    measure = await make_measure(SHEET)
    _, indicator = (await measure_by_id(measure)).sheet.indicators
    await sign_in_as(client, Role.EDITOR)
    here = f"/edit/measures/{measure}/values"
    fields = {"indicator": str(indicator.id)}
    first = await send(client, here, {**fields, "at": "2023", "value": "8"})

    answer = await send(client, here, {**fields, "at": at, "value": value})

    assert (first.status_code, answer.status_code) == (303, 422)
    error = re.search(rf'id="e-{field}".*?</p>', answer.text, re.DOTALL)
    assert error
    assert sentence in error[0]
    for name, typed in (("at", at), ("value", value)):
        assert f'name="{name}" value="{typed}"' in answer.text
    kept = (await measure_by_id(measure)).values[indicator.id]
    assert [one.value for one in kept] == ["8"]
