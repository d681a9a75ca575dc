"""Read what registrations keep of people."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.said import Said


async def stored_answers(participant: UUID) -> Sequence[tuple[Said, str, Any]]:
    """Give question, answer and last day of what somebody answered."""
    rows = await fetch(
        "SELECT d.label, a.value, a.delete_on FROM answer a "
        "JOIN form_field d ON d.id = a.field WHERE a.participant = ? "
        "ORDER BY d.position",
        participant,
    )
    return [(Said.load(row["label"]), row["value"], row["delete_on"]) for row in rows]


async def stored_place(participant: UUID) -> Mapping[str, Any] | None:
    """Give the registration of somebody."""
    rows = await fetch(
        "SELECT y.email, y.language, y.created_at, l.queued_at, l.moved_up_at, "
        "g.name AS group_name FROM place l JOIN party y ON y.id = l.party "
        "LEFT JOIN participant_group g ON g.id = l.in_group WHERE l.participant = ?",
        participant,
    )
    return rows[0] if rows else None


async def stored_consents(participant: UUID) -> Sequence[Mapping[str, Any]]:
    """Give what somebody agreed to, in the words in which she did."""
    return await fetch(
        "SELECT wording, given_at, withdrawn_at FROM consent WHERE participant = ? "
        "ORDER BY given_at",
        participant,
    )


async def stored_sign_ups(participant: UUID) -> Sequence[tuple[Said, str]]:
    """Give the sessions somebody is signed up for, and where she stands."""
    rows = await fetch(
        "SELECT s.title, u.standing FROM sign_up u "
        "JOIN programme_session s ON s.id = u.session WHERE u.participant = ? "
        "ORDER BY s.starts_at",
        participant,
    )
    return [(Said.load(row["title"]), row["standing"]) for row in rows]


async def registrations_ahead(conference: UUID) -> tuple[int, int]:
    """Count the registrations of a conference, and the answers to own questions."""
    (row,) = await fetch(
        "SELECT (SELECT count(*) FROM party WHERE conference = ?) AS parties, "
        "(SELECT count(*) FROM answer a JOIN participant p ON p.id = a.participant "
        "WHERE p.conference = ?) AS answers",
        conference,
        conference,
    )
    return int(row["parties"]), int(row["answers"])
