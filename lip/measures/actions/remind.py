"""Remind the responsible office of a measure, by letter."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from lip.bodies.queries.bodies import body_by_id
from lip.database import transaction
from lip.errors import Conflict
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.mail.actions.queue import queue
from lip.mail.rules.letters import Letter
from lip.measures.actions.changing import locked_measure
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.reminding import Reminding, reminding
from lip.measures.tables import Measure

KEPT: Final = timedelta(days=60)
"""How long the letter stays in the outbox; twice as long as nobody is reminded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A letter in words."""

    language: str
    subject: str
    text: str
    html: str


async def address_of(measure: MeasureFacts) -> str:
    """Find where a letter about a measure goes: its own address, or the office's."""
    sheet = measure.sheet
    if sheet.contact_email or sheet.responsible is None:
        return sheet.contact_email
    return (await body_by_id(sheet.responsible)).email


async def remind(
    measure: UUID, reminder: Reminder, *, by: Actor, now: datetime
) -> None:
    """Queue the letter; refuse it where nobody is known or somebody was just told."""
    async with transaction():
        there = await locked_measure(measure)
        address = await address_of(there)
        may = reminding(
            there.sheet.status_kind, address, reminded_at=there.reminded_at, now=now
        )
        if may is not Reminding.MAY:
            raise Conflict(may.value)
        await queue(
            Letter(
                key=f"measure-reminder:{measure}:{now.date().isoformat()}",
                scope="",
                to_address=address,
                language=reminder.language,
                subject=reminder.subject,
                text=reminder.text,
                html=reminder.html,
                delete_on=(now + KEPT).date(),
            ),
            now=now,
        )
        await Measure.update({Measure.reminded_at: now}).where(Measure.id == measure)
        await record(Entry(at=now, by=by, act=Act.OFFICE_REMINDED, subject=measure))
