"""Remove a paper and leave a mark, bring it back, or delete it for good."""

from datetime import datetime
from uuid import UUID

from lip.bodies.actions.note_step import drop_steps
from lip.database import transaction
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.papers.actions.save_paper import check_number, lock_paper, locked_paper
from lip.papers.queries.papers import paper_by_id, was_public
from lip.papers.tables import CouncilPaper
from lip.subjects import SubjectKind


async def remove_paper(paper: UUID, *, by: Actor, now: datetime) -> None:
    """
    Remove a paper.

    What everybody could once read leaves a mark that says so, and can be restored. A
    paper that nobody saw is deleted for good with its steps, and its number is free.
    """
    async with transaction():
        before = await locked_paper(paper)
        if await was_public(before):
            await CouncilPaper.update({
                CouncilPaper.removed_at: now,
                CouncilPaper.changed_at: now,
            }).where(CouncilPaper.id == paper)
        else:
            await drop_steps(SubjectKind.PAPER, paper)
            await CouncilPaper.delete().where(CouncilPaper.id == paper)
        await record(Entry(at=now, by=by, act=Act.PAPER_REMOVED, subject=paper))


async def restore_paper(paper: UUID, *, by: Actor, now: datetime) -> bool:
    """Bring a removed paper back as it was: what was public is public again."""
    async with transaction():
        await lock_paper(paper)
        before = await paper_by_id(paper)
        if before.removed_at is None:
            return False
        await check_number(before.reference, paper)
        await CouncilPaper.update({
            CouncilPaper.removed_at: None,
            CouncilPaper.changed_at: now,
        }).where(CouncilPaper.id == paper)
        await record(Entry(at=now, by=by, act=Act.PAPER_RESTORED, subject=paper))
    return True
