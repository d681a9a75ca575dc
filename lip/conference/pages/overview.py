"""The desk of those who are signed in."""

from dataclasses import dataclass

from babel.dates import format_interval
from litestar import Router, get
from litestar.di import NamedDependency
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_sign_in
from lip.accounts.rules.identity import Identity
from lip.accounts.rules.roles import Right
from lip.conference.queries.conferences import ConferenceFacts, all_conferences
from lip.web.page import AnyRequest, page, redirect
from lip.words import current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A conference as the desk names it."""

    key: str
    title: str
    place: str
    organiser: str
    language: str
    days: str


@get("/desk", name="desk.show", guards=[requires_sign_in])
async def show_desk(
    request: AnyRequest, identity: NamedDependency[Identity]
) -> Template | Redirect:
    """Show what one may do; a helper of one conference goes straight to its door."""
    conferences = await all_conferences()
    doors = [
        one for one in conferences if identity.may(Right.KEEP_THE_DOOR, scope=one.key)
    ]
    if identity.is_kiosk:
        return redirect(request, "kiosk.show", key=identity.grants[0].scope)
    if identity.only_keeps_the_door and len(doors) == 1:
        return redirect(request, "door.show", key=doors[0].key)
    organised = [
        one for one in conferences if identity.may(Right.ORGANISE, scope=one.key)
    ]
    return page(
        request,
        "conference/desk.html",
        name=identity.name,
        organised=[announced(one) for one in organised],
        doors=[announced(one) for one in doors if one not in organised],
        moderated=[
            announced(one)
            for one in conferences
            if one not in organised
            and identity.may(Right.KEEP_THE_AGENDA, scope=one.key)
        ],
        edited=[
            announced(one)
            for one in conferences
            if one not in organised and identity.may(Right.EDIT_THE_PLAN, scope=one.key)
        ],
        elected=[
            announced(one)
            for one in conferences
            if identity.may(Right.RUN_ELECTIONS, scope=one.key)
        ],
        election_sections=request.app.state.election_sections,
        editor_sections=request.app.state.editor_sections,
        moderator_sections=request.app.state.moderator_sections,
        may_announce=identity.may(Right.ANNOUNCE, scope=""),
        may_manage_accounts=identity.may(Right.MANAGE_ACCOUNTS, scope=""),
        has_role=bool(identity.grants),
    )


def announced(conference: ConferenceFacts) -> Announced:
    """Put the days of a conference into words."""
    return Announced(
        key=conference.key,
        title=conference.title,
        place=conference.place,
        organiser=conference.organiser,
        language=conference.language,
        days=_days(conference),
    )


def _days(conference: ConferenceFacts) -> str:
    if not conference.days:
        return ""
    first, last = conference.days[0].day, conference.days[-1].day
    return format_interval(first, last, "yMMMMEEEEd", locale=_locale())


def _locale() -> str:
    return current_language().replace("-", "_")


router = Router(path="/", route_handlers=[show_desk], include_in_schema=False)
