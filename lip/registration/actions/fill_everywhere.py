"""Let people move up at all conferences, should a place have become free unseen."""

from datetime import datetime

from lip.conference.queries.conferences import conference_by_key
from lip.database import fetch
from lip.journal.rules.entries import SYSTEM
from lip.registration.actions.places_gained import fill_places


async def fill_everywhere(*, now: datetime) -> int:
    """
    Fill places wherever somebody waits; say how many moved up.

    Acts that free places fill them at once. This is for those that know nothing of
    places: a person erased, a list read in, a session called off.
    """
    rows = await fetch(
        "SELECT DISTINCT f.key FROM conference f "
        "JOIN participant p ON p.conference = f.id "
        "LEFT JOIN sign_up u ON u.participant = p.id AND u.standing = 'waiting' "
        "WHERE p.cancelled_at IS NULL "
        "AND (p.waiting_since IS NOT NULL OR u.id IS NOT NULL)"
    )
    moved = 0
    for row in rows:
        conference = await conference_by_key(row["key"])
        moved += await fill_places(conference, by=SYSTEM, now=now)
    return moved
