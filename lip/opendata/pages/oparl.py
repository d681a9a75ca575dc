"""
OParl 1.1: the city, its conferences, papers and plan, for programs.

Every object stands at its own address, which is its id; lists stand below the body.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.exceptions import HTTPException
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse
from litestar.params import FromPath

from lip.errors import Refusal
from lip.opendata.actions.catch_up import untold
from lip.opendata.pages.answers import (
    error_answer,
    no_such_object,
    only_canonical,
    open_answer,
    provide_site,
    said_of,
)
from lip.opendata.pages.described import (
    ELSEWHERE,
    ERROR,
    FILTERS,
    NOTHING,
    OBJECT,
    PAGE,
    SAME,
    WORDS,
    WRONG,
    answer,
    told,
)
from lip.opendata.pages.open_files import file_answer
from lip.opendata.queries.told import list_told, object_told
from lip.opendata.rules.filters import SINCE_UNTIL, read_asked
from lip.opendata.rules.oparl import (
    PLACES,
    OparlType,
    without_internal,
    written,
)
from lip.opendata.rules.site import CITY, SYSTEM, Site
from lip.web.page import AnyRequest
from lip.web.refusals import status_of
from lip.words import N_, _

KINDS: Final[Mapping[str, OparlType]] = {place: one for one, place in PLACES.items()}
_BAD_TIME: Final = N_(
    "Der Parameter „%(name)s“ ist so nicht lesbar. "
    "Zeiten brauchen die Form 2026-01-31T12:00:00+01:00."
)
BAD_FILTERS: Final[Mapping[str, str]] = {
    **dict.fromkeys(SINCE_UNTIL, _BAD_TIME),
    **dict.fromkeys(
        ("limit", "page"),
        N_(
            "Der Parameter „%(name)s“ ist so nicht lesbar. "
            "Er braucht eine ganze Zahl von 1 an."
        ),
    ),
    "omit_internal": N_(
        "Der Parameter „%(name)s“ ist so nicht lesbar. Er ist „true“ oder „false“."
    ),
    "after": N_(
        "Der Parameter „%(name)s“ ist so nicht lesbar. "
        "Bitte folgen Sie den Links der Liste."
    ),
}
"""What is said of a parameter that cannot be read, by its name."""
WEB: Final[Mapping[OparlType, str]] = {
    OparlType.ORGANIZATION: "/bodies",
    OparlType.PAPER: "/papers",
    OparlType.MEETING: "/",
    OparlType.TERM: "/plan",
}
"""Where people read what stands in a list."""
BELOW: Final = "/oparl/v1.1/{sort:str}/{thing:str}/{below:str}"
_WAYS: Final = frozenset({"access", "download"})
SYSTEM_TOLD: Final = told(
    "The system: where every program begins",
    {200: answer("The system.", OBJECT), 304: SAME},
)
BODIES_TOLD: Final = told(
    "The list of bodies (sort: bodies)",
    {
        200: answer("A page of the list.", PAGE),
        301: ELSEWHERE,
        304: SAME,
        400: WRONG,
        404: NOTHING,
    },
    FILTERS,
)
OBJECT_TOLD: Final = told(
    "Any object by its id (sort: papers, meetings, …)",
    {
        200: answer("The object, or that it is deleted.", OBJECT),
        301: ELSEWHERE,
        304: SAME,
        404: NOTHING,
    },
)
PART_TOLD: Final = told(
    "A list below the body (bodies/{id}/papers), or a file's content",
    {
        200: OpenAPIResponse(
            description="A page of the list, or the content of the file.",
            content={
                "application/json": OpenAPIMediaType(schema=PAGE),
                "*/*": OpenAPIMediaType(schema=WORDS),
            },
        ),
        301: ELSEWHERE,
        304: SAME,
        400: WRONG,
        404: NOTHING,
        410: answer("The file is gone.", ERROR),
    },
    FILTERS,
)


@get("/", name="oparl.system", **SYSTEM_TOLD)
async def send_system(
    request: AnyRequest, site: NamedDependency[Site]
) -> Response[bytes]:
    """Answer the system object."""
    return await _object(request, OparlType.SYSTEM, SYSTEM, site)


@get("/{sort:str}", name="oparl.bodies", **BODIES_TOLD)
async def send_bodies(
    request: AnyRequest, sort: FromPath[str], site: NamedDependency[Site]
) -> Response[bytes]:
    """Answer the list of bodies: it has one, the city."""
    if KINDS.get(sort) is not OparlType.BODY:
        raise no_such_object()
    return await _list(request, OparlType.BODY, f"{site.addresses.root}{sort}", site)


@get("/{sort:str}/{thing:str}", name="oparl.object", **OBJECT_TOLD)
async def send_object(
    request: AnyRequest,
    sort: FromPath[str],
    thing: FromPath[str],
    site: NamedDependency[Site],
) -> Response[bytes]:
    """Answer one object; of a deleted one, that it is deleted."""
    return await _object(request, _kind(sort), _uuid(thing), site)


@get("/{sort:str}/{thing:str}/{below:str}", name="oparl.part", **PART_TOLD)
async def send_part(
    request: AnyRequest,
    sort: FromPath[str],
    thing: FromPath[str],
    below: FromPath[str],
    site: NamedDependency[Site],
    now: NamedDependency[datetime],
) -> Response[bytes]:
    """Answer a list of the city, or hand out a file to look at or to save."""
    found = _uuid(thing)
    if _kind(sort) is OparlType.FILE and below in _WAYS:
        return await file_answer(request, found, download=below == "download", now=now)
    listed = KINDS.get(below)
    if _kind(sort) is not OparlType.BODY or found != CITY or listed is None:
        raise no_such_object()
    return await _list(request, listed, site.addresses.list_of(CITY, listed), site)


@get(
    ["/oparl", "/oparl/{beyond:path}", f"{BELOW}/{{beyond:path}}"],
    name="oparl.beyond",
    include_in_schema=False,
)
async def send_nothing(request: AnyRequest) -> Response[bytes]:
    """Answer as a program expects it that nothing stands at an address."""
    return answer_refused(request, no_such_object())


async def _object(
    request: AnyRequest, kind: OparlType, one: UUID, site: Site
) -> Response[bytes]:
    found = await object_told(kind, one)
    if found is None and (document := untold(kind, one, site)):
        return open_answer(request, document.encode())
    if found is None:
        raise no_such_object()
    return open_answer(request, found.document.encode(), changed=found.modified)


async def _list(
    request: AnyRequest, kind: OparlType, path: str, site: Site
) -> Response[bytes]:
    try:
        asked = read_asked(request.query_params)
    except ValueError as error:
        name = str(error)
        return error_answer(400, _(BAD_FILTERS[name], name=name), f"query: {name}")
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
    links = asked.links(path, found.pages, found.last)
    if kind in WEB:
        links["web"] = site.addresses.page(WEB[kind])
    content = (
        f'{{"data":[{",".join(documents)}],"pagination":{written(paging)},'
        f'"links":{written(links)}}}'
    )
    return open_answer(request, content.encode())


def _kind(text: str) -> OparlType:
    if text not in KINDS:
        raise no_such_object()
    return KINDS[text]


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise no_such_object() from error


def answer_refused(request: AnyRequest, refusal: Refusal) -> Response[bytes]:
    """Answer a refusal as an error object."""
    sentence = said_of(request, refusal)
    return error_answer(status_of(refusal), sentence, refusal.code)


def answer_unknown(_request: AnyRequest, error: HTTPException) -> Response[bytes]:
    """Answer what the framework refuses as an error object."""
    return error_answer(error.status_code, error.detail)


router = Router(
    path="/oparl/v1.1",
    route_handlers=[send_system, send_bodies, send_object, send_part],
    before_request=only_canonical,
    dependencies={"site": Provide(provide_site, sync_to_thread=False)},
    exception_handlers={Refusal: answer_refused, HTTPException: answer_unknown},
    tags=["OParl 1.1"],
)
