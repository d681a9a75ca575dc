"""One letter: as it went, what became of it, and what people can do."""

from datetime import datetime
from typing import Final
from urllib.parse import quote
from uuid import UUID

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser, requires_own_link
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound
from lip.mail.actions.decide import UNSENT, call_off, mark_sent, send_again
from lip.mail.documents.message import Outgoing, draft_of
from lip.mail.pages.fate_words import line_of
from lip.mail.queries.outbox import Stored, letter
from lip.mail.rules.addresses import cleaned, is_usable
from lip.mail.rules.letters import Fate
from lip.settings import Settings
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _

LONGEST_MAILTO: Final = 1900
"""Some mail programs cut longer addresses off."""

AS_IT_WENT: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'; sandbox"
)
"""A letter may style itself and nothing else: no script, nothing from anywhere."""


@get("/", name="mail.show")
async def show_letter(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    settings: NamedDependency[Settings],
) -> Template:
    """Show one letter."""
    return await _letter(request, one, conference, settings, form=Form({}))


async def _letter(
    request: AnyRequest,
    one: UUID,
    conference: ConferenceFacts,
    settings: Settings,
    *,
    form: Form,
) -> Template:
    stored = await letter(one, scope=conference.key)
    fate = stored.line.fate
    return page(
        request,
        "mail/letter_shown.html",
        status=422 if form.errors else 200,
        conference=conference,
        letter=stored,
        line=line_of(stored.line, conference),
        form=form,
        may_send=fate in UNSENT,
        may_stop=fate is Fate.WAITING,
        by_hand=settings.mail_server is None,
        mailto=_mailto(stored),
    )


def _mailto(stored: Stored) -> str:
    """Write the address that opens a mail program; a long text is left out."""
    start = (
        f"mailto:{quote(stored.line.to_address, safe='@')}"
        f"?subject={quote(stored.line.subject)}"
    )
    whole = f"{start}&body={quote(stored.text.replace(chr(10), chr(13) + chr(10)))}"
    return whole if len(whole) <= LONGEST_MAILTO else start


@get("/page", name="mail.page")
async def show_page(
    one: FromPath[UUID], conference: NamedDependency[ConferenceFacts]
) -> Response[bytes]:
    """Give the HTML of a letter exactly as it went, locked in."""
    stored = await letter(one, scope=conference.key)
    if not stored.html:
        raise NotFound("unknown_letter")
    return Response(
        stored.html.encode(),
        media_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": AS_IT_WENT},
    )


@get("/draft", name="mail.draft", guards=[requires_own_link])
async def send_draft(
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
) -> Response[bytes]:
    """Hand out the letter as a file that mail programs open, to send it by hand."""
    stored = await letter(one, scope=conference.key)
    return _file(draft_of(_outgoing(stored), at=now), "E-Mail.eml", "message/rfc822")


@get("/enclosures/{number:int}", name="mail.enclosure", guards=[requires_own_link])
async def send_enclosure(
    one: FromPath[UUID],
    number: FromPath[int],
    conference: NamedDependency[ConferenceFacts],
) -> Response[bytes]:
    """Hand out a file that went with a letter."""
    stored = await letter(one, scope=conference.key)
    if not 0 < number <= len(stored.enclosures):
        raise NotFound("unknown_letter")
    each = stored.enclosures[number - 1]
    return _file(each.content, each.filename, each.media_type)


def _outgoing(stored: Stored) -> Outgoing:
    return Outgoing(
        id=stored.line.id,
        to_address=stored.line.to_address,
        to_name=stored.line.to_name,
        language=stored.line.language,
        subject=stored.line.subject,
        text=stored.text,
        html=stored.html,
        reply_to=stored.reply_to,
        stop_at=stored.stop_at,
        enclosures=stored.enclosures,
    )


def _file(content: bytes, name: str, media_type: str) -> Response[bytes]:
    return Response(
        content,
        media_type=media_type,
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "Cache-Control": "no-store",
        },
    )


@post("/again", name="mail.send_again", status_code=200)
async def send_once_more(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    settings: NamedDependency[Settings],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Let a letter go out again, to the address that was typed."""
    form = await read_form(request)
    address = cleaned(form.text("address", most=254))
    if not is_usable(address):
        form.refuse(
            "address", _("Bitte geben Sie eine Adresse wie name@example.org ein.")
        )
        return await _letter(request, one, conference, settings, form=form)
    await send_again(
        one, scope=conference.key, address=address, by=identity.actor, now=now
    )
    return redirect(request, "mail.show", key=conference.key, one=one)


@post("/stop", name="mail.call_off")
async def send_stop(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Keep a letter from going out."""
    await call_off(one, scope=conference.key, by=identity.actor, now=now)
    return redirect(request, "mail.show", key=conference.key, one=one)


@post("/sent", name="mail.mark_sent")
async def send_mark(
    request: AnyRequest,
    one: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Note that people have sent it themselves, or that it arrived."""
    await mark_sent(one, scope=conference.key, by=identity.actor, now=now)
    return redirect(request, "mail.show", key=conference.key, one=one)


router = Router(
    path="/conferences/{key:str}/mail/{one:uuid}",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[
        show_letter,
        show_page,
        send_draft,
        send_enclosure,
        send_once_more,
        send_stop,
        send_mark,
    ],
    include_in_schema=False,
)
