"""The sample's measures are there once, with all that their sheets say."""

from dataclasses import replace

import pytest

from lip.database import StoreEngine
from lip.measures.queries.measures import all_measures
from lip.sample.bodies import fill_in_bodies
from lip.sample.measure_texts import CONCEPT
from lip.sample.measures import CONCEPT_KEY, SHEETS, fill_in_measures
from tests.factories import clock

pytestmark = pytest.mark.anyio


async def test_the_sample_is_filled_in_once_and_quickly(db: StoreEngine) -> None:
    now = clock()
    bodies = await fill_in_bodies(now=now)

    await fill_in_measures(bodies, now=now)
    await fill_in_measures(bodies, now=now)

    measures = {one.key: one for one in await all_measures(public_at=now)}
    assert measures.keys() == SHEETS.keys()
    concept = measures[CONCEPT_KEY].sheet
    assert [one.address for one in concept.places] == [
        one.address for one in CONCEPT.places
    ]
    assert (
        replace(
            concept,
            places=CONCEPT.places,
            fields=(),
            responsible=None,
        )
        == CONCEPT
    )
