"""Write the parts of a paper as they are to be; ids of what stays are kept."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from piccolo.table import Table

from lip.papers.queries.parts import parts_of
from lip.papers.rules.papers import Consulted, PaperWish, Recipient
from lip.papers.tables import (
    Consultation,
    PaperCost,
    PaperRecipient,
    PaperRelation,
    PaperSection,
)


async def write_parts(paper: UUID, wish: PaperWish, *, now: datetime) -> None:
    """Write sections, costs, recipients, log and relations, within a transaction."""
    await _anew(
        PaperSection,
        paper,
        [
            {"kind": one.kind, "heading": one.heading, "text": one.text}
            for one in wish.sections
        ],
    )
    await _anew(
        PaperCost,
        paper,
        [
            {"label": one.label, "year": one.year, "cents": one.cents}
            for one in wish.costs
        ],
    )
    await PaperRelation.delete().where(PaperRelation.paper == paper)
    await _insert(
        PaperRelation,
        [
            {
                "paper": paper,
                "other": one.other,
                "reference": one.reference,
                "kind": one.kind,
            }
            for one in wish.related
        ],
    )
    await _recipients(paper, wish.recipients)
    await _log(paper, wish.log, now=now)


async def _anew(
    table: type[Table], paper: UUID, rows: Sequence[Mapping[str, Any]]
) -> None:
    await table.delete().where(table._meta.get_column_by_name("paper") == paper)  # noqa: SLF001 - the same for each table
    await _insert(
        table,
        [
            {"paper": paper, "position": position, **row}
            for position, row in enumerate(rows, start=1)
        ],
    )


async def _insert(table: type[Table], rows: Sequence[Mapping[str, Any]]) -> None:
    made = [table(**{"id": uuid4(), **row}) for row in rows]
    if made:
        await table.insert(*made)


async def _recipients(paper: UUID, wished: Sequence[Recipient]) -> None:
    there = {one.id: one for one in (await parts_of([paper])).recipients.get(paper, ())}
    await _anew(
        PaperRecipient,
        paper,
        [
            {
                "id": one.id if one.id in there else uuid4(),
                "body": one.body,
                "address_as": one.address_as,
                "for_information": one.for_information,
                "words": one.words,
            }
            for one in wished
        ],
    )


async def _log(paper: UUID, wished: Sequence[Consulted], *, now: datetime) -> None:
    """Change lines that are there, add new ones, delete those that are not wished."""
    there = {one.id: one for one in (await parts_of([paper])).log.get(paper, ())}
    kept = [one.id for one in wished if one.id in there]
    for gone in [one for one in there if one not in kept]:
        await Consultation.delete().where(Consultation.id == gone)
    for position, one in enumerate(wished, start=1):
        values = _line(one) | {"position": position}
        before = there.get(one.id)
        if before is None:
            row = Consultation(
                id=uuid4(), paper=paper, created_at=now, changed_at=now, **values
            )
            await Consultation.insert(row)
        else:
            changed = _line(before) != _line(one)
            await Consultation.update(
                values | ({"changed_at": now} if changed else {})
            ).where(Consultation.id == one.id)


def _line(one: Consulted) -> dict[Any, Any]:
    return {
        "body": one.body,
        "happened": one.happened.dump() if one.happened else "",
        "agenda_item": one.agenda_item,
        "public": one.public,
        "role": one.role,
        "result": one.result,
        "yes": one.yes,
        "no": one.no,
        "abstained": one.abstained,
    }
