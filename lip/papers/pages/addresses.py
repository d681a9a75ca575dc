"""Where papers stand: an address holds, though a paper is hidden or renumbered."""

from datetime import datetime

from litestar.response import Redirect

from lip.errors import NotFound, TooLate
from lip.papers.queries.papers import papers_at, was_public
from lip.papers.rules.papers import PaperFacts
from lip.web.page import AnyRequest
from lip.web.visit import visit_of


class PaperMoved(Exception):
    """What stood at `old` stands at `new` now."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(old)
        self.old, self.new = old, new


def lead_on(request: AnyRequest, moved: PaperMoved) -> Redirect:
    """Lead to the paper, its print or its file at the new address."""
    visit = visit_of(request)
    path = visit.path.replace(f"/papers/{moved.old}", f"/papers/{moved.new}", 1)
    return Redirect(visit.prefix + path, status_code=301)


async def public_at(key: str, now: datetime) -> PaperFacts:
    """
    Find a paper that everybody may read, or that was removed.

    Raises PaperMoved at the address that it had under another number, and TooLate where
    it is hidden now. A paper of that number goes before one that once had it.
    """
    there = await papers_at(key)
    for one in there:
        if one.removed_at is not None or one.is_public(now):
            if one.key != key:
                raise PaperMoved(key, one.key)
            return one
    for one in there:
        if await was_public(one):
            raise TooLate("paper_not_public_now")
    raise NotFound("unknown_paper")


async def readable_at(key: str, now: datetime) -> PaperFacts:
    """Find a paper that everybody may read now."""
    facts = await public_at(key, now)
    if facts.removed_at is not None:
        raise TooLate("paper_not_public_now")
    return facts
