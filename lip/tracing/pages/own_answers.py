"""What became of my proposals: on one's own page, with the wish for a letter."""

from collections.abc import Mapping
from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.conference.pages.tickets import Held, provide_held
from lip.conference.rules.codes import shown
from lip.errors import Unusable
from lip.registration.pages.own_acts import herself, known
from lip.tracing.actions.tell_answers import told_of
from lip.tracing.actions.wish_answer import due_of, end_wish, wish_answer, wish_of
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import current_language
from proposals.pages.ways import badge_of


@get("/{code:str}/answers", name="own_outcome.show")
async def show_answers(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    now: NamedDependency[datetime],
) -> Template:
    """Show where each of one's proposals stands, and whether a letter is wished."""
    return await _page(request, known(held), now)


@post("/{code:str}/answers", name="own_outcome.wish", status_code=200)
async def send_wish(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    now: NamedDependency[datetime],
) -> Template | Redirect:
    """Keep or end the wish for a letter; sent twice it is there once."""
    own = known(held)
    form = await read_form(request)
    if form.ticked("end"):
        await end_wish(
            own.person.id, scope=own.conference.key, by=herself(own), now=now
        )
        return redirect(request, "own_outcome.show", code=shown(own.code))
    address = form.raw("email").strip()[:300]
    try:
        await wish_answer(
            own.person.id,
            address,
            conference=own.conference,
            language=current_language(),
            by=herself(own),
            now=now,
        )
    except Unusable as refusal:
        errors = {"email": request.app.state.sentences.say(refusal)}
        return await _page(request, own, now, address=address, errors=errors)
    return redirect(request, "own_outcome.show", code=shown(own.code))


async def _page(
    request: AnyRequest,
    own: Held,
    now: datetime,
    *,
    address: str = "",
    errors: Mapping[str, str] | None = None,
) -> Template:
    told = await told_of(own.person.id, own.conference, request.app.state.tracers)
    return page(
        request,
        "tracing/own_answers.html",
        status=422 if errors else 200,
        conference=own.conference,
        code=shown(own.code),
        told=[
            (one, badge_of(one.state), one.reason.pick(current_language()))
            for one in told
        ],
        wish=await wish_of(own.person.id),
        due=due_of(own.conference, now=now).date(),
        address=address,
        errors=errors or {},
    )


router = Router(
    path="/t",
    dependencies={"held": Provide(provide_held)},
    route_handlers=[show_answers, send_wish],
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)
