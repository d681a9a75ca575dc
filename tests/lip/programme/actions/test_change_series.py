"""Conferences that belong together."""

from uuid import uuid4

import pytest

from lip.conference.actions.change_stage import change_stage
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import Stage
from lip.errors import NotFound, Unusable
from lip.journal.rules.entries import COMMAND
from lip.programme.actions.change_series import (
    choose_series,
    make_series,
    rename_series,
)
from lip.programme.queries.pages import all_series, page_of, siblings
from lip.said import Said
from tests.factories import clock, make_conference

pytestmark = pytest.mark.anyio
TITLE = Said.of(de="Migrationskonferenz", ar="مؤتمر الهجرة")


@pytest.fixture
async def conference(db) -> ConferenceFacts:
    return await make_conference("eins", title="Erste")


async def test_a_new_series_has_the_conference_that_it_was_made_for(conference):
    series = await make_series(TITLE, conference=conference, by=COMMAND, now=clock())

    stored = await page_of(conference.id)
    assert stored.series is not None
    assert (stored.series.id, stored.series.title) == (series, TITLE)


async def test_two_series_of_one_name_have_different_keys(conference):
    for _ in range(2):
        await make_series(TITLE, conference=conference, by=COMMAND, now=clock())

    found = await all_series()
    assert len({one.key for one in found}) == 2


async def test_only_what_is_public_is_named_as_belonging_together(conference):
    series = await make_series(TITLE, conference=conference, by=COMMAND, now=clock())
    for key in ("zwei", "entwurf"):
        one = await make_conference(key, title=key)
        await choose_series(one, series, by=COMMAND, now=clock())
    await change_stage(one, Stage.DRAFT, by=COMMAND, now=clock())

    others = await siblings(series, but=conference.id)

    assert [(key, dict(title)) for key, title in others] == [("zwei", {"de": "zwei"})]


async def test_a_conference_leaves_its_series(conference):
    await make_series(TITLE, conference=conference, by=COMMAND, now=clock())

    left = await choose_series(conference, None, by=COMMAND, now=clock())
    again = await choose_series(conference, None, by=COMMAND, now=clock())

    assert (left, again) == (True, False)
    assert (await page_of(conference.id)).series is None


async def test_a_series_is_named_anew_for_all(conference):
    series = await make_series(TITLE, conference=conference, by=COMMAND, now=clock())
    name = Said.of(de="Stadtkonferenz")

    renamed = [
        await rename_series(
            series, name, conference=conference, by=COMMAND, now=clock()
        )
        for _ in range(2)
    ]

    assert renamed == [True, False]
    stored = await page_of(conference.id)
    assert stored.series is not None
    assert stored.series.title == name


async def test_a_series_needs_a_name_and_must_be_there(conference):
    with pytest.raises(Unusable, match="series_needs_title"):
        await make_series(Said(), conference=conference, by=COMMAND, now=clock())
    with pytest.raises(NotFound, match="unknown_series"):
        await choose_series(conference, uuid4(), by=COMMAND, now=clock())
