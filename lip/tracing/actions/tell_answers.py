"""Tell those who asked what became of their proposals, once, when it is due."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from lip.conference.actions.register import ticket_code
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.codes import shown
from lip.database import fetch, transaction
from lip.keys import Keys
from lip.mail.actions.queue import queue
from lip.mail.rules.letters import Letter
from lip.said import Said
from lip.tracing.documents.answer_letter import Told, answer_letter
from lip.words import LANGUAGES
from proposals.queries.following import ways_of
from proposals.queries.own import own_proposals
from proposals.rules.following import Tracer, state_at_end
from proposals.rules.owner import Owner

AT_ONCE = 50


async def tell_answers(
    tracers: Sequence[Tracer], *, keys: Keys, base_url: str, now: datetime
) -> int:
    """Queue the letters that are due, and forget who asked; say how many."""
    rows = await fetch(
        "SELECT w.participant, w.address, w.language, p.ticket_issue AS issue, c.key "
        "FROM answer_wish w JOIN participant p ON p.id = w.participant "
        "JOIN conference c ON c.id = p.conference WHERE w.due_at <= ? "
        "ORDER BY w.due_at, w.participant LIMIT ?",
        now,
        AT_ONCE,
    )
    for row in rows:
        await _tell(row, tracers, keys=keys, base_url=base_url, now=now)
    return len(rows)


async def _tell(
    row: dict[str, Any],
    tracers: Sequence[Tracer],
    *,
    keys: Keys,
    base_url: str,
    now: datetime,
) -> None:
    conference = await conference_by_key(row["key"])
    told = await told_of(row["participant"], conference, tracers)
    async with transaction():
        gone = await fetch(
            "DELETE FROM answer_wish WHERE participant = ? RETURNING participant",
            row["participant"],
        )
        if gone and told:
            code = ticket_code(row["participant"], row["issue"], keys=keys)
            letter = _letter(row, conference, told, code, base_url=base_url, now=now)
            await queue(letter, now=now)


async def told_of(
    participant: UUID, conference: ConferenceFacts, tracers: Sequence[Tracer]
) -> Sequence[Told]:
    """Say of each proposal of hers where it stands."""
    proposals = await own_proposals(Owner(participant=participant), conference.id)
    ways = await ways_of([one.id for one in proposals], tracers)
    return [
        Told(
            number=one.number,
            title=one.heading,
            language=one.wording.language,
            state=state_at_end(ways[one.id]),
            reason=next(
                (Said(step.reason) for step in reversed(ways[one.id]) if step.reason),
                Said(),
            ),
        )
        for one in proposals
    ]


def _letter(
    row: dict[str, Any],
    conference: ConferenceFacts,
    told: Sequence[Told],
    code: str,
    *,
    base_url: str,
    now: datetime,
) -> Letter:
    wished = (row["language"], conference.language)
    language = next((tag for tag in wished if tag in LANGUAGES), "de")
    address = f"{base_url.rstrip('/')}/{language}/t/{shown(code)}/answers"
    written = answer_letter(
        told, title=conference.title, address=address, language=language
    )
    return Letter(
        key=f"answers {row['participant']}",
        scope=conference.key,
        to_address=row["address"],
        about=row["participant"],
        language=language,
        subject=written.subject,
        text=written.text,
        html=written.html,
        delete_on=now.date() + timedelta(days=14),
    )
