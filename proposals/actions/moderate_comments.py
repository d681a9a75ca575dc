"""Moderate comments as proposals are: shown, or hidden with a reason; never deleted."""

from datetime import datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import NotFound, TooLate
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from proposals.actions.moderate import Verdict, check_verdict
from proposals.rules.standing import Standing


async def moderate_comment(
    number: int,
    comment: int,
    verdict: Verdict,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> bool:
    """Show or hide a comment; deciding the same again changes nothing."""
    check_verdict(verdict)
    reason = verdict.reason.value if verdict.reason else ""
    wanted = (verdict.standing.value, reason, verdict.reason_text)
    async with transaction():
        rows = await fetch(
            "UPDATE comment SET number = number WHERE number = ? AND proposal = "
            "(SELECT id FROM proposal WHERE conference = ? AND number = ?) "
            "RETURNING id, standing, reason, reason_text",
            comment,
            conference.id,
            number,
        )
        if not rows:
            raise NotFound("no_such_comment")
        if rows[0]["standing"] == Standing.WITHDRAWN:
            raise TooLate("comment_withdrawn")
        if wanted == tuple(rows[0][each] for each in _DECIDED):
            return False
        await fetch(
            "UPDATE comment SET standing = ?, reason = ?, reason_text = ? WHERE id = ?",
            *wanted,
            rows[0]["id"],
        )
        shown = verdict.standing is Standing.SHOWN
        await note_of(
            Act.COMMENT_SHOWN if shown else Act.COMMENT_HIDDEN,
            rows[0]["id"],
            conference.key,
            by=by,
            now=now,
            facts={"reason": reason},
        )
    return True


_DECIDED = ("standing", "reason", "reason_text")
