"""A frozen sheet is read back without loss."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from lip.database import StoreEngine
from lip.measures.documents.outline import blocks
from lip.measures.queries.frozen import canonical, documents_of_measures
from lip.measures.queries.measures import all_measures
from lip.measures.queries.names import all_names
from lip.measures.queries.thawed import thawed
from lip.sample.bodies import fill_in_bodies
from lip.sample.measures import fill_in_measures
from tests.factories import clock

pytestmark = pytest.mark.anyio
AT = datetime(2026, 6, 25, 12, tzinfo=UTC)


async def test_every_sheet_of_the_sample_comes_back_as_it_was_frozen(
    db: StoreEngine,
) -> None:
    now = clock()
    await fill_in_measures(await fill_in_bodies(now=now), now=now)
    names = await all_names()

    frozen = {one.measure: one.document for one in await documents_of_measures(now=now)}
    back = {key: thawed(key, document, at=AT) for key, document in frozen.items()}

    assert len(frozen) > 2
    for one in await all_measures(public_at=now):
        there = back[one.id]
        assert canonical(there.measure, there.names) == frozen[one.id]
        back_then, words = (replace(each, files={}) for each in (there.measure, one))
        assert blocks(back_then, there.names) == blocks(words, names)
        assert list(there.measure.files.values()) == list(one.files.values())


async def test_a_sheet_of_an_older_or_newer_release_is_read_as_far_as_it_goes(
    db: StoreEngine,
) -> None:
    now = clock()
    await fill_in_measures(await fill_in_bodies(now=now), now=now)
    one, *_ = await documents_of_measures(now=now)
    told = json.loads(one.document)
    without = {name: told[name] for name in ("key", "title", "values", "history")}

    there = thawed(one.measure, json.dumps({**without, "later": {"x": 1}}), at=AT)

    assert dict(there.measure.sheet.title) == told["title"]
    assert there.measure.sheet.goals == ()
