"""On a person's own page: agree to be invited again, and take that back."""

from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect, Template

from lip.conference.pages.tickets import Held, provide_held
from lip.conference.rules.codes import shown
from lip.registration.actions.invite_again import (
    agree_to_invitations,
    end_invitations,
)
from lip.registration.pages.own_acts import herself, known
from lip.registration.queries.invitations import agrees_to_invitations
from lip.registration.queries.titles import title_of
from lip.web.forms import read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _, current_language


def wording_for(organiser: str, title: str) -> str:
    """Say what somebody agrees to."""
    return _(
        "Ich möchte zu späteren Konferenzen eingeladen werden. Dafür darf "
        "„%(organiser)s“ meinen Namen, meine E-Mail-Adresse und meine Sprache "
        "verwenden, solange die Gästeliste dieser Konferenz aufbewahrt wird. Ich kann "
        "das jederzeit auf der Seite meines Tickets zurücknehmen.",
        organiser=organiser or title,
    )


@get("/", name="own_again.show")
async def show_choice(
    request: AnyRequest, held: NamedDependency[Held | None]
) -> Template:
    """Show what somebody would agree to, or has agreed to."""
    own = known(held)
    titles = await title_of(own.conference)
    title = titles.pick(current_language(), own.conference.language)
    answer = page(
        request,
        "registration/invite_again.html",
        title=title,
        code=shown(own.code),
        agrees=await agrees_to_invitations(own.person.id),
        wording=wording_for(own.conference.organiser, title.text),
    )
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer


@post("/", name="own_again.send")
async def send_choice(
    request: AnyRequest,
    held: NamedDependency[Held | None],
    now: NamedDependency[datetime],
) -> Redirect:
    """Keep what was chosen, in the words that stood on the page."""
    own = known(held)
    form = await read_form(request)
    if form.raw("answer") == "yes":
        titles = await title_of(own.conference)
        title = titles.pick(current_language(), own.conference.language).text
        await agree_to_invitations(
            own.person.id,
            own.conference,
            wording=wording_for(own.conference.organiser, title),
            language=current_language(),
            by=herself(own),
            now=now,
        )
    else:
        await end_invitations(own.person.id, own.conference, by=herself(own), now=now)
    return redirect(request, "own_again.show", code=shown(own.code))


router = Router(
    path="/t/{code:str}/invitations",
    dependencies={"held": Provide(provide_held)},
    route_handlers=[show_choice, send_choice],
    include_in_schema=False,
)
