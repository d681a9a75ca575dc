"""Export the guest list as a file; who took it, and whether with needs, is recorded."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from babel.dates import format_date, format_time

from lip.conference.actions.register import ticket_code
from lip.conference.files.export import (
    EXPORTED,
    ExtraColumn,
    participants_csv,
    participants_xlsx,
)
from lip.conference.files.wording import label
from lip.conference.queries.beside import ColumnBeside, ColumnsOf
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.participants import (
    Registered,
    arrivals_of,
    everybody_of,
)
from lip.conference.rules.codes import shown
from lip.conference.rules.column import Column
from lip.conference.rules.guest import NEEDS
from lip.conference.rules.sheet import SheetKind
from lip.database import transaction
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys
from lip.words import _, current_language

_WITHOUT_NEEDS = tuple(column for column in EXPORTED if column not in NEEDS)
_WRITERS: Mapping[SheetKind, Callable[..., bytes]] = {
    SheetKind.CSV: participants_csv,
    SheetKind.XLSX: participants_xlsx,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A file to hand out."""

    content: bytes
    filename: str
    media_type: str


async def export_participants(
    conference: ConferenceFacts,
    kind: SheetKind,
    *,
    with_needs: bool = False,
    code_keys: Keys | None = None,
    beside: Sequence[ColumnsOf] = (),
    by: Actor,
    now: datetime,
) -> Export:
    """
    Export everybody; the sensitive needs only where they are asked for.

    With `code_keys` the codes of the tickets stand in a column of their own, for
    other scanners. `beside` gives the columns of higher areas.
    """
    async with transaction():
        people = await everybody_of(conference, with_needs=with_needs)
        arrivals = await arrivals_of(conference)
        columns = [
            column for give in beside for column in await give(conference, with_needs)
        ]
        await note_of(
            Act.PARTICIPANTS_EXPORTED,
            conference.id,
            conference.key,
            by=by,
            now=now,
            facts={
                "people": len(people),
                "kind": kind.value,
                "needs": with_needs,
                "codes": code_keys is not None,
            },
        )
    content = await asyncio.to_thread(
        _WRITERS[kind],
        [one.guest for one in people],
        extra=[
            *_codes(people, code_keys),
            *_extra(people, arrivals, conference),
            *_beside(people, columns),
        ],
        columns=EXPORTED if with_needs else _WITHOUT_NEEDS,
    )
    today = now.astimezone(conference.zone).date()
    return Export(
        content=content,
        filename=f"{conference.key}-{today.isoformat()}.{kind.value}",
        media_type=kind.media_type,
    )


def _codes(people: Sequence[Registered], keys: Keys | None) -> list[ExtraColumn]:
    if keys is None:
        return []
    codes = [shown(ticket_code(one.id, one.ticket_issue, keys=keys)) for one in people]
    return [_column(_("Ticket-Code"), codes)]


def _beside(
    people: Sequence[Registered], columns: Sequence[ColumnBeside]
) -> list[ExtraColumn]:
    return [
        _column(column.heading, [column.cells.get(one.id, "") for one in people])
        for column in columns
    ]


def _extra(
    people: Sequence[Registered],
    arrivals: Mapping[tuple[UUID, date], datetime],
    conference: ConferenceFacts,
) -> list[ExtraColumn]:
    """
    Add what no list brings: badge number, cancelled, walked in, arrivals.

    An import reads „abgesagt“ again and leaves that row out.
    """
    days = sorted({day for _one, day in arrivals})
    return [
        _column(_("Namensschild-Nr."), [str(one.number) for one in people]),
        _column(
            label(Column.STATUS),
            [_status(one) for one in people],
        ),
        _column(
            _("Ohne Anmeldung gekommen"), ["x" if one.walk_in else "" for one in people]
        ),
        *(_arrived(people, day, arrivals, conference) for day in days),
    ]


def _status(one: Registered) -> str:
    if one.cancelled_at:
        return _("abgesagt")
    return _("Warteliste") if one.waiting_since else ""


def _arrived(
    people: Sequence[Registered],
    day: date,
    arrivals: Mapping[tuple[UUID, date], datetime],
    conference: ConferenceFacts,
) -> ExtraColumn:
    locale = current_language().replace("-", "_")
    times = (arrivals.get((one.id, day)) for one in people)
    return _column(
        _("Eingelassen am %(day)s", day=format_date(day, "short", locale=locale)),
        [
            format_time(at, "HH:mm", tzinfo=conference.zone, locale="de") if at else ""
            for at in times
        ],
    )


def _column(heading: str, cells: Sequence[str]) -> ExtraColumn:
    return ExtraColumn(heading=heading, cells=tuple(cells))
