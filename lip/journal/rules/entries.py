"""The typed entry: actor, act, subject."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from lip.journal.rules.acts import Act


class ActorKind(StrEnum):
    """Who can act."""

    PERSON = "person"
    PASS = "pass"  # noqa: S105 - a helper's link or a scanner's token
    PARTICIPANT = "participant"
    COMMAND = "command"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts; `id` is a row's id, never a name or an address."""

    kind: ActorKind
    id: UUID | None = None


COMMAND = Actor(ActorKind.COMMAND)
SYSTEM = Actor(ActorKind.SYSTEM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the journal; `facts` hold counts and codes, no personal data."""

    at: datetime
    by: Actor
    act: Act
    subject: UUID | None = None
    scope: str = ""
    facts: dict[str, str | int | bool | None] = field(default_factory=dict)
    request: UUID | None = None
