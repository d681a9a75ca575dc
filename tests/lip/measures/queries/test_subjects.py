"""What other areas learn of measures: names, public pages, frozen sheets."""

import json
from dataclasses import replace

import pytest

from lip.database import StoreEngine
from lip.journal.rules.entries import COMMAND
from lip.measures.actions.release import take_back
from lip.measures.queries.frozen import documents_of_measures
from lip.measures.queries.measures import all_measures
from lip.measures.queries.names import names_of_measures
from lip.measures.queries.subjects import (
    contact_points_to_read,
    documents_to_read,
    subjects_of_contact_points,
    subjects_of_measures,
)
from lip.measures.rules.sheet import CouncilLine, Sheet
from lip.said import Said
from lip.sample.bodies import fill_in_bodies
from lip.sample.measures import CONCEPT_KEY, fill_in_measures
from tests.factories import clock
from tests.lip.measures.made import make_measure

pytestmark = pytest.mark.anyio


async def test_measures_are_named_and_listed_for_others(db: StoreEngine) -> None:
    now = clock()
    await fill_in_measures(await fill_in_bodies(now=now), now=now)
    measures = {one.key: one for one in await all_measures()}
    concept = measures[CONCEPT_KEY]
    draft = measures["wege-ins-bleiberecht"]
    await take_back(draft.id, by=COMMAND, now=now)

    named = await subjects_of_measures([concept.id, draft.id])
    documents = [one async for one in documents_to_read()]
    (points,) = [one async for one in contact_points_to_read()]
    place = concept.sheet.places[0].id
    assert place is not None
    places = await subjects_of_contact_points([place])

    assert named[concept.id].path == f"/measures/{CONCEPT_KEY}"
    assert named[concept.id].public
    assert (named[draft.id].path, named[draft.id].public) == ("", False)
    here = [one for one in documents if one.path == f"/measures/{CONCEPT_KEY}"]
    assert {one.language for one in here} == {"de", "en", "ar"}
    assert "Hamburger Allee 25" in here[0].text
    assert draft.id not in {one.id for one in documents}
    assert "Hamburger Allee 25" in points.text
    assert places[place].title["de"] == "Hamburger Allee 25"
    assert "Integrationskonzept" in (await names_of_measures([concept.id]))[concept.id]


async def test_frozen_sheets_are_the_same_letters_and_keep_addresses_back(
    db: StoreEngine,
) -> None:
    await make_measure(
        Sheet(title=Said.of(de="Kurse"), contact_email="amt@example.org"), public=True
    )
    await make_measure(Sheet(title=Said.of(de="Entwurf")))

    now = clock()
    first = await documents_of_measures(now=now)
    second = await documents_of_measures(now=now)

    assert [one.key for one in first] == ["kurse"]
    assert first == second
    assert "amt@example.org" not in first[0].document
    assert json.loads(first[0].document)["title"] == {"de": "Kurse"}


async def test_a_paper_named_in_a_line_is_noted(db: StoreEngine) -> None:
    line = CouncilLine(text=Said.of(de="Beschlossen mit Drucksache 1003/2016"))
    sheet = Sheet(title=Said.of(de="Kurse"), council=(line, replace(line, paper="x")))

    await make_measure(sheet)

    (there,) = await all_measures()
    assert [one.paper for one in there.sheet.council] == ["1003/2016", "x"]
