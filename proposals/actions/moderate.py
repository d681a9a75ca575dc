"""Moderate proposals: show, hide with a reason the author reads, never delete."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import lock_rows, transaction
from lip.errors import NotFound, TooLate, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from proposals.queries.revisions import next_revision
from proposals.rules.standing import Reason, Standing
from proposals.tables import Proposal

LONGEST_REASON = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a moderator decides; hiding wants a reason, in own words if it is other."""

    standing: Standing
    reason: Reason | None = None
    reason_text: str = ""


async def moderate(
    number: int,
    verdict: Verdict,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> bool:
    """Show or hide a proposal; deciding the same again changes nothing."""
    check_verdict(verdict)
    async with transaction():
        rows = await lock_rows(
            Proposal.select(
                Proposal.id, Proposal.standing, Proposal.reason, Proposal.reason_text
            ).where(
                (Proposal.conference == conference.id) & (Proposal.number == number)
            )
        )
        if not rows:
            raise NotFound("no_such_proposal", number=number)
        if rows[0]["standing"] == Standing.WITHDRAWN:
            raise TooLate("proposal_withdrawn")
        wanted: dict[str, Any] = {
            "standing": verdict.standing.value,
            "reason": verdict.reason.value if verdict.reason else "",
            "reason_text": verdict.reason_text,
        }
        if all(rows[0][name] == value for name, value in wanted.items()):
            return False
        revision = await next_revision(conference.id)
        await Proposal.update(**wanted, revision=revision, changed_at=now).where(
            Proposal.id == rows[0]["id"]
        )
        shown = verdict.standing is Standing.SHOWN
        await note_of(
            Act.PROPOSAL_SHOWN if shown else Act.PROPOSAL_HIDDEN,
            rows[0]["id"],
            conference.key,
            by=by,
            now=now,
            facts={"reason": wanted["reason"]},
        )
    return True


def check_verdict(verdict: Verdict) -> None:
    """Refuse a verdict that cannot be, or hides without a reason."""
    if verdict.standing not in {Standing.SHOWN, Standing.HIDDEN}:
        raise Unusable("bad_request")
    if verdict.standing is Standing.HIDDEN and verdict.reason is None:
        raise Unusable("hiding_wants_a_reason")
    if verdict.reason is Reason.OTHER and not verdict.reason_text:
        raise Unusable("hiding_wants_own_words")
    if len(verdict.reason_text) > LONGEST_REASON:
        raise Unusable("reason_too_long", most=LONGEST_REASON)
