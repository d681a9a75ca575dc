"""Papers of other cities: taken in once, updated again, nothing lost."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from lip.database import StoreEngine
from lip.journal.rules.entries import COMMAND
from lip.papers.actions.take_in import take_in_papers
from lip.papers.queries.papers import Wanted, papers, papers_from, whole
from lip.papers.rules.from_oparl import Fault
from tests.factories import clock

pytestmark = pytest.mark.anyio

REAL = Path(__file__).parents[5] / "shared/data/karlsruhe/oparl_papers_integration.json"


def paper(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": f"https://example.org/papers/{number}",
        "type": "https://schema.oparl.org/1.1/Paper",
        "name": f"Vorlage {number}",
        "reference": f"2024/{number:04d}",
        "date": "2024-02-28",
        "created": "2024-02-01T10:00:00+01:00",
        "modified": "2024-02-02T10:00:00+01:00",
        "x:eigenes": {"Feld": [1, 2]},
        **more,
    }


async def test_papers_are_taken_in_updated_and_removed(db: StoreEngine):
    request = uuid4()
    values = [paper(1), paper(2, relatedPaper=[paper(1)["id"]]), {"id": "kein Typ"}]
    first = await take_in_papers(values, by=COMMAND, now=clock(), request=request)
    again = await take_in_papers(values, by=COMMAND, now=clock(), request=request)
    values[0] = paper(1, name="Anders", modified="2024-03-01T10:00:00+01:00")
    values[1] = paper(2, deleted=True)
    later = await take_in_papers(values, by=COMMAND, now=clock())

    assert (first.added, first.faults) == (2, [(2, Fault.NO_PAPER)])
    assert (again.added, again.updated, again.unchanged) == (0, 0, 2)
    assert (later.added, later.updated, later.unchanged) == (0, 2, 0)
    there = await papers_from([value.get("id", "") for value in values])
    one, two = there[paper(1)["id"]], there[paper(2)["id"]]
    assert (one.title, one.version) == ("Anders", 2)
    assert one.changed_at == datetime(2024, 3, 1, 9, tzinfo=UTC)
    assert json.loads(one.source) == values[0]
    assert two.removed_at is not None


async def test_relations_are_laid_and_clashing_numbers_get_places_of_their_own(
    db: StoreEngine,
):
    other = paper(1, id="https://example.com/1", relatedPaper=[paper(1)["id"]])

    await take_in_papers([paper(1), other], by=COMMAND, now=clock())

    there = await whole(await papers(Wanted()))
    assert {one.facts.key for one in there} == {"2024-0001", "2024-0001-2"}
    links = [link.path_key for one in there for link in one.related]
    assert links == ["2024-0001"]


@pytest.mark.skipif(not REAL.is_file(), reason="the real papers are not here")
async def test_127_real_papers_come_in_whole(db: StoreEngine):
    values = json.loads(REAL.read_text(encoding="utf-8"))["data"]

    first = await take_in_papers(values, by=COMMAND, now=clock())
    again = await take_in_papers(values, by=COMMAND, now=clock())

    assert (first.added, first.faults) == (127, [])
    assert again.unchanged == 127
    there = await papers_from([one["id"] for one in values])
    for value in values:
        kept = there[value["id"]]
        assert json.loads(kept.source) == value
        assert kept.title == value["name"]
        assert kept.dated
        assert kept.dated.dump() == value["date"]
        assert kept.created_at == datetime.fromisoformat(value["created"])
