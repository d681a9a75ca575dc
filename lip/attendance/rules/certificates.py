"""
Certificates: what is printed on one, frozen when it is issued.

Stored as JSON and read back as the same value, so that the check page and a second
print show what the first one said, whatever has changed since.
"""

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifiedDay:
    """One day: the local times of coming and leaving, and the minutes between."""

    day: date
    came: str
    left: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifiedSession:
    """A session in which the person was seen."""

    title: Said
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFacts:
    """What a certificate says; an empty name is left to be written by hand."""

    name: str
    title: Said
    place: str
    organiser: str
    days: tuple[CertifiedDay, ...]
    sessions: tuple[CertifiedSession, ...] = ()
    text: Said = field(default_factory=Said)
    signed_by: str = ""

    @property
    def minutes(self) -> int:
        """Count the minutes of all days."""
        return sum(day.minutes for day in self.days)

    def dump(self) -> str:
        """Write the facts for their column."""
        said = {
            "name": self.name,
            "title": dict(self.title),
            "place": self.place,
            "organiser": self.organiser,
            "days": [
                [one.day.isoformat(), one.came, one.left, one.minutes]
                for one in self.days
            ],
            "sessions": [[dict(one.title), one.minutes] for one in self.sessions],
            "text": dict(self.text),
            "signed_by": self.signed_by,
        }
        return json.dumps(said, ensure_ascii=False)

    @classmethod
    def load(cls, stored: str) -> "CertificateFacts":
        """Read what `dump` has written."""
        said: dict[str, Any] = json.loads(stored)
        return cls(
            name=said["name"],
            title=Said(said["title"]),
            place=said["place"],
            organiser=said["organiser"],
            days=tuple(
                CertifiedDay(
                    day=date.fromisoformat(day), came=came, left=left, minutes=minutes
                )
                for day, came, left, minutes in said["days"]
            ),
            sessions=tuple(
                CertifiedSession(title=Said(title), minutes=minutes)
                for title, minutes in said["sessions"]
            ),
            text=Said(said["text"]),
            signed_by=said["signed_by"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A certificate that was issued; its participant may have been deleted since."""

    id: UUID
    conference: UUID
    participant: UUID | None
    number: int
    by_hand: bool
    facts: CertificateFacts
    issued_at: datetime
    delete_on: date


def hours_and_minutes(minutes: int) -> tuple[int, int]:
    """
    Part minutes into hours and minutes.

    >>> hours_and_minutes(395)
    (6, 35)
    """
    return divmod(minutes, 60)
