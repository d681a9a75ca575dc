"""Printed codes: made in packages, printed, released, made void."""

from datetime import datetime
from functools import partial
from uuid import uuid4

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator
from lip.accounts.rules.identity import Identity
from lip.conference.pages.documents import pdf
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound, TooLate, Unusable
from lip.keys import Keys
from lip.settings import Settings
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _, current_language
from proposals.voting.actions.codes import (
    MOST_SLIPS,
    make_codes,
    release_package,
    slips_of,
    void_codes,
)
from proposals.voting.actions.hand_out import handed_out
from proposals.voting.documents.slips import slips_pdf
from proposals.voting.queries.codes import packages_of
from proposals.voting.queries.rounds import round_of
from proposals.voting.words import CODE_STATES


@get("/", name="vote_codes.list")
async def show_packages(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
) -> Template:
    """List the packages of a round."""
    return await _list(request, conference, number, Form({}))


@post("/", name="vote_codes.make", status_code=200)
async def send_packages(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Make new packages of codes."""
    one = await round_of(conference.id, number)
    form = await read_form(request)
    packages = form.whole_number("packages", least=1, most=100, default=1)
    size = form.whole_number("size", least=1, most=MOST_SLIPS, default=24)
    if form:
        try:
            await make_codes(
                one,
                packages=packages,
                size=size,
                keys=keys,
                by=identity.actor,
                now=now,
                request=form.request_key(),
            )
        except (Unusable, TooLate) as refusal:
            form.refuse("size", request.app.state.sentences.say(refusal))
        else:
            return _back(request, conference, number)
    return await _list(request, conference, number, form)


@get("/{package:int}/slips.pdf", name="vote_codes.print")
async def print_package(
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
    package: FromPath[int],
    keys: NamedDependency[Keys],
    settings: NamedDependency[Settings],
) -> Response[bytes]:
    """Print the slips of a package, one code each."""
    one = await round_of(conference.id, number)
    slips = await slips_of(one, package, keys=keys)
    make = partial(
        slips_pdf,
        slips,
        title=one.title,
        conference=conference.title,
        base_url=settings.base_url,
        language=current_language(),
    )
    return await pdf(make, f"stimmcodes-{number}-{package}.pdf")


@post("/{package:int}/release", name="vote_codes.release", status_code=200)
async def send_release(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    package: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect:
    """Give a package to whoever hands it out."""
    one = await round_of(conference.id, number)
    await release_package(one, package, by=identity.actor, now=now)
    return _back(request, conference, number)


@post("/void", name="vote_codes.void", status_code=200)
async def send_void(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Make a slip or a whole package void."""
    one = await round_of(conference.id, number)
    form = await read_form(request)
    package = form.whole_number("package", least=1, most=100_000)
    place = form.whole_number("place", least=1, most=MOST_SLIPS)
    if not form.raw("package").strip():
        form.refuse("package", _("Bitte füllen Sie dieses Feld aus."))
    if form:
        try:
            await void_codes(
                one, package, place or None, keys=keys, by=identity.actor, now=now
            )
        except (NotFound, TooLate) as refusal:
            form.refuse("package", request.app.state.sentences.say(refusal))
        else:
            return _back(request, conference, number)
    return await _list(request, conference, number, form)


def _back(request: AnyRequest, conference: ConferenceFacts, number: int) -> Redirect:
    return redirect(request, "vote_codes.list", key=conference.key, number=number)


async def _list(
    request: AnyRequest, conference: ConferenceFacts, number: int, form: Form
) -> Template:
    one = await round_of(conference.id, number)
    return page(
        request,
        "voting/codes.html",
        status=422 if form.errors else 200,
        conference=conference,
        round=one,
        title=one.title.pick(current_language(), conference.language),
        packages=await packages_of(one.id),
        states=[(state, _(word)) for state, word in CODE_STATES.items()],
        handed=await handed_out(one),
        typed={name: form.raw(name)[:10] for name in form.names()},
        errors=form.errors,
        request_key=uuid4(),
    )


router = Router(
    path="/conferences/{key:str}/rounds/{number:int}/codes",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_packages,
        send_packages,
        print_package,
        send_release,
        send_void,
    ],
    include_in_schema=False,
)
