"""The editors' desk: which proposals have no answer yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from litestar import Router, get
from litestar.params import FromQuery
from litestar.response import Template

from lip.accounts.guards import requires_editor
from lip.conference.queries.conferences import ConferenceFacts, all_conferences
from lip.subjects import Subject
from lip.web.page import AnyRequest, page
from lip.web.paging import paged
from proposals.board.queries.rows import clusters_of
from proposals.board.queries.subjects import subjects_of_clusters
from proposals.pages.ways import Badge, badge_of
from proposals.queries.answering import ToAnswer, proposals_to_answer

OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lined:
    """A proposal as the desk lists it."""

    id: UUID
    number: int
    title: str
    language: str
    badge: Badge


@get("/edit/traces", name="traces.desk", guards=[requires_editor])
async def show_desk(
    request: AnyRequest,
    conference: FromQuery[str] = "",
    answer: FromQuery[str] = OPEN,
    q: FromQuery[str] = "",
) -> Template:
    """List the proposals of a conference, those without an answer unless asked."""
    conferences = await all_conferences()
    chosen = _chosen(conferences, conference)
    there = await proposals_to_answer(
        chosen.id if chosen else None, marks=request.app.state.state_marks
    )
    words = q.strip()[:200]
    fitting = [one for one in there if _fits(one, answer, words)]
    asked = {"conference": chosen.key if chosen else "", "answer": answer, "q": words}
    return page(
        request,
        "tracing/desk.html",
        conferences=[(one.key, one.title) for one in conferences],
        conference=asked["conference"],
        answer=answer,
        words=words,
        clusters=await _clusters(chosen),
        open_ones=sum(not one.answered for one in there),
        found=paged(
            request, [_lined(one) for one in fitting], "traces.desk", asked=asked
        ),
    )


def _chosen(conferences: Sequence[ConferenceFacts], key: str) -> ConferenceFacts | None:
    """Take the one that is asked for, or the newest."""
    found = [one for one in conferences if one.key == key]
    return next(iter([*found, *conferences]), None)


async def _clusters(chosen: ConferenceFacts | None) -> Sequence[Subject]:
    """Name the clusters of a conference: all in one can be answered at once."""
    if chosen is None:
        return []
    named = await subjects_of_clusters(await clusters_of(chosen.id))
    return sorted(named.values(), key=lambda one: int(one.code))


def _fits(one: ToAnswer, answer: str, words: str) -> bool:
    wanted = {OPEN: not one.answered, "told": one.answered}.get(answer, True)
    text = f"{one.title} {one.text}".casefold()
    return wanted and (words.casefold() in text or words == str(one.number))


def _lined(one: ToAnswer) -> Lined:
    return Lined(
        id=one.id,
        number=one.number,
        title=one.heading,
        language=one.language,
        badge=badge_of(one.state),
    )


router = Router(path="/", route_handlers=[show_desk], include_in_schema=False)
