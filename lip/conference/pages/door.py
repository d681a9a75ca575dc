"""The door: one page for helpers, made for a phone held in one hand."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from uuid import UUID, uuid4, uuid5

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Template

from lip.accounts.guards import requires_door_keeper
from lip.conference.actions.check_in import Order, Scan, check_in_participant, order
from lip.conference.actions.give_place import give_place
from lip.conference.actions.presence import come_back, step_out, undo_check_in
from lip.conference.actions.walk_in import walk_in
from lip.conference.pages.answers import (
    Answer,
    act_answer,
    answer_of,
    shown_name,
    state_label,
    state_of,
)
from lip.conference.pages.desk import Desk, provide_desk
from lip.conference.pages.door_live import recent_line, show_live
from lip.conference.pages.tongues import TONGUES, offered_tongues
from lip.conference.queries.conferences import counts_of
from lip.conference.queries.door import (
    FOUND_AT_MOST,
    Visitor,
    last_arrivals,
    visitors_found,
)
from lip.conference.rules.admission import Reason, TurnedAway
from lip.conference.rules.guest import Guest
from lip.errors import NotFound, Unusable
from lip.keys import Keys
from lip.web.forms import Form, read_form
from lip.web.limits import WRONG_CODES_PER_DESK, Limits
from lip.web.page import AnyRequest, page, wants_fragment


@get("/", name="door.show")
async def show_door(
    request: AnyRequest,
    desk: NamedDependency[Desk],
    q: FromQuery[str] = "",
    code: FromQuery[str] = "",
) -> Template:
    """Show the door, or the hits of a search; `code` comes from a phone's camera."""
    if wants_fragment(request, "results"):
        results, more = await _hits(desk, q)
        return page(
            request,
            "conference/scan/results.html",
            conference=desk.conference,
            results=results,
            more=more,
            request_key=uuid4(),
        )
    return await _door(request, desk, query=q, code=code[:200])


@post("/scan", name="door.scan", status_code=200)
async def scan(
    request: AnyRequest,
    desk: NamedDependency[Desk],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
) -> Template:
    """One scan: who it is, and whether she may enter."""
    form = await read_form(request)
    one = _order(form, desk, keys=keys)
    result: Scan = await request.app.state.check_in(one)
    if result.admission == TurnedAway(Reason.UNKNOWN):
        guesser = f"desk {desk.identity.session}"
        limits.spend(guesser, WRONG_CODES_PER_DESK, now=desk.now)
    return await _answer(request, desk, answer_of(result))


@post("/admit", name="door.admit", status_code=200)
async def admit_found(
    request: AnyRequest, desk: NamedDependency[Desk], keys: NamedDependency[Keys]
) -> Template:
    """Check in somebody who was found by name."""
    form = await read_form(request)
    result = await check_in_participant(
        _participant(form), _order(form, desk, keys=keys), conference=desk.conference
    )
    return await _answer(request, desk, answer_of(result))


@post("/let-in", name="door.let_in", status_code=200)
async def let_in(
    request: AnyRequest, desk: NamedDependency[Desk], keys: NamedDependency[Keys]
) -> Template:
    """Let in somebody from the waiting list, as the helper sees that there is room."""
    form = await read_form(request)
    one, conference = _participant(form), desk.conference
    found = await check_in_participant(
        one, _order(form, desk, keys=keys), conference=conference
    )
    if found.admission == TurnedAway(Reason.WAITING):
        by = desk.identity.actor
        await give_place(one, conference=conference, by=by, now=desk.now)
        found = await check_in_participant(
            one, _order(form, desk, keys=keys), conference=conference
        )
    return await _answer(request, desk, answer_of(found))


@post("/undo", name="door.undo", status_code=200)
async def undo(request: AnyRequest, desk: NamedDependency[Desk]) -> Template:
    """Take back an arrival."""
    return await _act(request, desk, undo_check_in)


@post("/step-out", name="door.step_out", status_code=200)
async def let_out(request: AnyRequest, desk: NamedDependency[Desk]) -> Template:
    """Note that somebody leaves for a while."""
    return await _act(request, desk, step_out)


@post("/come-back", name="door.come_back", status_code=200)
async def let_back(request: AnyRequest, desk: NamedDependency[Desk]) -> Template:
    """Note that somebody is back."""
    return await _act(request, desk, come_back)


@post("/walk-in", name="door.walk_in", status_code=200)
async def send_walk_in(
    request: AnyRequest, desk: NamedDependency[Desk], keys: NamedDependency[Keys]
) -> Template:
    """Register and check in somebody unannounced."""
    form = await read_form(request)
    language = form.text("language", most=35)
    guest = Guest(
        given_name=form.text("given_name", most=200),
        family_name=form.text("family_name", most=200),
        organisation=form.text("organisation", most=300),
        language=language if language in TONGUES else "",
    )
    if form.errors:
        raise Unusable("walk_in_too_long")
    result = await walk_in(
        guest,
        conference=desk.conference,
        desk=desk.identity.name,
        keys=keys,
        by=desk.identity.actor,
        now=desk.now,
        request=form.request_key(),
    )
    scan_of = Scan(
        admission=result.admission,
        conference=desk.conference,
        visitor=result.visitor,
    )
    return await _answer(request, desk, answer_of(scan_of))


Act = Callable[..., Awaitable[Visitor]]


async def _act(request: AnyRequest, desk: Desk, act: Act) -> Template:
    form = await read_form(request)
    visitor = await act(
        _participant(form),
        conference=desk.conference,
        by=desk.identity.actor,
        now=desk.now,
        request=_request(form, act.__name__, form.raw("participant")),
    )
    return await _answer(request, desk, act_answer(visitor, zone=desk.conference.zone))


def _order(form: Form, desk: Desk, *, keys: Keys) -> Order:
    return order(
        form.text("code", most=500),
        conference=desk.conference.key,
        desk=desk.identity.name,
        by=desk.identity.actor,
        now=desk.now,
        keys=keys,
        request=_request(form, "scan", form.raw("code") + form.raw("participant")),
    )


def _request(form: Form, act: str, about: str) -> UUID:
    """
    Tell apart the acts of one page, which all carry its key.

    Who goes back in a browser without scripts meets the same key again, on the
    button of another person: that is an act of its own, and no repetition.
    """
    return uuid5(form.request_key(), f"{act} {about}")


def _participant(form: Form) -> UUID:
    try:
        return UUID(form.raw("participant"))
    except ValueError:
        raise NotFound("unknown_participant") from None


async def _answer(request: AnyRequest, desk: Desk, answer: Answer) -> Template:
    request.app.state.live.changed(desk.conference.key)
    if wants_fragment(request, "answer"):
        return page(
            request,
            f"conference/scan/{answer.outcome}.html",
            conference=desk.conference,
            answer=answer,
            request_key=uuid4(),
        )
    return await _door(request, desk, answer=answer)


async def _door(
    request: AnyRequest,
    desk: Desk,
    *,
    answer: Answer | None = None,
    query: str = "",
    code: str = "",
) -> Template:
    arrivals = await last_arrivals(desk.conference, day=desk.day)
    results, more = await _hits(desk, query)
    return page(
        request,
        "conference/door.html",
        conference=desk.conference,
        desk=desk.identity.name,
        counts=await counts_of(desk.conference, now=desk.now),
        recent=[recent_line(visitor, desk.conference) for visitor in arrivals],
        answer=answer,
        results=results,
        more=more,
        query=query,
        code=code,
        walk_in=Guest(),
        tongues=offered_tongues(),
        request_key=uuid4(),
    )


Hits = Sequence[Mapping[str, object]] | None


async def _hits(desk: Desk, query: str) -> tuple[Hits, bool]:
    """Search, and tell whether there are more; an empty query is no search."""
    if not query:
        return None, False
    found = await visitors_found(desk.conference, query, day=desk.day)
    shown = [
        {
            "participant_id": visitor.participant,
            "name": shown_name(visitor),
            "organisation": visitor.organisation,
            "number": visitor.number,
            "state": state_of(visitor),
            "state_label": state_label(state_of(visitor)),
        }
        for visitor in found[:FOUND_AT_MOST]
    ]
    return shown, len(found) > FOUND_AT_MOST


router = Router(
    path="/door/{key:str}",
    guards=[requires_door_keeper],
    dependencies={"desk": Provide(provide_desk)},
    route_handlers=[
        show_door,
        scan,
        admit_found,
        let_in,
        undo,
        let_out,
        let_back,
        send_walk_in,
        show_live,
    ],
    include_in_schema=False,
)
