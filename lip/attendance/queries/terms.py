"""Read what holds after a conference."""

from lip.attendance.rules.terms import Terms
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch
from lip.said import Said


async def terms_of(conference: ConferenceFacts) -> Terms:
    """Read the terms of a conference, or give the usual ones."""
    rows = await fetch(
        "SELECT * FROM attendance_terms WHERE conference = ?", conference.id
    )
    if not rows:
        return Terms()
    row = rows[0]
    return Terms(
        least_minutes=row["least_minutes"],
        certificates_from=row["certificates_from"],
        certificates_kept_months=row["certificates_kept_months"],
        text=Said.load(row["text"]),
        signed_by=row["signed_by"],
        figures_published_at=row["figures_published_at"],
        feedback_opens_at=row["feedback_opens_at"],
        feedback_closes_at=row["feedback_closes_at"],
        feedback_intro=Said.load(row["feedback_intro"]),
    )
