"""Sessions, rooms and speakers as values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from lip.programme.rules.session_kinds import SessionKind
from lip.said import Said

UNSAID: Final = Said()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomFacts:
    """A room; `seats` is None where nobody counts."""

    id: UUID
    name: str
    way: Said = UNSAID
    seats: int | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerFacts:
    """Who speaks; in a programme the name is empty unless she agreed to be named."""

    id: UUID
    name: str
    function: Said = UNSAID
    organisation: str = ""
    position: int = 0
    may_be_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFacts:
    """
    One thing that happens at a time.

    `starts_at` and `ends_at` are planned; `begins` and `ends` are when it really is,
    after what was announced as late. `languages` and `interpreting` are tags.
    """

    id: UUID
    conference: UUID
    kind: SessionKind
    title: Said
    text: Said = UNSAID
    starts_at: datetime
    ends_at: datetime
    late_minutes: int = 0
    ends_late_minutes: int = 0
    room: RoomFacts | None = None
    languages: tuple[str, ...] = ()
    interpreting: tuple[str, ...] = ()
    sign_up: bool = False
    seats: int | None = None
    called_off_at: datetime | None = None
    version: int = 0
    changed_at: datetime | None = None
    speakers: Sequence[SpeakerFacts] = ()

    @property
    def begins(self) -> datetime:
        """Tell when it really begins."""
        return self.starts_at + timedelta(minutes=self.late_minutes)

    @property
    def ends(self) -> datetime:
        """Tell when it really ends."""
        return self.ends_at + timedelta(minutes=self.ends_late_minutes)

    @property
    def called_off(self) -> bool:
        """Tell whether it does not take place."""
        return self.called_off_at is not None

    @property
    def places(self) -> int | None:
        """Count the places for sign-up: its own limit, or what the room holds."""
        if self.seats is not None:
            return self.seats
        return self.room.seats if self.room else None

    def day(self, zone: ZoneInfo) -> date:
        """Tell the planned day where the conference is."""
        return self.starts_at.astimezone(zone).date()


def in_order(sessions: Sequence[SessionFacts]) -> Sequence[SessionFacts]:
    """Sort sessions by when they really begin, parallel ones by their rooms."""
    return sorted(sessions, key=_order)


def _order(one: SessionFacts) -> tuple[datetime, int, str, datetime, UUID]:
    room = (one.room.position, one.room.name) if one.room else (-1, "")
    return (one.begins, *room, one.ends, one.id)
