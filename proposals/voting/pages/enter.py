"""Where the board's QR code leads: say with what you vote, and go there."""

from datetime import datetime

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.holders import holders_of
from lip.conference.rules.codes import read_code, shown
from lip.errors import NotFound
from lip.keys import Keys
from lip.web.limits import Limits
from lip.web.page import AnyRequest, page, redirect
from proposals.voting.actions.codes import sealed_vote_code
from proposals.voting.pages.voters import wrong_code
from proposals.voting.queries.codes import code_facts
from proposals.voting.queries.rounds import open_rounds


@get("/", name="vote.enter")
async def show_entrance(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
    code: FromQuery[str] = "",
) -> Redirect | Template:
    """Take the code of a ticket or a slip, and lead to its ballot."""
    refusal = NotFound("vote_code_unknown")
    if signs := read_code(code[:500]):
        sealed = keys.seal("code", signs)
        if await holders_of([sealed]):
            return redirect(request, "own_votes.show", code=shown(signs))
        if await code_facts(sealed_vote_code(signs, keys=keys)):
            return redirect(request, "code_vote.show", code=shown(signs))
        refusal = wrong_code(request, keys, limits, "vote_code_unknown", now=now)
    return page(
        request,
        "voting/enter.html",
        status=404 if code else 200,
        conference=conference,
        typed=code[:40],
        sentence=request.app.state.sentences.say(refusal) if code else "",
        open=bool(await open_rounds(conference.id, now=now)),
    )


router = Router(
    path="/c/{key:str}/vote",
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_entrance],
    include_in_schema=False,
)
