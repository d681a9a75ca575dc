"""
A seat at the table's tablet: a token that lets one person vote once, for a while.

It names the ticket or code by its keyed hash, the vote it starts from, and its end. A
stored vote is another vote, so the token of before opens nothing any more: the next
person who presses "back" sees the start.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

SIGNS: Final = 32
LASTS: Final = timedelta(minutes=10)


class By(StrEnum):
    """With what somebody sat down."""

    TICKET = "t"
    CODE = "c"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Who sits there: a sealed ticket or code, and the vote it starts from."""

    by: By
    sealed: str
    upon: str
    until: datetime


def token_of(seat: Seat, one: UUID, key: bytes) -> str:
    """Write a seat for the address of its page."""
    text = _text(seat)
    return f"{text}.{_mac(text, one, key)}"


def read_seat(token: str, one: UUID, key: bytes, *, now: datetime) -> Seat | None:
    """Read a seat again; None for what we have not written, or what is over."""
    text, _dot, mac = token.rpartition(".")
    if not hmac.compare_digest(mac.encode(), _mac(text, one, key).encode()):
        return None
    by, sealed, upon, until = text.split(".")
    ends = datetime.fromtimestamp(int(until), tz=now.tzinfo)
    if now >= ends:
        return None
    return Seat(by=By(by), sealed=sealed, upon=upon, until=ends)


def _text(seat: Seat) -> str:
    until = int(seat.until.timestamp())
    return f"{seat.by.value}.{seat.sealed}.{seat.upon}.{until}"


def _mac(text: str, one: UUID, key: bytes) -> str:
    return hmac.new(key, one.bytes + text.encode(), "sha256").hexdigest()[:SIGNS]
