"""Cancel, reinstate, give a place, and a new ticket for a lost one."""

from datetime import datetime
from uuid import UUID

from litestar import Router, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.actions.cancel import cancel, reinstate
from lip.conference.actions.give_place import give_place
from lip.conference.actions.reissue_ticket import reissue_ticket
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.keys import Keys
from lip.web.forms import read_form
from lip.web.page import AnyRequest, redirect


@post("/cancel", name="participants.cancel")
async def send_cancellation(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    participant: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Cancel the registration; it can be taken back on the same page."""
    await cancel(
        participant,
        conference=conference,
        by=identity.actor,
        now=now,
        then=request.app.state.after_cancelling,
    )
    return _back(request, conference, participant)


@post("/reinstate", name="participants.reinstate")
async def send_reinstatement(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    participant: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take the cancellation back."""
    await reinstate(
        participant,
        conference=conference,
        by=identity.actor,
        now=now,
        then=request.app.state.after_reinstating,
    )
    return _back(request, conference, participant)


@post("/give-place", name="participants.give_place")
async def send_place(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    participant: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Give a place to somebody who waits, though all may be taken."""
    await give_place(participant, conference=conference, by=identity.actor, now=now)
    return _back(request, conference, participant)


@post("/reissue", name="participants.reissue")
async def send_reissue(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    participant: FromPath[UUID],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
    keys: NamedDependency[Keys],
) -> Redirect:
    """Give a new ticket; the old code ends."""
    form = await read_form(request)
    await reissue_ticket(
        participant,
        conference=conference,
        keys=keys,
        by=identity.actor,
        now=now,
        request=form.request_key(),
    )
    return _back(request, conference, participant)


def _back(
    request: AnyRequest, conference: ConferenceFacts, participant: UUID
) -> Redirect:
    return redirect(
        request, "participants.show", key=conference.key, participant=participant
    )


router = Router(
    path="/conferences/{key:str}/participants/{participant:uuid}",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[send_cancellation, send_reinstatement, send_place, send_reissue],
    include_in_schema=False,
)
