"""Tell those who asked what became of their proposals, once, when it is due."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from lip.conference.actions.register import ticket_code
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.codes import shown
from lip.database import fetch, transaction
from lip.keys import Keys
from lip.mail.actions.queue import queue
from lip.mail.rules.letters import Letter
from lip.said import Said
from lip.tracing.actions.wish_answer import due_of
from lip.tracing.documents.answer_letter import About, Told, answer_letter
from lip.words import LANGUAGES
from proposals.queries.following import ways_of
from proposals.queries.own import own_proposals
from proposals.queries.proposals import ProposalFacts
from proposals.rules.following import Step, Tracer, last_answer, state_at_end
from proposals.rules.owner import Owner
from proposals.rules.standing import Standing

AT_ONCE: Final = 50
KEPT: Final = timedelta(days=14)
"""So long a letter stays in the outbox, to be sent again if it does not arrive."""


async def tell_answers(
    tracers: Sequence[Tracer], *, keys: Keys, base_url: str, now: datetime
) -> int:
    """Queue the letters that are due, and forget who asked; say how many were due."""
    rows = await fetch(
        "SELECT w.participant, w.address, w.language, p.ticket_issue AS issue, c.key "
        "FROM answer_wish w JOIN participant p ON p.id = w.participant "
        "JOIN conference c ON c.id = p.conference WHERE w.due_at <= ? "
        "ORDER BY w.due_at, w.participant LIMIT ?",
        now,
        AT_ONCE,
    )
    told = [
        await _tell(row, tracers, keys=keys, base_url=base_url, now=now) for row in rows
    ]
    return sum(told)


async def _tell(
    row: dict[str, Any],
    tracers: Sequence[Tracer],
    *,
    keys: Keys,
    base_url: str,
    now: datetime,
) -> bool:
    """Tell one, unless her conference has moved to a later day."""
    conference = await conference_by_key(row["key"])
    due = due_of(conference, now=now)
    if due > now:
        await fetch(
            "UPDATE answer_wish SET due_at = ? WHERE participant = ?",
            *(due, row["participant"]),
        )
        return False
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
    return bool(gone)


async def told_of(
    participant: UUID, conference: ConferenceFacts, tracers: Sequence[Tracer]
) -> Sequence[Told]:
    """Say of each proposal of hers where it stands; not of those she withdrew."""
    handed_in = await own_proposals(Owner(participant=participant), conference.id)
    proposals = [one for one in handed_in if one.standing is not Standing.WITHDRAWN]
    ways = await ways_of([one.id for one in proposals], tracers)
    return [_told(one, ways[one.id]) for one in proposals]


def _told(proposal: ProposalFacts, way: Sequence[Step]) -> Told:
    answer = last_answer(way)
    gone = answer is not None and answer.taken_back_at is not None
    reason = answer and (answer.taken_back_reason if gone else answer.reason)
    return Told(
        number=proposal.number,
        title=proposal.heading,
        language=proposal.wording.language,
        standing=proposal.standing,
        state=state_at_end(way),
        reason=Said(reason or {}),
        taken_back=gone,
    )


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
    gone = now.date() + KEPT
    about = About(title=conference.title, address=address, gone=gone)
    written = answer_letter(told, about, language=language)
    return Letter(
        key=f"answers {row['participant']}",
        scope=conference.key,
        to_address=row["address"],
        about=row["participant"],
        language=language,
        subject=written.subject,
        text=written.text,
        html=written.html,
        delete_on=gone,
    )
