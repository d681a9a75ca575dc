"""Invite people, one by one or by a list, and see who has answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser, requires_own_link
from lip.accounts.rules.identity import Identity
from lip.accounts.rules.roles import Right
from lip.conference.pages.documents import pdf
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, NotFound, Refusal
from lip.keys import Keys
from lip.registration.actions.change_form import needed_form
from lip.registration.actions.invite import (
    Sender,
    invitation_address,
    invite,
    mark_printed,
    remind_invited,
    send_invitations,
    withdraw_invitation,
)
from lip.registration.documents.invitation_papers import Paper, invitation_papers
from lip.registration.pages.invitation_lines import line_of, tally_of
from lip.registration.pages.invitation_lists import (
    group_sent,
    groups_offered,
    people_sent,
    problem_said,
    sender_of,
)
from lip.registration.queries.forms import form_of, groups_of
from lip.registration.queries.invitations import (
    Earlier,
    consented_at,
    earlier_conferences,
    invitations_ended,
    invitations_of,
)
from lip.registration.rules.invitations import (
    OPEN,
    InvitationFacts,
    Invited,
    ListLine,
)
from lip.settings import Settings
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.pages import prefixed
from lip.words import LANGUAGES, current_language

MOST_SHOWN = 300


@get("/", name="invitations.list")
async def show_list(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
    added: FromQuery[int] = -1,
    known: FromQuery[int] = 0,
    written: FromQuery[int] = -1,
) -> Template:
    """List the invitations, and offer to write more."""
    return await _list(
        request,
        conference,
        identity,
        now=now,
        done={"added": added, "known": known, "written": written},
    )


async def _list(
    request: AnyRequest,
    conference: ConferenceFacts,
    identity: Identity,
    *,
    now: datetime,
    done: Mapping[str, int] | None = None,
    form: Form | None = None,
    problems: Sequence[ListLine] = (),
    refused: str = "",
) -> Template:
    if await form_of(conference) is None:
        return page(request, "registration/no_form.html", conference=conference)
    ended = await invitations_ended(conference, now=now)
    invited = await invitations_of(conference.id)
    groups = await groups_of(conference)
    names = {group.id: group.name.pick(current_language()).text for group in groups}
    lines = [line_of(one, conference, names, ended=ended) for one in invited]
    wrong = form is not None and not form
    return page(
        request,
        "registration/invitations.html",
        status=409 if refused else 422 if wrong else 200,
        conference=conference,
        lines=lines[:MOST_SHOWN],
        hidden=max(len(lines) - MOST_SHOWN, 0),
        tally=tally_of(lines),
        ended=ended,
        done=done or {"added": -1, "known": 0, "written": -1},
        form=Form({}) if form is None else form,
        errors=form.errors if wrong and form is not None else {},
        problems=[(one, problem_said(one.problem)) for one in problems],
        groups=groups_offered(groups),
        earlier=await _earlier(conference, identity),
        tongues=[("", "–"), *((tag, one.name) for tag, one in LANGUAGES.items())],
        refused=refused,
        request_key=form.request_key() if form is not None else uuid4(),
    )


@post("/", name="invitations.add", status_code=200)
async def send_list(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    keys: NamedDependency[Keys],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Write invitations for a person, a pasted list, a file, or earlier people."""
    await needed_form(conference)
    form = await read_form(request)
    group = group_sent(form, await groups_of(conference))
    people, problems = await people_sent(form)
    if form and form.raw("earlier"):
        people = await _consented(form.raw("earlier"), conference, identity)
    if not form or problems:
        return await _list(
            request, conference, identity, now=now, form=form, problems=problems
        )
    try:
        made = await invite(
            conference,
            people,
            group=group,
            request=form.request_key(),
            keys=keys,
            by=identity.actor,
            now=now,
        )
    except Refusal as refusal:
        sentence = request.app.state.sentences.say(refusal)
        return await _list(request, conference, identity, now=now, refused=sentence)
    path = prefixed(request, "invitations.list", key=conference.key)
    return Redirect(f"{path}?added={made.added}&known={made.known}", status_code=303)


async def _earlier(
    conference: ConferenceFacts, identity: Identity
) -> Sequence[Earlier]:
    """Offer only the conferences that this organiser may look into."""
    return [
        one
        for one in await earlier_conferences(conference.id)
        if identity.may(Right.ORGANISE, scope=one.key)
    ]


async def _consented(
    key: str, conference: ConferenceFacts, identity: Identity
) -> Sequence[Invited]:
    if not identity.may(Right.ORGANISE, scope=key):
        raise NotFound("unknown_conference", key=key)
    return await consented_at(key, conference=conference.id)


@post("/send", name="invitations.send", status_code=200)
async def send_letters(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    keys: NamedDependency[Keys],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Put the letters that are not yet written into the outbox, or remind."""
    form = await read_form(request)
    again = form.raw("again") == "1"
    sender = await sender_of(conference, keys=keys, settings=settings)
    try:
        write = remind_invited if again else send_invitations
        written = await write(conference, sender=sender, by=identity.actor, now=now)
    except Refusal as refusal:
        sentence = request.app.state.sentences.say(refusal)
        return await _list(request, conference, identity, now=now, refused=sentence)
    path = prefixed(request, "invitations.list", key=conference.key)
    return Redirect(f"{path}?written={written}", status_code=303)


@get("/letters.pdf", name="invitations.letters", guards=[requires_own_link])
async def show_letters(
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    keys: NamedDependency[Keys],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
    one: FromQuery[UUID | None] = None,
) -> Response[bytes]:
    """Give the letters for people without e-mail, one page each, with QR codes."""
    ended = await invitations_ended(conference, now=now)
    wanted = [
        each
        for each in await invitations_of(conference.id)
        if each.state(ended=ended) in OPEN
        and (each.id == one if one else not each.email)
    ]
    if not wanted:
        raise Conflict("no_letters_to_print")
    sender = await sender_of(conference, keys=keys, settings=settings)
    papers = [_paper(each, conference, sender) for each in wanted]
    await mark_printed(
        conference, [each.id for each in wanted], by=identity.actor, now=now
    )
    return await pdf(
        lambda: invitation_papers(papers, conference, sender.words),
        f"{conference.key}-einladungen.pdf",
    )


def _paper(one: InvitationFacts, conference: ConferenceFacts, sender: Sender) -> Paper:
    language = one.language or conference.language
    address = invitation_address(
        one.id, keys=sender.keys, base_url=sender.base_url, language=language
    )
    return Paper(name=one.name, language=language, address=address)


@post("/{one:uuid}/withdraw", name="invitations.withdraw")
async def send_withdrawal(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Withdraw an invitation; its link ends."""
    await withdraw_invitation(conference, one, by=identity.actor, now=now)
    return redirect(request, "invitations.list", key=conference.key)


router = Router(
    path="/conferences/{key:str}/registration/invitations",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_list,
        send_list,
        send_letters,
        show_letters,
        send_withdrawal,
    ],
    include_in_schema=False,
)
