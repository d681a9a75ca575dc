"""What traces keep of people: the address of who wants to hear of the answers."""

from datetime import datetime
from uuid import UUID

from lip.database import fetch
from lip.kept import Facts, Kind, Rows
from lip.words import N_

ADDRESS = N_("E-Mail")
DUE = N_("Wird geschrieben am")


async def _of_person(participant: UUID) -> Facts:
    rows = await fetch(
        "SELECT address, due_at FROM answer_wish WHERE participant = ?", participant
    )
    return [
        {ADDRESS: row["address"], DUE: row["due_at"].date().isoformat()} for row in rows
    ]


async def _erase(participant: UUID) -> int:
    gone = await fetch(
        "DELETE FROM answer_wish WHERE participant = ? RETURNING participant",
        participant,
    )
    return len(gone)


async def _nothing(_now: datetime) -> Rows:
    """Count nothing of its own: it goes with its letter, or with the guest list."""
    return 0


KINDS: tuple[Kind, ...] = (
    Kind(
        name="answer_wishes",
        label=N_("Adressen für die Nachricht, was aus Vorschlägen wurde"),
        rule=N_("Bis die Nachricht geschrieben ist, vier Wochen nach der Konferenz."),
        count_due=_nothing,
        delete_due=_nothing,
        of_person=_of_person,
        erase=_erase,
    ),
)
