"""Letters as values, and how they fare in the outbox."""

from dataclasses import dataclass
from datetime import date, datetime
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


class Trouble(StrEnum):
    """Why a letter has not gone out, or not for sure."""

    NONE = ""
    ADDRESS_UNUSABLE = "address_unusable"
    ADDRESS_BEYOND_ASCII = "address_beyond_ascii"
    UNREACHABLE = "unreachable"
    NOT_ENCRYPTED = "not_encrypted"
    LOGIN_REFUSED = "login_refused"
    TOLD_TO_WAIT = "told_to_wait"
    REFUSED = "refused"
    TOO_LATE = "too_late"
    GAVE_UP = "gave_up"
    NO_RECEIPT = "no_receipt"
    STOPPED_MIDWAY = "stopped_midway"


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
    `delete_on`, sent or not. `html` is a whole document. `reply_to` is where answers
    go, `stop_at` a page where one can end letters of this kind. After `send_until` it
    is of no use any more and stays unsent (a reminder when the day is over).
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
    reply_to: str = ""
    stop_at: str = ""
    send_until: datetime | None = None
    enclosures: tuple[Enclosure, ...] = ()
    delete_on: date
