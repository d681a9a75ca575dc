"""Enter paper cards, one after the other."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound, TooEarly, TooMany, Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import current_language
from proposals.actions.submit import Draft, submit
from proposals.actions.vectors import get_ready
from proposals.pages.field_words import field_options
from proposals.pages.proposal_form import (
    read_field,
    read_photo,
    read_wording,
    said,
    tongues,
    typed,
)
from proposals.queries.collecting import collecting_of
from proposals.rules.standing import Way


@get("/", name="cards.show")
async def show_cards(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    kept: FromQuery[int] = 0,
    place: FromQuery[str] = "",
    language: FromQuery[str] = "",
) -> Template:
    """Show the form for paper cards, one after the other."""
    values = {"place": place[:120], "language": language[:35]}
    return await _cards_page(request, conference, values, kept=kept)


@post("/", name="cards.enter", status_code=200)
async def send_card(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Enter one card; table and language stay for the next."""
    form = await read_form(request)
    try:
        draft = await _draft(form)
        made = await submit(
            draft,
            conference=conference,
            by=identity.actor,
            now=now,
            request=form.request_key(),
        )
    except (NotFound, Unusable, TooEarly, TooMany) as refusal:
        errors = dict(said(request, refusal))
        return await _cards_page(request, conference, typed(form), form, errors=errors)
    request.app.state.live.changed(conference.key)
    answer = redirect(request, "cards.show", key=conference.key)
    language = draft.wording.language
    query = {"kept": made.number, "place": draft.place, "language": language}
    answer.url += "?" + urlencode(query)
    return answer


async def _draft(form: Form) -> Draft:
    return Draft(
        wording=read_wording(form),
        way=Way.CARD,
        place=form.text("place", most=120)[:120],
        field=read_field(form),
        photo=await read_photo(form),
    )


async def _cards_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    values: Mapping[str, str],
    form: Form | None = None,
    *,
    errors: Mapping[str, str] | None = None,
    kept: int = 0,
) -> Template:
    get_ready()
    return page(
        request,
        "proposals/cards.html",
        status=422 if errors else 200,
        conference=conference,
        collecting=await collecting_of(conference.id),
        values=values,
        errors=errors or {},
        tongues=tongues(current_language()),
        kept=kept,
        field_options=await field_options(),
        request_key=form.request_key() if form else uuid4(),
    )


router = Router(
    path="/conferences/{key:str}/proposals/cards",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_cards, send_card],
    include_in_schema=False,
)
