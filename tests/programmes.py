"""Make rooms, speakers and sessions by the real actions, as tests need them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.journal.rules.entries import COMMAND
from lip.programme.actions.furnish import (
    RoomWish,
    SpeakerWish,
    save_room,
    save_speaker,
)
from lip.programme.actions.plan_session import SessionWish, add_session
from lip.programme.queries.sessions import session_by_id
from lip.programme.rules.sessions import SessionFacts
from lip.said import Said
from tests.factories import BERLIN, clock


def at(hours: str, day: date = date(2026, 11, 28)) -> datetime:
    """Give the moment of a local time in Berlin, as in `at("14:30")`."""
    hour, minute = map(int, hours.split(":"))
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN)
    return local.astimezone(UTC)


def zone_at_noon() -> str:
    """Name a zone where it is about noon now, so that no test meets midnight."""
    return f"Etc/GMT{clock().hour - 12:+d}"


async def make_room(
    conference: ConferenceFacts, name: str = "Saal", **said: Any
) -> UUID:
    wish = RoomWish(name=name, **said)
    return await save_room(None, wish, conference=conference, by=COMMAND, now=clock())


async def make_speaker(
    conference: ConferenceFacts, name: str = "Oksana Koval", **said: Any
) -> UUID:
    wish = SpeakerWish(name=name, **said)
    return await save_speaker(
        None, wish, conference=conference, by=COMMAND, now=clock()
    )


async def make_session(
    conference: ConferenceFacts,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    *,
    title: Said | str = "Gespräch",
    **said: Any,
) -> SessionFacts:
    """Put a session on the programme; unless told otherwise it runs now."""
    starts_at = starts_at or clock() - timedelta(minutes=10)
    wish = SessionWish(
        title=Said.of(de=title) if isinstance(title, str) else title,
        starts_at=starts_at,
        ends_at=ends_at or starts_at + timedelta(hours=1),
        **said,
    )
    session = await add_session(wish, conference=conference, by=COMMAND, now=clock())
    return await session_by_id(session, conference=conference.id)
