"""Take in papers of other cities (OParl 1.1); taking them in again updates them."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from lip.bodies.rules.references import key_of
from lip.database import fetch, lock_rows, transaction
from lip.journal.actions.record import record
from lip.journal.queries import entry_of_request
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.papers.queries.papers import papers_from
from lip.papers.rules.from_oparl import Fault, Foreign, read_paper
from lip.papers.rules.papers import PaperFacts
from lip.papers.tables import CouncilPaper, PaperRelation

MOST: Final = 5000
"""How many papers are taken in at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of each object; faults name its place, counted from 0."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    faults: Sequence[tuple[int, Fault]] = ()


async def take_in_papers(
    values: Sequence[object],
    *,
    by: Actor,
    now: datetime,
    released: bool = True,
    request: UUID | None = None,
) -> TakenIn:
    """
    Take in papers with all that stands in them; `source` keeps each as it came.

    One that is there already is changed where it came otherwise this time.
    """
    read, faults = _read(values)
    async with transaction():
        await lock_rows(CouncilPaper.select(CouncilPaper.id))
        if request and await entry_of_request(request):
            return TakenIn(unchanged=len(read), faults=faults)
        there = dict(await papers_from(list(read)))
        taken = set(await _keys())
        added = [one for one in read if one not in there]
        for one in added:
            foreign, source = read[one]
            row = _row(foreign, source, taken, now=now, released=released)
            await CouncilPaper.insert(row)
        updated = [one for one in there if read[one][1] != there[one].source]
        for one in updated:
            await _update(there[one], *read[one], now=now)
        await _relate({one: read[one][0] for one in (*added, *updated)})
        if added or updated:
            facts = {"added": len(added), "updated": len(updated)}
            act = Act.PAPERS_TAKEN_IN
            await record(
                Entry(at=now, by=by, act=act, facts={**facts}, request=request)
            )
    return TakenIn(
        added=len(added),
        updated=len(updated),
        unchanged=len(there) - len(updated),
        faults=faults,
    )


def _read(
    values: Sequence[object],
) -> tuple[Mapping[str, tuple[Foreign, str]], Sequence[tuple[int, Fault]]]:
    """Read all objects by their ids; the last one of an id counts."""
    read: dict[str, tuple[Foreign, str]] = {}
    faults: list[tuple[int, Fault]] = []
    for place, value in enumerate(values[:MOST]):
        foreign = read_paper(value)
        if isinstance(foreign, Fault):
            faults.append((place, foreign))
            continue
        if foreign.source_id in read:
            faults.append((place, Fault.TWICE))
        read[foreign.source_id] = (foreign, json.dumps(value, ensure_ascii=False))
    return read, faults


async def _keys() -> Collection[str]:
    return [row["key"] for row in await fetch("SELECT key FROM council_paper")]


def _row(
    foreign: Foreign,
    source: str,
    taken: set[str],
    *,
    now: datetime,
    released: bool,
) -> CouncilPaper:
    wanted = key_of(foreign.reference) or "drucksache"
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    key = next(one for one in (wanted, *numbered) if one not in taken)
    taken.add(key)
    return CouncilPaper(
        id=uuid4(),
        key=key,
        source_id=foreign.source_id,
        public_from=now if released else None,
        created_at=foreign.created_at or now,
        **_values(foreign, source, now=now),
    )


async def _update(
    before: PaperFacts, foreign: Foreign, source: str, *, now: datetime
) -> None:
    await CouncilPaper.update({
        **_values(foreign, source, now=now),
        "version": before.version + 1,
    }).where(CouncilPaper.id == before.id)


def _values(foreign: Foreign, source: str, *, now: datetime) -> dict[Any, Any]:
    return {
        "reference": foreign.reference,
        "kind": foreign.kind,
        "kind_label": foreign.kind_label,
        "title": foreign.title,
        "dated": foreign.dated.dump() if foreign.dated else "",
        "source": source,
        "changed_at": foreign.changed_at or now,
        "removed_at": (foreign.changed_at or now) if foreign.removed else None,
    }


async def _relate(foreign: Mapping[str, Foreign]) -> None:
    """Note how papers hang together, as far as we have them."""
    named = {one for paper in foreign.values() for one, _kind in paper.related}
    there = await papers_from([*foreign, *named])
    papers = [there[one].id for one in foreign]
    if papers:
        await PaperRelation.delete().where(PaperRelation.paper.is_in(papers))
    rows = {
        (there[source_id].id, there[one].reference, kind): there[one].id
        for source_id, paper in foreign.items()
        for one, kind in paper.related
        if one in there and one != source_id
    }
    made = [
        PaperRelation(id=uuid4(), paper=paper, reference=name, kind=kind, other=other)
        for (paper, name, kind), other in rows.items()
    ]
    if made:
        await PaperRelation.insert(*made)
