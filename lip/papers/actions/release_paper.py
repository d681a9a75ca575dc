"""Let everybody read a paper, or nobody any more."""

from datetime import datetime
from uuid import UUID

from lip.database import transaction
from lip.errors import Conflict
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.papers.actions.save_paper import locked_paper
from lip.papers.queries.papers import whole_paper
from lip.papers.rules.gaps import FORBIDDING, Gap, gaps
from lip.papers.tables import CouncilPaper


async def release_paper(
    paper: UUID, *, public: bool = True, by: Actor, now: datetime
) -> bool:
    """Let everybody read a paper that lacks nothing, or nobody any more."""
    async with transaction():
        before = await locked_paper(paper)
        if (before.public_from is not None) == public:
            return False
        lacking = FORBIDDING.intersection(gaps(await whole_paper(before)))
        if public and lacking:
            raise Conflict(min(lacking, key=list(Gap).index).value)
        await CouncilPaper.update({
            CouncilPaper.public_from: now if public else None,
            CouncilPaper.changed_at: now,
        }).where(CouncilPaper.id == paper)
        act = Act.PAPER_RELEASED if public else Act.PAPER_HIDDEN
        await record(Entry(at=now, by=by, act=act, subject=paper))
    return True
