"""Opinion groups of a round; everybody may read them, nobody learns who is in one."""

from collections.abc import Sequence
from functools import partial
from typing import Final, TypeAlias

from anyio.to_thread import run_sync
from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.response import Template

from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound
from lip.programme.pages.programme_words import title_of
from lip.programme.pages.public_conference import provide_public_conference
from lip.web.page import AnyRequest, page
from proposals.voting.pages.kept_pages import KeptPages
from proposals.voting.pages.opinion_views import shown_groups
from proposals.voting.pages.results import provide_round, view_of
from proposals.voting.queries.results import lines_of
from proposals.voting.queries.rounds import RoundFacts, options_of
from proposals.voting.rules.opinion_groups import OpinionGroups, groups_of
from proposals.voting.rules.points import Method
from proposals.voting.rules.result import Option
from proposals.voting.rules.rounds import Stage

Found: TypeAlias = tuple[OpinionGroups, Sequence[Option]]
LIVE_SECONDS: Final = 20
"""Groups of a round that is still open are found anew at most so often."""


@get("/", name="opinions.show")
async def show_opinions(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    one: NamedDependency[RoundFacts],
) -> Template:
    """Show groups, what unites them, what divides them, and the map."""
    closed = one.stage is Stage.CLOSED
    if one.terms.method is not Method.OPINION or not (closed or one.results_live):
        raise NotFound("no_opinion_groups")
    kept: KeptPages[Found] = request.app.state.opinion_groups
    found, options = await kept.get(
        (one.id, one.digest),
        partial(_found, one),
        seconds=None if closed else LIVE_SECONDS,
    )
    return page(
        request,
        "results/opinions.html",
        conference=conference,
        title=await title_of(conference),
        one=view_of(one, conference),
        round_id=one.id,
        live=not closed,
        shown=shown_groups(found, options),
    )


async def _found(one: RoundFacts) -> Found:
    """Compute groups beside the event loop: other pages do not wait for it."""
    lines = await lines_of(one)
    options = await options_of(one.id)
    positions = [option.position for option in options]
    return await run_sync(partial(groups_of, lines, positions)), options


router = Router(
    path="/c/{key:str}/rounds/{number:int}/opinions",
    dependencies={
        "conference": Provide(provide_public_conference),
        "one": Provide(provide_round),
    },
    route_handlers=[show_opinions],
    include_in_schema=False,
)
