"""Minutes and other documents of a conference, for its organisers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.pages.language_names import languages_offered
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Conflict, Unusable
from lip.programme.actions.change_files import (
    DocumentWish,
    add_file,
    change_file,
    remove_file,
)
from lip.programme.pages.document_words import document_line
from lip.programme.queries.files import document_by_id, documents_of
from lip.programme.rules.document_kinds import MEDIA_TYPES
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect

ACCEPTED: Final = ",".join(f".{ending}" for ending in MEDIA_TYPES)


@get("/", name="files.list")
async def show_files(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """List all documents, and offer to add one."""
    return await _list(request, conference, {}, uuid4())


@post("/", name="files.add", status_code=200)
async def send_new(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Store a document; what is wrong with it is said at its field."""
    form = await read_form(request)
    wish, key = _wish(form, conference), form.request_key()
    file = form.upload("file")
    if file is None:
        refusal = Unusable("no_document_chosen")
        form.refuse("file", request.app.state.sentences.say(refusal))
    elif not form.errors:
        try:
            await add_file(
                await file.read(),
                file.filename or "",
                wish,
                conference=conference,
                by=identity.actor,
                now=now,
                request=key,
            )
        except (Unusable, Conflict) as refusal:
            form.refuse("file", request.app.state.sentences.say(refusal))
        else:
            return redirect(request, "files.list", key=conference.key)
    return await _list(request, conference, _typed(wish), key, errors=form.errors)


@get("/{document:uuid}", name="files.edit")
async def show_edit(
    request: AnyRequest,
    document: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
) -> Template:
    """Show what is said of a document, to change it."""
    found = await document_by_id(document, conference=conference.id)
    wish = DocumentWish(
        title=found.title, language=found.language, published=found.published
    )
    return await _edit(request, conference, document, _typed(wish))


@post("/{document:uuid}", name="files.change", status_code=200)
async def send_change(
    request: AnyRequest,
    document: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change what is said of a document, and whether everybody may read it."""
    await document_by_id(document, conference=conference.id)
    form = await read_form(request)
    wish = _wish(form, conference)
    if form.errors:
        return await _edit(request, conference, document, _typed(wish), form.errors)
    await change_file(document, wish, conference=conference, by=identity.actor, now=now)
    return redirect(request, "files.list", key=conference.key)


@post("/{document:uuid}/remove", name="files.remove")
async def send_removal(
    request: AnyRequest,
    document: FromPath[UUID],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Delete a document for good."""
    await document_by_id(document, conference=conference.id)
    await remove_file(document, conference=conference, by=identity.actor, now=now)
    return redirect(request, "files.list", key=conference.key)


def _wish(form: Form, conference: ConferenceFacts) -> DocumentWish:
    offered = {tag for tag, _ in languages_offered()}
    language = form.raw("language")
    return DocumentWish(
        title=form.said("title", required_in=conference.language),
        language=language if language in offered else "",
        published=form.ticked("published"),
    )


def _typed(wish: DocumentWish) -> Mapping[str, Any]:
    return {
        "title": dict(wish.title),
        "language": wish.language,
        "published": wish.published,
    }


async def _list(
    request: AnyRequest,
    conference: ConferenceFacts,
    fields: Mapping[str, Any],
    request_key: UUID,
    *,
    errors: Mapping[str, str] | None = None,
) -> Template:
    usual = {"title": {}, "language": conference.language, "published": False}
    return page(
        request,
        "programme/files.html",
        status=422 if errors else 200,
        conference=conference,
        documents=[
            document_line(one) for one in await documents_of(conference.id, drafts=True)
        ],
        fields={**usual, **fields},
        tongues=[("", "–"), *languages_offered(conference.language)],
        errors=errors or {},
        request_key=request_key,
        accepted=ACCEPTED,
    )


async def _edit(
    request: AnyRequest,
    conference: ConferenceFacts,
    document: UUID,
    fields: Mapping[str, Any],
    errors: Mapping[str, str] | None = None,
) -> Template:
    found = await document_by_id(document, conference=conference.id)
    return page(
        request,
        "programme/file_edit.html",
        status=422 if errors else 200,
        conference=conference,
        document=document_line(found),
        fields=fields,
        tongues=[("", "–"), *languages_offered(conference.language)],
        errors=errors or {},
    )


router = Router(
    path="/conferences/{key:str}/page/files",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_files, send_new, show_edit, send_change, send_removal],
    include_in_schema=False,
)
