"""
OParl 1.1: the city, its conferences, papers and plan, for programs.

Every object stands at its own address, which is its id; lists stand below the body.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.openapi import ResponseSpec
from litestar.params import FromPath

from lip.errors import NotFound, Refusal
from lip.opendata.actions.catch_up import untold
from lip.opendata.pages.answers import (
    error_answer,
    only_canonical,
    open_answer,
    site_of,
)
from lip.opendata.pages.open_files import file_answer
from lip.opendata.queries.told import list_told, object_told
from lip.opendata.rules.filters import read_asked
from lip.opendata.rules.oparl import (
    PLACES,
    OparlType,
    without_internal,
    written,
)
from lip.opendata.rules.site import CITY, SYSTEM, Site
from lip.settings import Settings
from lip.web.page import AnyRequest
from lip.web.refusals import Sentences, status_of
from lip.words import N_, _

KINDS: Final[Mapping[str, OparlType]] = {place: one for one, place in PLACES.items()}
BAD_FILTER: Final = N_(
    "Der Parameter „%(name)s“ ist so nicht lesbar. "
    "Zeiten brauchen die Form 2026-01-31T12:00:00+01:00."
)
_WAYS: Final = frozenset({"access", "download"})
ANSWERS: Final = {
    400: ResponseSpec(None, description="A parameter cannot be read."),
    404: ResponseSpec(None, description="There is no such object."),
}


@get("/", name="oparl.system", summary="The system: where every program begins")
async def send_system(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Answer the system object."""
    return await _object(request, OparlType.SYSTEM, SYSTEM, site_of(settings))


@get(
    "/{sort:str}",
    name="oparl.bodies",
    summary="The list of bodies (sort is `bodies`)",
    responses=ANSWERS,
)
async def send_bodies(
    request: AnyRequest, sort: FromPath[str], settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Answer the list of bodies: it has one, the city."""
    if KINDS.get(sort) is not OparlType.BODY:
        raise NotFound("no_such_open_object")
    site = site_of(settings)
    return await _list(request, OparlType.BODY, f"{site.addresses.root}{sort}", site)


@get(
    "/{sort:str}/{thing:str}",
    name="oparl.object",
    summary="Any object by its id (sort is `papers`, `meetings`, …)",
    responses=ANSWERS,
)
async def send_object(
    request: AnyRequest,
    sort: FromPath[str],
    thing: FromPath[str],
    settings: NamedDependency[Settings],
) -> Response[bytes]:
    """Answer one object; of a deleted one, that it is deleted."""
    return await _object(request, _kind(sort), _uuid(thing), site_of(settings))


@get(
    "/{sort:str}/{thing:str}/{below:str}",
    name="oparl.part",
    summary="A list below the body (`bodies/{id}/papers`), or a file's content",
    responses=ANSWERS,
)
async def send_part(
    request: AnyRequest,
    sort: FromPath[str],
    thing: FromPath[str],
    below: FromPath[str],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
) -> Response[bytes]:
    """Answer a list of the city, or hand out a file to look at or to save."""
    site, found = site_of(settings), _uuid(thing)
    if _kind(sort) is OparlType.FILE and below in _WAYS:
        return await file_answer(request, found, download=below == "download", now=now)
    listed = KINDS.get(below)
    if _kind(sort) is not OparlType.BODY or found != CITY or listed is None:
        raise NotFound("no_such_open_object")
    return await _list(request, listed, site.addresses.list_of(CITY, listed), site)


async def _object(
    request: AnyRequest, kind: OparlType, one: UUID, site: Site
) -> Response[bytes]:
    found = await object_told(kind, one)
    if found is None and (document := untold(kind, one, site)):
        return open_answer(request, document.encode())
    if found is None:
        raise NotFound("no_such_open_object")
    return open_answer(request, found.document.encode(), changed=found.modified)


async def _list(
    request: AnyRequest, kind: OparlType, path: str, site: Site
) -> Response[bytes]:
    try:
        asked = read_asked(request.query_params)
    except ValueError as error:
        return error_answer(400, _(BAD_FILTER, name=str(error)), f"query: {error}")
    found = await list_told(kind, asked)
    documents = list(found.documents)
    if not documents and kind is OparlType.BODY and not asked.times:
        documents = [untold(kind, CITY, site)]
    if asked.omit_internal:
        documents = [without_internal(kind, one) for one in documents]
    paging = {
        "totalElements": max(found.many, len(documents)),
        "elementsPerPage": asked.limit,
        "currentPage": asked.page,
        "totalPages": found.pages,
    }
    links = asked.links(path, found.pages)
    content = (
        f'{{"data":[{",".join(documents)}],"pagination":{written(paging)},'
        f'"links":{written(links)}}}'
    )
    return open_answer(request, content.encode())


def _kind(text: str) -> OparlType:
    if text not in KINDS:
        raise NotFound("no_such_open_object")
    return KINDS[text]


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound("no_such_open_object") from error


def answer_refused(request: AnyRequest, refusal: Refusal) -> Response[bytes]:
    """Answer a refusal as an error object."""
    sentences: Sentences = request.app.state.sentences
    return error_answer(status_of(refusal), sentences.say(refusal), refusal.code)


def answer_unknown(_request: AnyRequest, error: HTTPException) -> Response[bytes]:
    """Answer what the framework refuses as an error object."""
    return error_answer(error.status_code, error.detail)


router = Router(
    path="/oparl/v1.1",
    route_handlers=[send_system, send_bodies, send_object, send_part],
    before_request=only_canonical,
    exception_handlers={Refusal: answer_refused, HTTPException: answer_unknown},
    tags=["OParl 1.1"],
)
