"""The form to remark on lines of a draft."""

from datetime import datetime
from typing import Final

from litestar import Router
from litestar.di import NamedDependency, Provide
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from lip.errors import Conflict, TooLate, Unusable
from lip.plan.actions.remark import RemarkWish, write_remark
from lip.plan.pages.lines_form import (
    Sent,
    line_values,
    lines_page,
    lines_routes,
    whose,
)
from lip.plan.pages.places import typed_number
from lip.plan.pages.speakers import Speaker, provide_anybody
from lip.plan.pages.text_place import Place
from lip.plan.rules.amending import LONGEST_INITIATOR
from lip.plan.rules.amendments import LONGEST_REMARK
from lip.web.forms import Form
from lip.web.page import AnyRequest
from lip.words import current_language

_FIELDS: Final = {"no_such_line": "first", "lines_reversed": "first"}
_TYPED: Final = ("text", "name", "ticket")
_TEMPLATE: Final = "plan/remark.html"


async def show_form(
    request: AnyRequest,
    place: NamedDependency[Place],
    speaker: NamedDependency[Speaker],
    first: FromQuery[str] = "",
    last: FromQuery[str] = "",
) -> Template:
    """Show the form, with the lines that were chosen."""
    if not place.plan.comments_open:
        raise TooLate("remarks_closed")
    values = line_values(place, typed_number(first), typed_number(last), *_TYPED)
    return lines_page(request, _TEMPLATE, place, speaker, values, form=Form({}))


async def send_form(
    request: AnyRequest,
    sent: NamedDependency[Sent],
    speaker: NamedDependency[Speaker],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Write a remark; sent twice it is one."""
    form, place = sent.form, sent.place
    plan, chapter = place.plan, place.chapter.key
    wish = await _wish(request, sent, speaker, now=now)
    if form:
        key = form.request_key()
        try:
            made = await write_remark(
                plan, chapter, wish, by=speaker.by, now=now, request=key
            )
        except (Conflict, Unusable) as refusal:
            field = _FIELDS.get(refusal.code, "text")
            form.refuse(field, request.app.state.sentences.say(refusal))
        else:
            talk = speaker.way(request, "amendments.discuss", plan.key, chapter)
            where = f"{talk}?language={wish.language}#r-{made}"
            return Redirect(where, status_code=303)
    # the lines that are shown with what is wrong are those of today
    values = {**sent.typed(*_TYPED, most=5_000), "base_version": place.text.version}
    return lines_page(request, _TEMPLATE, place, speaker, values, form=form)


async def _wish(
    request: AnyRequest, sent: Sent, speaker: Speaker, *, now: datetime
) -> RemarkWish:
    form = sent.form
    return RemarkWish(
        language=sent.place.text.language,
        base_version=sent.base_version,
        first_line=sent.first,
        last_line=sent.last,
        text=form.text("text", most=LONGEST_REMARK, lines=True, required=True),
        written_in=current_language(),
        author_name=form.text("name", most=LONGEST_INITIATOR),
        participant=await whose(request, form, speaker, now=now),
        person=speaker.person,
    )


def remarking_routes(routes: str) -> list[HTTPRouteHandler]:
    """Make the pages of a remark; `routes` is how their names begin."""
    return lines_routes("/remark", f"{routes}remarks", show_form, send_form)


router = Router(
    path="/plan/{plan:str}/draft/{chapter:str}",
    dependencies={"speaker": Provide(provide_anybody)},
    route_handlers=remarking_routes(""),
    include_in_schema=False,
)
