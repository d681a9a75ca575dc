"""Take back what was said of a proposal, and say why; both stay to be read."""

from datetime import datetime
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch
from lip.errors import Conflict, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.actions.once import once
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.said import Said


async def take_back_answer(
    answer: UUID,
    reason: Said,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID,
) -> None:
    """Let an answer speak no more; the same request again changes nothing."""
    if not reason:
        raise Unusable("taken_back_without_reason")

    async def take_back() -> UUID:
        rows = await fetch(
            "UPDATE follow_up SET taken_back_at = ?, taken_back_reason = ? "
            "WHERE id = ? AND taken_back_at IS NULL AND proposal IN "
            "(SELECT id FROM proposal WHERE conference = ?) RETURNING proposal",
            *(now, reason.dump(), answer, conference.id),
        )
        if not rows:
            raise Conflict("answer_already_taken_back")
        proposal: UUID = rows[0]["proposal"]
        await note_of(
            Act.ANSWER_TAKEN_BACK,
            proposal,
            conference.key,
            by=by,
            now=now,
            request=request,
        )
        return proposal

    await once(Act.ANSWER_TAKEN_BACK, take_back, request=request)
