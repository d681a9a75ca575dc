"""Set what holds after a conference."""

from datetime import datetime
from typing import Any

from lip.attendance.queries.terms import terms_of
from lip.attendance.rules.terms import Terms
from lip.attendance.tables import AttendanceTerms
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.tables import Conference
from lip.database import lock_rows, transaction
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


async def set_terms(
    terms: Terms,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    act: Act = Act.ATTENDANCE_TERMS_CHANGED,
) -> bool:
    """Set the terms of a conference; tell whether anything is different now."""
    async with transaction():
        this = Conference.id == conference.id
        await lock_rows(Conference.select(Conference.id).where(this))
        if await terms_of(conference) == terms:
            return False
        await AttendanceTerms.delete().where(
            AttendanceTerms.conference == conference.id
        )
        row = AttendanceTerms(
            conference=conference.id, changed_at=now, **_columns(terms)
        )
        await AttendanceTerms.insert(row)
        await note_of(act, conference.id, conference.key, by=by, now=now)
    return True


def _columns(terms: Terms) -> dict[str, Any]:
    return {
        "least_minutes": terms.least_minutes,
        "certificates_from": terms.certificates_from,
        "certificates_kept_months": terms.certificates_kept_months,
        "text": terms.text.dump(),
        "signed_by": terms.signed_by,
        "figures_published_at": terms.figures_published_at,
        "feedback_opens_at": terms.feedback_opens_at,
        "feedback_closes_at": terms.feedback_closes_at,
        "feedback_intro": terms.feedback_intro.dump(),
    }
