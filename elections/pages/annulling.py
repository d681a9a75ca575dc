"""For the election board: annul a credential that somebody has lost."""

from collections.abc import Mapping
from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Template

from elections.actions.annul_credential import agree_to_annul
from elections.actions.close_polls import OFFICERS
from elections.pages.place import officer_of, provide_election
from elections.queries.elections import ElectionFacts
from elections.queries.lost import annulled_in
from elections.rules.stages import PollStage
from lip.accounts.guards import requires_election_board
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, Unusable
from lip.keys import Keys
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page


@get("/{number:int}/annul", name="annulling.show")
async def show_annulling(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
) -> Template:
    """Ask for the recovery code of a lost credential."""
    return await _page(request, conference, election)


@post("/{number:int}/annul", name="annulling.agree", status_code=200)
async def send_annulment(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
    identity: NamedDependency[Identity],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Template:
    """Agree that a credential is annulled; it is when a second officer agrees."""
    officer = officer_of(identity)
    form = await read_form(request)
    code = form.text("recovery", most=60, required=True)
    if not form:
        return await _page(request, conference, election, errors=form.errors)
    try:
        done = await agree_to_annul(
            election,
            code,
            officer=officer,
            keys=keys,
            by=identity.actor,
            now=now,
        )
    except (Unusable, Conflict) as refusal:
        errors = {"recovery": request.app.state.sentences.say(refusal)}
        return await _page(request, conference, election, errors=errors, typed=code)
    return await _page(request, conference, election, done=done)


async def _page(
    request: AnyRequest,
    conference: ConferenceFacts,
    election: ElectionFacts,
    *,
    errors: Mapping[str, str] | None = None,
    typed: str = "",
    done: bool | None = None,
) -> Template:
    """Draw the page; `done` tells how far the last agreement went."""
    return page(
        request,
        "elections/annulling.html",
        status=422 if errors else 200,
        conference=conference,
        election=election,
        is_open=election.stage is PollStage.OPEN,
        annulled=len(await annulled_in(election.id)),
        officers=OFFICERS,
        errors=errors or {},
        typed=typed,
        done=done,
    )


router = Router(
    path="/conferences/{key:str}/elections",
    guards=[requires_election_board],
    dependencies={
        "conference": Provide(provide_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[show_annulling, send_annulment],
    include_in_schema=False,
)
