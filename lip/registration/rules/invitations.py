"""Invitations: where one stands, and lists of people to invite."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

MOST_INVITED: Final = 2000
"""So many people can be invited by one list."""

KEPT_DAYS: Final = 30
"""So many days after the conference, what is left of an invitation is deleted."""

AGAIN: Final = "invitations"
"""The purpose of the consent to be invited to later conferences."""

_ADDRESS = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+\.[^\s@<>,;\".]+")
_PARTS = re.compile(r"[;\t]")


class InvitationState(StrEnum):
    """Where an invitation stands."""

    MADE = "made"
    SENT = "sent"
    REGISTERED = "registered"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


OPEN: Final = frozenset({InvitationState.MADE, InvitationState.SENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Somebody to invite; without an address she gets a letter on paper."""

    name: str
    email: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationFacts:
    """An invitation as a value."""

    id: UUID
    conference: UUID
    group: UUID | None
    name: str
    email: str
    language: str
    made_at: datetime
    sent_at: datetime | None = None
    reminded_at: datetime | None = None
    answered_at: datetime | None = None
    declined_at: datetime | None = None
    withdrawn_at: datetime | None = None
    participant: UUID | None = None

    def state(self, *, ended: bool) -> InvitationState:
        """Say where it stands; `ended` when nobody can register any more."""
        if self.withdrawn_at is not None:
            return InvitationState.WITHDRAWN
        if self.declined_at is not None:
            return InvitationState.DECLINED
        if self.answered_at is not None:
            return InvitationState.REGISTERED
        if ended:
            return InvitationState.EXPIRED
        if self.sent_at is not None:
            return InvitationState.SENT
        return InvitationState.MADE


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """A line of a pasted list: somebody to invite, or why not."""

    number: int
    text: str
    invited: Invited | None = None
    problem: str = ""


def read_list(text: str, *, languages: Sequence[str]) -> Sequence[ListLine]:
    """
    Read a pasted list or CSV: name, address and language in any order, one a line.

    An address is known by its `@`, a language by its tag; the rest is the name. An
    address that stood before is left out, so that nobody is invited twice.
    """
    seen: set[str] = set()
    found: list[ListLine] = []
    for number, line in enumerate(text.replace("\r", "\n").split("\n"), start=1):
        if not line.strip() or (number == 1 and _is_heading(line)):
            continue
        one = _line(number, line.strip(), languages)
        if one.invited and one.invited.email:
            address = one.invited.email.casefold()
            if address in seen:
                one = ListLine(number=number, text=one.text, problem="twice")
            seen.add(address)
        found.append(one)
    return found


def _is_heading(line: str) -> bool:
    words = {cell.casefold() for cell in _cells(line)}
    return "@" not in line and bool(words & {"name", "e-mail", "email", "mail"})


def _line(number: int, line: str, languages: Sequence[str]) -> ListLine:
    name: list[str] = []
    email = language = ""
    for part in _cells(line):
        address = _ADDRESS.search(part)
        if address and not email:
            email = address[0]
            name.extend(filter(None, [part.replace(address[0], "").strip(' <>"')]))
        elif part.lower() in languages and not language:
            language = part.lower()
        elif "@" in part:
            return ListLine(number=number, text=line, problem="address")
        else:
            name.append(part)
    whole = " ".join(" ".join(name).split())
    if not whole and not email:
        return ListLine(number=number, text=line, problem="nobody")
    if len(whole) > 200 or len(email) > 254:
        return ListLine(number=number, text=line, problem="too_long")
    invited = Invited(name=whole, email=email, language=language)
    return ListLine(number=number, text=line, invited=invited)


def _cells(line: str) -> Iterator[str]:
    parts = _PARTS.split(line)
    for part in parts if len(parts) > 1 else line.split(","):
        cell = part.strip().strip("\"'").strip()
        if cell:
            yield cell


def delete_after(last_day: date | None, today: date) -> date:
    """Say until when an invitation is kept."""
    return (last_day or today) + timedelta(days=KEPT_DAYS)
