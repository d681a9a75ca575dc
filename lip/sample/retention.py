"""What the sample shows of data and periods: a prolonging, and a first record."""

from datetime import datetime, timedelta
from uuid import uuid4, uuid5

from lip.conference.actions.keeping import prolong
from lip.conference.kept import KINDS
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.keeping import ATTENDANCE
from lip.conference.rules.keeping import months_after
from lip.conference.tables import UploadedList
from lip.journal.rules.entries import COMMAND, SYSTEM
from lip.retention.actions.purge import purge


async def fill_in_retention(conference: ConferenceFacts, *, now: datetime) -> None:
    """Forget an uploaded list, so that a run has something to delete, and prolong."""
    await UploadedList.insert(
        UploadedList(
            id=uuid4(),
            conference=conference.id,
            filename="gaeste-alt.csv",
            content=b"Vorname;Nachname\n",
            uploaded_at=now - timedelta(days=2),
        )
    )
    await purge(KINDS, by=SYSTEM, now=now)
    await prolong(
        conference,
        ATTENDANCE,
        until=months_after(now.date(), 18),
        reason="Das Land prüft die Förderung erst im übernächsten Jahr.",
        among=(ATTENDANCE,),
        by=COMMAND,
        now=now,
        request=uuid5(conference.id, "sample prolonging"),
    )
