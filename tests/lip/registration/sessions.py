"""Sessions as tests of registrations need them."""

from datetime import timedelta
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch
from lip.programme.tables import ProgrammeSession
from lip.said import Said


async def make_session(
    conference: ConferenceFacts, title: str = "Werkstatt", *, hours: int = 14, **said
) -> UUID:
    """Plan an hour so many hours after the first doors open."""
    session = uuid4()
    starts = conference.days[0].open + timedelta(hours=hours)
    row = ProgrammeSession(
        id=session,
        conference=conference.id,
        title=Said.of(de=title).dump(),
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        **({"sign_up": True} | said),
    )
    await ProgrammeSession.insert(row)
    return session


async def signed_up(session: UUID) -> dict[str, str]:
    rows = await fetch(
        "SELECT p.given_name, u.standing FROM sign_up u "
        "JOIN participant p ON p.id = u.participant WHERE u.session = ?",
        session,
    )
    return {row["given_name"]: row["standing"] for row in rows}
