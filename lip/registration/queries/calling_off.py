"""Read who is to be told that a conference is called off, or held after all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from lip.conference.rules.guest import display_name
from lip.conference.rules.stages import Stage
from lip.database import fetch
from lip.journal.rules.acts import Act
from lip.registration.rules.calling_off import GRACE, News


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody to write to, and the issue of her ticket."""

    id: UUID
    name: str
    email: str
    language: str
    issue: int


async def conferences_with_news(now: datetime) -> Sequence[str]:
    """
    Name the conferences to come of which people may have to be told, by key.

    Those that were called off, and those that were and are announced again; the step
    must have stood for a while.
    """
    rows = await fetch(
        """
        SELECT c.key FROM conference c
        WHERE (c.stage = ? OR (c.stage = ? AND EXISTS (SELECT 1 FROM mail_out m
                WHERE m.scope = c.key AND m.key LIKE ?)))
            AND EXISTS (SELECT 1 FROM conference_day d
                WHERE d.conference = c.id AND d.closes_at >= ?)
            AND NOT EXISTS (SELECT 1 FROM journal_entry j
                WHERE j.scope = c.key AND j.act = ? AND j.at > ?)
        ORDER BY c.key
        """,
        Stage.CALLED_OFF.value,
        Stage.ANNOUNCED.value,
        f"{News.CALLED_OFF.value}:%",
        now - timedelta(hours=1),
        Act.STAGE_CHANGED.value,
        now - GRACE,
    )
    return [row["key"] for row in rows]


async def people_with_address(conference: UUID) -> Sequence[Reader]:
    """List whom letters reach, waiting or not; a family has one address and is one."""
    rows = await fetch(
        """
        SELECT p.id, p.full_name, p.given_name, p.family_name, p.language,
            p.ticket_issue, p.email, y.email AS party_email,
            y.language AS party_language
        FROM participant p
        LEFT JOIN place l ON l.participant = p.id LEFT JOIN party y ON y.id = l.party
        WHERE p.conference = ? AND p.cancelled_at IS NULL ORDER BY p.number
        """,
        conference,
    )
    readers: dict[str, Reader] = {}
    for row in rows:
        address = row["email"] or row["party_email"] or ""
        if address:
            reader = Reader(
                id=row["id"],
                name=row["full_name"]
                or display_name(row["given_name"], row["family_name"]),
                email=address,
                language=row["language"] or row["party_language"] or "",
                issue=row["ticket_issue"],
            )
            readers.setdefault(address.casefold(), reader)
    return list(readers.values())


async def told_at(scope: str) -> Mapping[UUID, Sequence[News]]:
    """List what people of a conference have been told, in order of time."""
    rows = await fetch(
        "SELECT about, key FROM mail_out "
        "WHERE scope = ? AND (key LIKE ? OR key LIKE ?) ORDER BY queued_at",
        scope,
        f"{News.CALLED_OFF.value}:%",
        f"{News.AFTER_ALL.value}:%",
    )
    told: dict[UUID, list[News]] = {}
    for row in rows:
        if row["about"]:
            news = News(row["key"].partition(":")[0])
            told.setdefault(row["about"], []).append(news)
    return told
