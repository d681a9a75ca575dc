"""
One's own page as somebody who stands: by ticket, and the same by a personal link.

Here she stands, changes what she says of herself, consents or declines, withdraws,
reads what the board has decided, and says whether she accepts her seat.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.handlers import HTTPRouteHandler
from litestar.response import Redirect, Template

from elections.actions.admit import may_accept, note_acceptance
from elections.actions.stand import (
    LONGEST_STATEMENT,
    StandingWish,
    nominations_closed,
    reword,
    stand,
    withdraw,
)
from elections.pages.standers import (
    LINK,
    TICKET,
    Stander,
    provide_link_stander,
    provide_ticket_stander,
)
from elections.pages.standing_form import (
    questions_of,
    read_wish,
    typed,
    values_of,
    with_photo,
)
from elections.portraits import MEDIA_TYPE
from elections.queries.elections import nominations_of
from elections.queries.nominations import doubts_in, portrait_of
from elections.rules.refusals import Grounds
from elections.rules.stages import PollStage, Standing
from elections.standing_words import DOUBTS
from lip.conference.pages.tickets import provide_held
from lip.errors import Conflict, NotFound, Refusal, TooEarly, TooLate, TooMany, Unusable
from lip.said import Said
from lip.web.attempts import Allowance
from lip.web.forms import Form, read_form
from lip.web.limits import Limits
from lip.web.page import AnyRequest, page, redirect
from lip.web.picture_answer import picture_answer
from lip.words import _, current_language

SENT_EACH: Final = Allowance(attempts=30, within=timedelta(minutes=10))
FIELDS: Final[Mapping[str, str]] = {
    "nomination_without_name": "name",
    "declarations_missing": "declared",
    "photo_empty": "photo",
    "photo_too_large": "photo",
    "photo_has_too_many_pixels": "photo",
    "photo_unreadable": "photo",
}
"""At which field a refusal is said; all others stand above the form."""
ASKED: Final = (Unusable, Conflict, TooEarly, TooLate, TooMany)


async def show_standing(
    request: AnyRequest,
    stander: NamedDependency[Stander],
    now: NamedDependency[datetime],
) -> Template:
    """Show how one's nomination stands, and the form."""
    return await _page(request, stander, values_of(stander), now=now)


async def send_standing(
    request: AnyRequest,
    stander: NamedDependency[Stander],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Stand, consent, or change what one says of oneself."""
    form = await read_form(request)
    wish = read_wish(form, stander.election)
    if form:
        try:
            limits.spend(stander.whose, SENT_EACH, now=now)
            await _hand_in(stander, wish, form, now=now)
        except ASKED as refusal:
            _say(request, form, refusal)
        else:
            return _back(stander)
    values = typed(form, wish)
    return await _page(request, stander, values, now=now, errors=form.errors)


async def send_withdrawal(
    request: AnyRequest,
    stander: NamedDependency[Stander],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Decline, or stand no more; afterwards a link leads nowhere."""
    one = stander.nomination
    if one is not None:
        try:
            await withdraw(stander.election, one.number, by=stander.by, now=now)
        except TooLate as refusal:
            return await _refused(request, stander, refusal, now=now)
    if stander.participant is None:
        return _gone(request, stander)
    return _back(stander)


async def send_acceptance(
    request: AnyRequest,
    stander: NamedDependency[Stander],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Say whether one accepts the seat."""
    form = await read_form(request)
    if stander.nomination is None:
        raise NotFound("no_such_nomination", number=0)
    try:
        await note_acceptance(
            stander.election,
            stander.nomination.number,
            accepted=form.raw("accepted") == "yes",
            by=stander.by,
            now=now,
        )
    except ASKED as refusal:
        return await _refused(request, stander, refusal, now=now)
    return _back(stander)


async def show_own_portrait(stander: NamedDependency[Stander]) -> Response[bytes]:
    """Send one's own photo, also while nobody else may see it."""
    if stander.nomination is None:
        raise NotFound("no_such_photo")
    kept = await portrait_of(stander.election.id, stander.nomination.number)
    return picture_answer(kept.content, media_type=MEDIA_TYPE, public=False)


async def _hand_in(
    stander: Stander, wish: StandingWish, form: Form, *, now: datetime
) -> None:
    wish = await with_photo(wish, form)
    if stander.participant is not None:
        await stand(
            stander.election,
            wish,
            participant=stander.participant,
            by=stander.by,
            now=now,
            request=form.request_key(),
        )
        return
    assert stander.nomination is not None, "a link leads to a nomination"
    number = stander.nomination.number
    await reword(stander.election, number, wish, by=stander.by, now=now)


async def _page(
    request: AnyRequest,
    stander: Stander,
    values: Mapping[str, Any],
    *,
    now: datetime,
    errors: Mapping[str, str] | None = None,
) -> Template:
    election, one = stander.election, stander.nomination
    prepared = election.stage is PollStage.PREPARED
    doubts: Sequence[str] = ()
    if one is not None and one.standing is Standing.CONSENTED:
        everybody = await nominations_of(election.id, all_of_them=True)
        found = (await doubts_in(election, everybody)).get(one.number, ())
        doubts = [_(DOUBTS[doubt]) for doubt in found]
    return page(
        request,
        "elections/stand.html",
        status=422 if errors else 200,
        conference=stander.conference,
        election=election,
        one=one,
        code=stander.code,
        base=stander.base,
        values=values,
        errors=errors or {},
        may_change=prepared and not nominations_closed(election, now=now),
        grounds=_grounds(stander),
        doubts=doubts,
        asked_to_accept=one is not None and one.mark in await may_accept(election),
        longest=LONGEST_STATEMENT,
        **await questions_of(election),
    )


def _grounds(stander: Stander) -> Sequence[tuple[str, str]]:
    """Say why the board refused, each sentence with its language."""
    one = stander.nomination
    if one is None or one.standing is not Standing.REFUSED:
        return ()
    grounds = Grounds.load(one.reason)
    said = [(_(DOUBTS[doubt]), current_language()) for doubt in grounds.doubts]
    words = Said(grounds.words).pick(current_language(), stander.conference.language)
    return [*said, (words.text, words.lang)] if words else said


def _say(request: AnyRequest, form: Form, refusal: Refusal) -> None:
    sentence = request.app.state.sentences.say(refusal)
    form.refuse(FIELDS.get(refusal.code, "form"), sentence)


async def _refused(
    request: AnyRequest, stander: Stander, refusal: Refusal, *, now: datetime
) -> Template:
    errors = {"form": request.app.state.sentences.say(refusal)}
    return await _page(request, stander, values_of(stander), now=now, errors=errors)


def _back(stander: Stander) -> Redirect:
    return Redirect(stander.base, status_code=303)


def _gone(request: AnyRequest, stander: Stander) -> Redirect:
    """Lead whoever came by link to the page of the election."""
    election = stander.election
    return redirect(request, "election.show", key=election.key, number=election.number)


def _routes(name: str) -> list[HTTPRouteHandler]:
    """Give the routes of these pages; their names begin with `name`."""
    return [
        get("/", name=f"{name}.show")(show_standing),
        post("/", name=f"{name}.send", status_code=200)(send_standing),
        post("/withdraw", name=f"{name}.withdraw", status_code=200)(send_withdrawal),
        post("/accept", name=f"{name}.accept", status_code=200)(send_acceptance),
        get("/photo", name=f"{name}.photo")(show_own_portrait),
    ]


router = Router(
    path="/t/{code:str}/elections/{number:int}/stand",
    dependencies={
        "held": Provide(provide_held),
        "stander": Provide(provide_ticket_stander),
    },
    route_handlers=_routes(TICKET),
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)

link_router = Router(
    path="/stand/{token:str}",
    dependencies={"stander": Provide(provide_link_stander)},
    route_handlers=_routes(LINK),
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)
