"""Bodies among what is public: found, named, and told of in the journal."""

from uuid import uuid4

import httpx
import pytest

from lip.bodies.actions.change_districts import DistrictWish, add_district
from lip.bodies.queries.steps import names_of_steps
from lip.bodies.queries.subjects import bodies_as_subjects, body_documents
from lip.contributions import DOCUMENTS, NAMERS, SUBJECTS
from lip.database import StoreEngine
from lip.journal.rules.entries import COMMAND
from lip.publishing.actions.refresh_search import refresh_search
from lip.subjects import SubjectKind
from lip.web.subject_words import KIND_WORDS
from tests.factories import clock
from tests.lip.bodies.factories import make_body, make_step
from tests.lip.papers.factories import make_paper

pytestmark = pytest.mark.anyio


async def test_bodies_are_found_by_search_and_named_as_subjects(
    client: httpx.AsyncClient,
):
    body = await make_body("Internationaler Ausschuss", town="30159 Hannover")

    await refresh_search([body_documents])
    listed = [one async for one in body_documents()]
    named = await bodies_as_subjects([body, uuid4()])
    found = (await client.get("/de/search?q=ausschuss&kind=body")).text
    sitemap = (await client.get("/sitemap.xml")).text

    assert body_documents in DOCUMENTS
    assert SUBJECTS[SubjectKind.BODY] is bodies_as_subjects
    assert set(KIND_WORDS) == set(SubjectKind)
    assert [one.path for one in listed] == [
        *("/bodies", "/bodies/internationaler-ausschuss")
    ]
    assert [one.path for one in named.values()] == [listed[1].path]
    assert "/de/bodies/internationaler-ausschuss" in found
    assert "/bodies/internationaler-ausschuss" in sitemap


async def test_the_journal_names_bodies_districts_steps_and_papers(db: StoreEngine):
    body = await make_body("Rat")
    wish = DistrictWish(name="Nord")
    district = await add_district(wish, by=COMMAND, now=clock())
    paper = await make_paper("7/2026")
    steps = [await make_step(paper, body=body), await make_step(paper)]

    names = {}
    for namer in NAMERS:
        names |= await namer([body, district, paper, *steps])

    assert names == {
        body: "Rat",
        district: "Nord",
        paper: "7/2026",
        steps[0]: "Rat",
        steps[1]: "Beratungsschritt",
    }
    assert await names_of_steps([]) == {}
