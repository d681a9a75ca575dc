"""How a paper stands, for the editors: what it lacks, its files, what can be done."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from litestar.response import Template

from lip.papers.pages.words import GAPS, kind_of
from lip.papers.queries.papers import paper_by_id, was_public, whole_paper
from lip.papers.rules.gaps import gaps
from lip.web.page import AnyRequest, page
from lip.words import _


async def standing_page(
    request: AnyRequest, paper: UUID, errors: Mapping[str, str] | None = None
) -> Template:
    """Show it, with what is wrong with a file that was sent."""
    there = await whole_paper(await paper_by_id(paper))
    return page(
        request,
        "papers/show.html",
        status=422 if errors else 200,
        paper=there,
        kind=kind_of(there.facts),
        gaps=[_(GAPS[one]) for one in gaps(there)],
        seen=await was_public(there.facts),
        request_key=uuid4(),
        errors=errors or {},
    )
