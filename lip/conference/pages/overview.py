"""The front page for everybody, and the desk of those who are signed in."""

from datetime import datetime

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_sign_in
from lip.accounts.rules.identity import Identity
from lip.accounts.rules.roles import Right
from lip.conference.queries.conferences import all_conferences
from lip.web.page import AnyRequest, page, redirect


@get("/", name="home")
async def show_home(request: AnyRequest, now: NamedDependency[datetime]) -> Template:
    """Show which conferences are coming, to everybody."""
    conferences = await all_conferences()
    coming = [one for one in conferences if one.days and one.days[-1].close >= now]
    coming.sort(key=lambda one: one.days[0].open)
    return page(request, "conference/home.html", coming=coming)


@get("/desk", name="desk.show", guards=[requires_sign_in])
async def show_desk(
    request: AnyRequest, identity: NamedDependency[Identity]
) -> Template | Redirect:
    """Show what one may do; a helper of one conference goes straight to its door."""
    conferences = await all_conferences()
    doors = [
        one for one in conferences if identity.may(Right.KEEP_THE_DOOR, scope=one.key)
    ]
    if identity.only_keeps_the_door and len(doors) == 1:
        return redirect(request, "door.show", key=doors[0].key)
    organised = [
        one for one in conferences if identity.may(Right.ORGANISE, scope=one.key)
    ]
    return page(
        request,
        "conference/desk.html",
        organised=organised,
        doors=[one for one in doors if one not in organised],
        may_announce=identity.may(Right.ANNOUNCE, scope=""),
        may_manage_accounts=identity.may(Right.MANAGE_ACCOUNTS),
    )


router = Router(
    path="/", route_handlers=[show_home, show_desk], include_in_schema=False
)
