"""Letters as values, and how they fare in the outbox."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Fate(StrEnum):
    """How a letter fares; `UNCERTAIN` was handed over without a receipt."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A file that goes with a letter."""

    filename: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """
    One letter to one address, in words.

    `key` names it for good: asked for twice, it is sent once. `scope` is the key of
    its conference, `about` the participant it is about. It is deleted after
    `delete_on`, sent or not. `html` is a whole document.
    """

    key: str
    scope: str
    to_address: str
    to_name: str = ""
    about: UUID | None = None
    language: str
    subject: str
    text: str
    html: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    delete_on: date
