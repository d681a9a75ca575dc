"""Propose what becomes of an amendment, adopt it, reject it, or let it rest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from lip.database import fetch, locked, transaction
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.plan.actions.save_text import Saved, Words, save_text
from lip.plan.actions.submit_amendment import (
    Change,
    edits_against,
    keep_edits,
)
from lip.plan.queries.amendments import amendment_by_code
from lip.plan.queries.chapters import text_in
from lip.plan.queries.talk import standing_of
from lip.plan.rules.amending import spots_of
from lip.plan.rules.amendments import PROPOSABLE, REOPENABLE, SETTABLE, AmendmentFacts
from lip.plan.rules.chapters import TextFacts
from lip.plan.rules.kinds import MotionStatus, SavedBy
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.spots import Spot, amended


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """What the editors propose; without a status they propose nothing any more."""

    proposed: MotionStatus | None
    words: str = ""
    public: bool = False


async def propose_procedure(
    plan: PlanFacts, code: str, procedure: Procedure, *, by: Actor, now: datetime
) -> bool:
    """Say what should become of an amendment; tell whether anything is different."""
    if procedure.proposed and procedure.proposed not in PROPOSABLE:
        raise Unusable("bad_request")
    async with transaction():
        there = await _open(plan, code)
        before = (there.proposed, there.proposed_words, there.procedure_public)
        if before == (procedure.proposed, procedure.words, procedure.public):
            return False
        await fetch(
            "UPDATE amendment SET proposed = ?, proposed_words = ?, "
            "procedure_public = ?, changed_at = ? WHERE id = ?",
            procedure.proposed.value if procedure.proposed else "",
            procedure.words,
            procedure.public,
            now,
            there.id,
        )
        await _note(Act.AMENDMENT_PROCEDURE_PROPOSED, there, by, now)
    return True


async def set_status(
    plan: PlanFacts, code: str, status: MotionStatus, *, by: Actor, now: datetime
) -> bool:
    """Set a status that changes nothing in the draft."""
    if status not in SETTABLE:
        raise Unusable("bad_request")
    async with transaction():
        there = await _open(plan, code)
        if there.status is status:
            return False
        await _decide(there, status, now=now)
        act = (
            Act.AMENDMENT_WITHDRAWN
            if status is MotionStatus.WITHDRAWN
            else Act.AMENDMENT_STATUS_SET
        )
        await _note(act, there, by, now)
    return True


async def reopen(plan: PlanFacts, code: str, *, by: Actor, now: datetime) -> None:
    """Take a decision back that changed nothing in the draft, with its reason."""
    async with transaction():
        there = await _locked(plan, code)
        if there.status not in REOPENABLE:
            raise Conflict("amendment_decided")
        await _decide(replace(there, reply=""), MotionStatus.SUBMITTED, now=now)
        await _note(Act.AMENDMENT_STATUS_SET, there, by, now)


async def reject(
    plan: PlanFacts, code: str, reason: str, *, by: Actor, now: datetime
) -> None:
    """Say no, and why."""
    if not reason.strip():
        raise Unusable("amendment_needs_reason")
    async with transaction():
        there = await _open(plan, code)
        await _decide(there, MotionStatus.REJECTED, now=now, reply=reason)
        await _note(Act.AMENDMENT_REJECTED, there, by, now)


async def withdraw(
    plan: PlanFacts, code: str, participant: UUID, *, by: Actor, now: datetime
) -> bool:
    """Take one's own amendment back; doing it twice changes nothing."""
    async with transaction():
        there = await amendment_by_code(plan.id, code)
        if there.participant != participant:
            raise NotFound("not_your_amendment")
        if there.status is MotionStatus.WITHDRAWN:
            return False
        there = await _open(plan, code)
        await _decide(there, MotionStatus.WITHDRAWN, now=now)
        await _note(Act.AMENDMENT_WITHDRAWN, there, by, now)
    return True


async def adopt(
    plan: PlanFacts, code: str, *, by: Actor, now: datetime, reply: str = ""
) -> int:
    """
    Put the amendment's words into the draft; return the draft's new version.

    Refused where the lines that it stands against have changed meanwhile.
    """
    async with transaction():
        there = await _open(plan, code)
        text = await _locked_text(there)
        standing = await standing_of(plan, text, there.id)
        if standing is None:
            raise Conflict("amendment_lines_changed")
        version = await _rewrite(there, text, standing.spots, by=by, now=now)
        await _decide(
            there, MotionStatus.ACCEPTED, now=now, reply=reply, version=version
        )
        await _note(Act.AMENDMENT_ADOPTED, there, by, now)
    return version


async def adopt_modified(
    plan: PlanFacts,
    code: str,
    change: Change,
    *,
    by: Actor,
    now: datetime,
    reply: str = "",
) -> int:
    """Put other words into the draft instead; lines are those of the draft as seen."""
    async with transaction():
        there = await _open(plan, code)
        text = await _locked_text(there)
        edits = await edits_against(text, change, plan.line_length)
        await keep_edits(there.id, edits, final=True)
        version = await _rewrite(there, text, spots_of(edits), by=by, now=now)
        await _decide(
            there, MotionStatus.MODIFIED_ACCEPTED, now=now, reply=reply, version=version
        )
        await _note(Act.AMENDMENT_ADOPTED, there, by, now)
    return version


async def _open(plan: PlanFacts, code: str) -> AmendmentFacts:
    """Lock an amendment that waits for a decision."""
    there = await _locked(plan, code)
    if not there.open:
        raise Conflict("amendment_decided")
    return there


async def _locked(plan: PlanFacts, code: str) -> AmendmentFacts:
    there = await amendment_by_code(plan.id, code)
    await fetch(locked("SELECT id FROM amendment WHERE id = ?"), there.id)
    return await amendment_by_code(plan.id, code)


async def _locked_text(there: AmendmentFacts) -> TextFacts:
    await fetch(
        locked("SELECT id FROM chapter_text WHERE chapter = ? AND language = ?"),
        there.chapter,
        there.language,
    )
    return await text_in(there.chapter, there.language)


async def _decide(
    there: AmendmentFacts,
    status: MotionStatus,
    *,
    now: datetime,
    reply: str = "",
    version: int | None = None,
) -> None:
    await fetch(
        "UPDATE amendment SET status = ?, reply = ?, version_after = ?, "
        "changed_at = ? WHERE id = ?",
        status.value,
        reply or there.reply,
        version,
        now,
        there.id,
    )


async def _note(act: Act, there: AmendmentFacts, by: Actor, now: datetime) -> None:
    await record(Entry(at=now, by=by, act=act, subject=there.id))


async def _rewrite(
    there: AmendmentFacts,
    text: TextFacts,
    spots: Sequence[Spot],
    *,
    by: Actor,
    now: datetime,
) -> int:
    words = Words(
        title=text.title,
        text=amended(text.text, spots),
        began_with=text.version,
        saved_by=SavedBy.AMENDMENT,
    )
    saved = await save_text(there.chapter, there.language, words, by=by, now=now)
    if not isinstance(saved, Saved):
        raise Conflict("draft_changed_meanwhile")
    return saved.version
