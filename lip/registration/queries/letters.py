"""Read which letters of registrations are due, and to whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.conference.rules.guest import display_name
from lip.database import fetch
from lip.registration.rules.letters_due import LetterDue

_WHO = """
    p.id, p.number, p.full_name, p.given_name, p.family_name, p.language,
    p.email, p.ticket_issue, p.only_on, y.email AS party_email,
    y.language AS party_language, l.letter_due, l.queued_at, l.moved_up_at, f.key
FROM place l JOIN participant p ON p.id = l.participant
JOIN party y ON y.id = l.party JOIN conference f ON f.id = p.conference
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLetter:
    """A letter that is due: which, to whom, about which ticket."""

    kind: LetterDue
    participant: UUID
    conference: str
    name: str
    address: str
    language: str
    issue: int
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DueSessionLetter:
    """That somebody moved up in a session."""

    sign_up: UUID
    session: UUID
    participant: UUID
    conference: str
    name: str
    address: str
    language: str
    issue: int


async def letters_due(*, most: int) -> Sequence[DueLetter]:
    """List the letters about places that are due, in one query."""
    rows = await fetch(
        f"SELECT {_WHO} WHERE l.letter_due IN (?, ?, ?) "
        "AND p.cancelled_at IS NULL ORDER BY l.queued_at LIMIT ?",
        LetterDue.TICKET.value,
        LetterDue.WAITING.value,
        LetterDue.MOVED_UP.value,
        most,
    )
    return [
        DueLetter(
            kind=LetterDue(row["letter_due"]),
            participant=row["id"],
            conference=row["key"],
            name=row["full_name"]
            or display_name(row["given_name"], row["family_name"]),
            address=row["email"] or row["party_email"],
            language=row["language"] or row["party_language"],
            issue=row["ticket_issue"],
            since=row["moved_up_at"] or row["queued_at"],
        )
        for row in rows
    ]


async def session_letters_due(*, most: int) -> Sequence[DueSessionLetter]:
    """List who moved up in a session and has not been told, in one query."""
    rows = await fetch(
        "SELECT u.id AS sign_up, u.session, p.id, p.full_name, p.given_name, "
        "p.family_name, p.language, p.email, p.ticket_issue, "
        "y.email AS party_email, y.language AS party_language, f.key "
        "FROM sign_up u JOIN participant p ON p.id = u.participant "
        "JOIN conference f ON f.id = p.conference "
        "LEFT JOIN place l ON l.participant = p.id LEFT JOIN party y ON y.id = l.party "
        "WHERE u.letter_due AND p.cancelled_at IS NULL LIMIT ?",
        most,
    )
    return [
        DueSessionLetter(
            sign_up=row["sign_up"],
            session=row["session"],
            participant=row["id"],
            conference=row["key"],
            name=row["full_name"]
            or display_name(row["given_name"], row["family_name"]),
            address=row["email"] or row["party_email"] or "",
            language=row["language"] or row["party_language"] or "",
            issue=row["ticket_issue"],
        )
        for row in rows
    ]
