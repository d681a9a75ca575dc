"""127 real papers of another city, taken in and told again: nothing is lost."""

import json

import pytest

from lip.database import StoreEngine, fetch
from lip.journal.rules.entries import COMMAND
from lip.opendata.actions.catch_up import catch_up
from lip.opendata.documents.oparl_taken_in import original_of
from lip.opendata.files.oparl_file import read_oparl
from lip.opendata.pages.answers import site_of
from lip.papers.actions.take_in import TakenIn, take_in_papers
from tests.client import settings_for
from tests.factories import clock
from tests.lip.opendata.oparl_rules import faults_of
from tests.lip.opendata.oparl_schema import shared, violations

pytestmark = pytest.mark.anyio


async def test_what_was_taken_in_comes_out_whole(db: StoreEngine):
    path = shared("karlsruhe/oparl_papers_integration.json")
    papers = list(read_oparl(path.read_bytes()))
    unknown = {"karlsruhe:beschluss": {"stimmen": [3, 0]}, "keyword": ["Sprache"]}
    papers[0] = {**papers[0], **unknown}  # type: ignore[dict-item]  # as it was read
    site = site_of(settings_for("sqlite://", base_url="https://lip.example.org"))

    done = await take_in_papers(papers, by=COMMAND, now=clock())
    again = await take_in_papers(papers, by=COMMAND, now=clock())
    await catch_up(site, now=clock())
    rows = await fetch("SELECT document FROM open_object WHERE kind = 'Paper'")

    told = [json.loads(row["document"]) for row in rows]
    assert (done.added, again) == (127, TakenIn(unchanged=127, faults=[]))
    by_id = {one["id"]: one for one in map(original_of, told)}
    assert all(by_id[one["id"]] == one for one in papers)  # type: ignore[index]
    assert len({one["id"] for one in told}) == 127
    assert [fault for one in told for fault in faults_of(one)] == []
    assert [it for one in told for it in violations(one)] == []
    assert await catch_up(site, now=clock()) == 0
