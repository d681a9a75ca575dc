"""Read what a person's own page says of her; as few queries as it can be done with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.database import fetch
from lip.registration.rules.places import Seats, Standing
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStanding:
    """
    Where somebody stands: whether she waits, as which in line, what she may change.

    `has_form` tells whether the conference has a form, `registered` whether she has
    come by it; who was on a list has no answers of her own. `titles` is how the
    conference is called in languages other than its own.
    """

    waiting: bool
    place_in_line: int
    has_form: bool
    registered: bool
    change_until: datetime | None
    consents: int
    titles: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSession:
    """A session that takes sign-ups: what is free, and where she stands in it."""

    free: int | None
    mine: Standing | None


async def standing_of(participant: UUID) -> OwnStanding:
    """Find where somebody stands, in one query."""
    (row,) = await fetch(
        """
        SELECT p.waiting_since, l.party, f.conference AS form, f.change_until,
            g.title,
            (SELECT count(*) FROM consent c WHERE c.participant = p.id
                AND c.purpose = 'sensitive' AND c.withdrawn_at IS NULL) AS consents,
            (SELECT count(DISTINCT o.party) FROM place o
                JOIN participant q ON q.id = o.participant
                WHERE p.waiting_since IS NOT NULL AND q.conference = p.conference
                AND q.waiting_since IS NOT NULL AND q.cancelled_at IS NULL
                AND o.queued_at <= l.queued_at AND o.party <> l.party) AS before
        FROM participant p
        LEFT JOIN place l ON l.participant = p.id
        LEFT JOIN registration_form f ON f.conference = p.conference
        LEFT JOIN conference_page g ON g.conference = p.conference
        WHERE p.id = ?
        """,
        participant,
    )
    return OwnStanding(
        waiting=row["waiting_since"] is not None,
        place_in_line=int(row["before"]) + 1,
        has_form=row["form"] is not None,
        registered=row["party"] is not None,
        change_until=row["change_until"],
        consents=int(row["consents"]),
        titles=Said.load(row["title"] or ""),
    )


async def own_sessions(
    conference: UUID, participant: UUID
) -> Mapping[UUID, OwnSession]:
    """Find what sessions have places, and where somebody stands in them; one query."""
    rows = await fetch(
        """
        SELECT s.id, s.seats, r.seats AS room_seats,
            sum(CASE WHEN u.standing = 'held' AND q.id IS NOT NULL
                THEN 1 ELSE 0 END) AS held,
            sum(CASE WHEN u.standing = 'waiting' AND q.waiting_since IS NULL
                AND q.id IS NOT NULL THEN 1 ELSE 0 END) AS waiting,
            max(CASE WHEN u.participant = ? THEN u.standing END) AS mine
        FROM programme_session s
        LEFT JOIN room r ON r.id = s.room
        LEFT JOIN sign_up u ON u.session = s.id
        LEFT JOIN participant q ON q.id = u.participant AND q.cancelled_at IS NULL
        WHERE s.conference = ? AND s.sign_up
        GROUP BY s.id, s.seats, r.seats
        """,
        participant,
        conference,
    )
    found: dict[UUID, OwnSession] = {}
    for row in rows:
        limit = row["room_seats"] if row["seats"] is None else row["seats"]
        left = Seats(whole=limit, held=int(row["held"])).free()
        free = 0 if left is not None and int(row["waiting"]) else left
        mine = Standing(row["mine"]) if row["mine"] else None
        found[row["id"]] = OwnSession(free=free, mine=mine)
    return found


async def answers_of(participant: UUID) -> Mapping[UUID, str]:
    """Read what somebody answered to own questions, by field."""
    rows = await fetch(
        "SELECT field, value FROM answer WHERE participant = ?", participant
    )
    return {row["field"]: row["value"] for row in rows}
