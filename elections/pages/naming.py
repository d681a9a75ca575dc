"""By ticket: name somebody else for an election; she is asked before anything."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from elections.actions.name_somebody import Named, name_somebody
from elections.actions.stand import LONGEST_NAME, nominations_closed
from elections.pages.standers import Stander, provide_ticket_stander
from elections.rules.stages import PollStage
from lip.conference.pages.tickets import provide_held
from lip.errors import TooLate, TooMany, Unusable
from lip.keys import Keys
from lip.web.attempts import Allowance
from lip.web.forms import Form, read_form
from lip.web.limits import Limits
from lip.web.page import AnyRequest, page, redirect

NAMED_EACH: Final = Allowance(attempts=10, within=timedelta(hours=1))
HIGHEST_NUMBER: Final = 1_000_000


@get("/", name="own_naming.show")
async def show_naming(
    request: AnyRequest,
    stander: NamedDependency[Stander],
    now: NamedDependency[datetime],
    named: FromQuery[int] = 0,
) -> Template:
    """Show the form."""
    return _page(request, stander, {}, now=now, named=named == 1)


@post("/", name="own_naming.send", status_code=200)
async def send_naming(
    request: AnyRequest,
    stander: NamedDependency[Stander],
    limits: NamedDependency[Limits],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Name somebody; whether she stands already is not told."""
    form = await read_form(request)
    who = read_named(form)
    if form:
        try:
            limits.spend(f"names {stander.participant}", NAMED_EACH, now=now)
            await name_somebody(
                stander.election,
                who,
                keys=keys,
                by=stander.by,
                now=now,
                request=form.request_key(),
            )
        except (Unusable, TooLate, TooMany) as refusal:
            form.refuse(
                field_of(refusal.code), request.app.state.sentences.say(refusal)
            )
        else:
            return _thanks(request, stander)
    return _page(request, stander, typed(form), now=now, errors=form.errors)


def read_named(form: Form) -> Named:
    """Read who is named."""
    number = form.whole_number("ticket", least=1, most=HIGHEST_NUMBER)
    return Named(
        ticket_number=number or None,
        name=form.text("name", most=LONGEST_NAME),
        association=form.text("association", most=LONGEST_NAME),
    )


def typed(form: Form) -> Mapping[str, Any]:
    """Give what was typed, to show it again."""
    names = ("ticket", "name", "association", "signed")
    return {name: form.raw(name)[:1000] for name in names}


def field_of(code: str) -> str:
    """Say at which field a refusal is said."""
    return {"no_such_ticket_number": "ticket", "nobody_named": "ticket"}.get(
        code, "form"
    )


def _thanks(request: AnyRequest, stander: Stander) -> Redirect:
    election = stander.election
    answer = redirect(
        request, "own_naming.show", code=stander.code, number=election.number
    )
    answer.url += "?named=1"
    return answer


def _page(
    request: AnyRequest,
    stander: Stander,
    values: Mapping[str, Any],
    *,
    now: datetime,
    errors: Mapping[str, str] | None = None,
    named: bool = False,
) -> Template:
    election = stander.election
    prepared = election.stage is PollStage.PREPARED
    return page(
        request,
        "elections/name_somebody.html",
        status=422 if errors else 200,
        conference=stander.conference,
        election=election,
        code=stander.code,
        is_open=prepared and not nominations_closed(election, now=now),
        named=named,
        values=values,
        errors=errors or {},
        request_key=uuid4(),
    )


router = Router(
    path="/t/{code:str}/elections/{number:int}/nominate",
    dependencies={
        "held": Provide(provide_held),
        "stander": Provide(provide_ticket_stander),
    },
    route_handlers=[show_naming, send_naming],
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)
