"""One proposal by ticket: read it, discuss it, translate it."""

from collections.abc import Mapping
from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.errors import NotAllowed, TooMany, Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import current_language
from proposals.actions.comment import correct_language, withdraw_comment
from proposals.actions.translate import (
    Desk,
    check_translation,
    withdraw_translation,
    write_translation,
)
from proposals.pages.authors import SOMEBODY, Author, provide_author
from proposals.pages.commenting import send_remark
from proposals.pages.readers import Reader
from proposals.pages.shown import proposal_page, shown_proposal
from proposals.pages.tongue_choices import known_tongue, tongue_choices
from proposals.pages.translation_form import (
    read_translation,
    seen_version,
    typed_translation,
)
from proposals.queries.translations import translations_of


def _reader(author: Author) -> Reader:
    return Reader(participant=author.participant, code=author.code)


def _desk(author: Author, now: datetime) -> Desk:
    return Desk(
        conference=author.conference,
        by=SOMEBODY,
        now=now,
        participant=author.participant,
    )


def _back(request: AnyRequest, author: Author, number: int, place: str) -> Redirect:
    answer = redirect(request, "own_proposals.read", code=author.code, number=number)
    answer.url += f"#{place}"
    return answer


@get("/read", name="own_proposals.read")
async def show_read(
    request: AnyRequest, author: NamedDependency[Author], number: FromPath[int]
) -> Template:
    """Show a proposal to the holder of a ticket."""
    return await proposal_page(request, author.conference, number, _reader(author))


@post("/comments", name="own_comments.write", status_code=200)
async def send_comment(
    request: AnyRequest,
    author: NamedDependency[Author],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Write a comment; sent twice it is kept once."""
    form, reader = await read_form(request), _reader(author)
    sent = await send_remark(
        request,
        form,
        number,
        writer=reader.writer,
        conference=author.conference,
        by=SOMEBODY,
        now=now,
    )
    if isinstance(sent, Mapping):
        return await proposal_page(
            request, author.conference, number, reader, form=form, errors=sent
        )
    return _back(request, author, number, f"k{sent}")


@post("/comments/{comment:int}/withdraw", name="own_comments.withdraw", status_code=200)
async def send_withdrawal(
    request: AnyRequest,
    author: NamedDependency[Author],
    number: FromPath[int],
    comment: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take one's own comment back."""
    await withdraw_comment(
        number,
        comment,
        writer=_reader(author).writer,
        conference=author.conference,
        by=SOMEBODY,
        now=now,
    )
    return _back(request, author, number, "discussion")


@post("/comments/{comment:int}/language", name="own_comments.language", status_code=200)
async def send_language(
    request: AnyRequest,
    author: NamedDependency[Author],
    number: FromPath[int],
    comment: FromPath[int],
) -> Redirect:
    """Say in what language one's own comment is."""
    form = await read_form(request)
    await correct_language(
        number,
        comment,
        known_tongue(form.raw("language")),
        writer=_reader(author).writer,
        conference=author.conference,
    )
    return _back(request, author, number, f"k{comment}")


@get("/translate", name="own_translation.show")
async def show_translation(
    request: AnyRequest,
    author: NamedDependency[Author],
    number: FromPath[int],
    into: FromQuery[str] = "",
) -> Template:
    """Show the form for a translation, beside the original."""
    chosen = known_tongue(into) or current_language()
    return await _form_page(request, author, number, chosen)


@post("/translate", name="own_translation.write", status_code=200)
async def send_translation(
    request: AnyRequest,
    author: NamedDependency[Author],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Keep a translation by somebody who knows both languages."""
    form = await read_form(request)
    wording = read_translation(form)
    seen = seen_version(form)
    try:
        await write_translation(number, wording, seen=seen, desk=_desk(author, now))
    except (Unusable, NotAllowed, TooMany) as refusal:
        field = "text" if wording.language else "language"
        errors = {field: request.app.state.sentences.say(refusal)}
        return await _form_page(
            request, author, number, wording.language, form=form, errors=errors
        )
    return _back(request, author, number, f"t-{wording.language}")


@post("/translations/{tongue:str}/check", name="own_translation.check", status_code=200)
async def send_check(
    request: AnyRequest,
    author: NamedDependency[Author],
    number: FromPath[int],
    tongue: FromPath[str],
    now: NamedDependency[datetime],
) -> Redirect:
    """Say that somebody else's translation is right."""
    mark = (await read_form(request)).raw("mark")
    await check_translation(number, tongue, mark=mark, desk=_desk(author, now))
    return _back(request, author, number, f"t-{tongue}")


@post(
    "/translations/{tongue:str}/withdraw",
    name="own_translation.withdraw",
    status_code=200,
)
async def send_translation_back(
    request: AnyRequest,
    author: NamedDependency[Author],
    number: FromPath[int],
    tongue: FromPath[str],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take one's own translation back."""
    await withdraw_translation(number, tongue, desk=_desk(author, now))
    return _back(request, author, number, "translations")


async def _form_page(
    request: AnyRequest,
    author: Author,
    number: int,
    into: str,
    *,
    form: Form | None = None,
    errors: Mapping[str, str] | None = None,
) -> Template:
    proposal = await shown_proposal(author.conference, number)
    own = proposal.wording.language
    there = await translations_of(proposal.id, participant=author.participant)
    known = next((one for one in there if one.language == into), None)
    return page(
        request,
        "proposals/translate.html",
        status=422 if errors else 200,
        conference=author.conference,
        code=author.code,
        proposal=proposal,
        into=into,
        tongues=tongue_choices(without=own),
        values=typed_translation(form, known),
        errors=errors or {},
    )


router = Router(
    path="/t/{code:str}/proposals/{number:int}",
    dependencies={"author": Provide(provide_author)},
    route_handlers=[
        show_read,
        send_comment,
        send_withdrawal,
        send_language,
        show_translation,
        send_translation,
        send_check,
        send_translation_back,
    ],
    include_in_schema=False,
)
