"""Read certificates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from lip.attendance.rules.certificates import CertificateFacts, Issued
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch
from lip.errors import NotFound

_COLUMNS = """
SELECT c.id, c.conference, c.participant, c.number, c.by_hand, c.facts, c.issued_at,
    c.delete_on FROM certificate c
"""


async def certificates_of(conference: ConferenceFacts) -> Sequence[Issued]:
    """List the certificates of a conference by their numbers."""
    rows = await fetch(
        f"{_COLUMNS} WHERE c.conference = ? ORDER BY c.number", conference.id
    )
    return [_issued(row) for row in rows]


async def last_number(conference: ConferenceFacts) -> int:
    """Tell the highest number that a certificate of a conference has; 0 without one."""
    rows = await fetch(
        "SELECT max(number) AS last FROM certificate WHERE conference = ?",
        conference.id,
    )
    return int(rows[0]["last"] or 0)


async def certificate(conference: ConferenceFacts, one: UUID) -> Issued:
    """Find one certificate of a conference, or raise NotFound."""
    rows = await fetch(
        f"{_COLUMNS} WHERE c.id = ? AND c.conference = ?", one, conference.id
    )
    if not rows:
        raise NotFound("unknown_certificate")
    return _issued(rows[0])


async def certificate_for(participant: UUID, *, by_hand: bool) -> Issued | None:
    """Find the certificate of a person, of the one kind or the other."""
    held = await certificates_held(participant)
    return next((one for one in held if one.by_hand is by_hand), None)


async def certificates_held(participant: UUID) -> Sequence[Issued]:
    """List the certificates of one person."""
    rows = await fetch(
        f"{_COLUMNS} WHERE c.participant = ? ORDER BY c.number", participant
    )
    return [_issued(row) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A certificate that a code stands for, with language and zone of its place."""

    issued: Issued
    language: str
    zone: ZoneInfo


async def certificate_by_code(sealed_code: str) -> Checked | None:
    """Find the certificate that a code stands for."""
    rows = await fetch(
        "SELECT c.id, c.conference, c.participant, c.number, c.by_hand, c.facts, "
        "c.issued_at, c.delete_on, f.language, f.zone FROM certificate c "
        "JOIN conference f ON f.id = c.conference WHERE c.sealed_code = ?",
        sealed_code,
    )
    if not rows:
        return None
    row = rows[0]
    return Checked(
        issued=_issued(row), language=row["language"], zone=ZoneInfo(row["zone"])
    )


def _issued(row: Mapping[str, Any]) -> Issued:
    return Issued(
        id=row["id"],
        conference=row["conference"],
        participant=row["participant"],
        number=row["number"],
        by_hand=bool(row["by_hand"]),
        facts=CertificateFacts.load(row["facts"]),
        issued_at=row["issued_at"],
        delete_on=row["delete_on"],
    )
