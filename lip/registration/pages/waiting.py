"""The waiting list in its order, and letting somebody past it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.pages.guest_words import moment, shown_name
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.participants import Registered, participants_by_id
from lip.database import padded
from lip.errors import Conflict, NotFound, Unusable
from lip.journal.sentences import REASONS
from lip.registration.actions.move_past import move_past
from lip.registration.queries.forms import groups_of
from lip.registration.queries.places import seats_of, waiting_list
from lip.registration.queries.waiting import waiting_since
from lip.registration.rules.forms import GroupFacts
from lip.registration.rules.places import Seats, Waiting
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """People who wait together, as they stand in the list."""

    place: int
    people: Sequence[tuple[UUID, str]]
    group: GroupFacts | None
    since: str
    fits: bool

    @property
    def first(self) -> UUID:
        """Name the one by whom all of them are moved."""
        return self.people[0][0]


@get("/", name="waiting.list")
async def show_waiting(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show who waits, the first first."""
    return await _list(request, conference)


async def _list(
    request: AnyRequest, conference: ConferenceFacts, refused: str = ""
) -> Template:
    queue = await waiting_list(conference)
    seats = await seats_of(conference)
    shown = queue[:MOST_SHOWN]
    ids = [one for few in shown for one in few.people]
    known = await participants_by_id(conference, padded(ids)) if ids else {}
    groups = {group.id: group for group in await groups_of(conference)}
    since = await waiting_since(conference.id)
    return page(
        request,
        "registration/waiting.html",
        status=409 if refused else 200,
        conference=conference,
        lines=[
            _line(place, few, conference, seats, known, groups, since)
            for place, few in enumerate(shown, start=1)
        ],
        total=sum(len(few.people) for few in queue),
        hidden=len(queue) - len(shown),
        seats=seats,
        reasons=[(code, _(word)) for code, word in REASONS.items()],
        refused=refused,
    )


def _line(
    place: int,
    few: Waiting,
    conference: ConferenceFacts,
    seats: Seats,
    known: Mapping[UUID, Registered],
    groups: Mapping[UUID, GroupFacts],
    since: Mapping[UUID, datetime],
) -> Line:
    left = seats.open_to(few.group)
    at = since.get(few.people[0])
    return Line(
        place=place,
        people=[
            (one, shown_name(known[one].number, known[one].guest))
            for one in few.people
            if one in known
        ],
        group=groups.get(few.group) if few.group else None,
        since=moment(at, conference) if at else "",
        fits=left is None or left >= len(few.people),
    )


@post("/{participant:uuid}/move-up", name="waiting.move_up", status_code=200)
async def send_moving_up(
    request: AnyRequest,
    participant: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Let somebody past the order, for a reason that stands in the journal."""
    form = await read_form(request)
    known = await participants_by_id(conference, [participant])
    if participant not in known:
        raise NotFound("unknown_participant")
    try:
        await move_past(
            conference,
            participant,
            reason=form.raw("reason"),
            by=identity.actor,
            now=now,
        )
    except (Conflict, Unusable) as refusal:
        sentence = request.app.state.sentences.say(refusal)
        return await _list(request, conference, sentence)
    return redirect(request, "waiting.list", key=conference.key)


router = Router(
    path="/conferences/{key:str}/registration/waiting",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_waiting, send_moving_up],
    include_in_schema=False,
)
