"""Delete what is due: sensitive needs after their date, and forgotten uploads."""

from datetime import datetime, timedelta
from typing import Final

from lip.conference.tables import Need, UploadedList
from lip.database import transaction
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import SYSTEM, Entry

LISTS_KEPT: Final = timedelta(days=1)


async def delete_due(*, now: datetime) -> int:
    """Delete due needs and forgotten uploads; return how many needs it were."""
    async with transaction():
        await UploadedList.delete().where(UploadedList.uploaded_at < now - LISTS_KEPT)
        gone = (
            await Need
            .delete()
            .where(Need.delete_on < now.date())
            .returning(Need.participant)
        )
        if gone:
            entry = Entry(
                at=now, by=SYSTEM, act=Act.NEEDS_DELETED, facts={"needs": len(gone)}
            )
            await record(entry)
    return len(gone)
