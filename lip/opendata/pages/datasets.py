"""Open data for people and programs: an index, files to take away, a catalogue."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from litestar import Response, Router, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse
from litestar.params import FromPath
from litestar.response import Template

from lip.errors import NotFound
from lip.opendata.actions.datasets import dataset
from lip.opendata.documents.catalogue import Described, catalogue
from lip.opendata.documents.rdf import Node, json_ld, turtle
from lip.opendata.pages.answers import JSON, open_answer, site_of
from lip.opendata.pages.dataset_words import (
    CATALOGUE,
    DESCRIPTIONS,
    TITLES,
    by_language,
    meanings,
)
from lip.opendata.pages.described import (
    ANYTHING,
    SAME,
    WORDS,
    answer,
    file_of,
    told,
)
from lip.opendata.pages.keeping import kept, kept_for
from lip.opendata.queries.told import times_told
from lip.opendata.rules.datasets import SHAPES, Dataset, Form, asked_for
from lip.opendata.rules.oparl import OparlType, Stamps
from lip.opendata.rules.site import Site
from lip.settings import Settings
from lip.web.json_ld import markup
from lip.web.page import AnyRequest, page
from lip.words import _

_TYPES: Final = {Form.JSON: JSON, Form.CSV: "text/csv; charset=utf-8"}
_TOLD_AS: Final = {
    Dataset.MEASURES: OparlType.PAPER,
    Dataset.CONTACT_POINTS: OparlType.PAPER,
    Dataset.PAPERS: OparlType.PAPER,
    Dataset.CHAPTERS: OparlType.PAPER,
    Dataset.PLANS: OparlType.TERM,
    Dataset.FIELDS: OparlType.PAPER,
    Dataset.BODIES: OparlType.ORGANIZATION,
    Dataset.PROPOSALS: OparlType.MEETING,
    Dataset.VOTES: OparlType.AGENDA_ITEM,
    Dataset.ELECTIONS: OparlType.ORGANIZATION,
    Dataset.RESULTS: OparlType.MEETING,
}
"""By which objects of OParl a set is known to have changed."""
_LICENCE_NAMES: Final = {
    "govdata.de/dl-de/by-2-0": "Datenlizenz Deutschland – Namensnennung – 2.0",
    "govdata.de/dl-de/zero-2-0": "Datenlizenz Deutschland – Zero – 2.0",
    "creativecommons.org/licenses/by/4.0": "CC BY 4.0",
    "creativecommons.org/publicdomain/zero/1.0": "CC0 1.0",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A set as the index shows it."""

    name: str
    title: str
    description: str
    files: Sequence[str]
    fields: Sequence[tuple[str, str]]


@get("/data", name="data.index", include_in_schema=False)
async def show_index(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Template:
    """Show what can be taken away, under which licence, and what fields mean."""
    site = site_of(settings)
    return page(
        request,
        "opendata/index.html",
        sets=[_shown(one) for one in Dataset],
        licence=site.licence,
        licence_name=_licence_name(site.licence),
        publisher=site.publisher,
        contact=site.contact_email,
        about=markup(
            request,
            "DataCatalog",
            path="/data",
            name=_("Offene Daten"),
            dataset=[_described(one, site) for one in Dataset],
        ),
    )


@get("/data/interface", name="data.interface", include_in_schema=False)
async def show_interface(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Template:
    """List all public interfaces with examples."""
    site = site_of(settings)
    return page(request, "opendata/interface.html", base=site.base)


@get(
    "/data/{dataset_file:str}",
    name="data.file",
    **told(
        "A set of data: measures.json, measures.csv, papers.json, …",
        {
            200: OpenAPIResponse(
                description="The file.",
                content={
                    "application/json": OpenAPIMediaType(schema=ANYTHING),
                    "text/csv": OpenAPIMediaType(schema=WORDS),
                },
            ),
            304: SAME,
            404: answer("There is no such file."),
        },
    ),
    tags=["Data"],
)
async def send_file(
    request: AnyRequest,
    dataset_file: FromPath[str],
    settings: NamedDependency[Settings],
    now: NamedDependency[datetime],
    state: State,
) -> Response[bytes]:
    """Hand out a set of data in one form."""
    wanted = asked_for(dataset_file)
    if wanted is None:
        raise NotFound("no_such_dataset")

    async def write() -> bytes:
        site = site_of(settings)
        return await dataset(*wanted, site, tracers=state.tracers, now=now)

    content = await kept(request, dataset_file, write)
    return open_answer(request, content, _TYPES[wanted[1]])


@get(
    "/catalog.ttl",
    name="data.turtle",
    **file_of("DCAT-AP.de as Turtle", "text/turtle"),
    tags=["Data"],
)
async def send_turtle(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Hand out the catalogue as Turtle."""
    text = await _catalogue(request, site_of(settings), turtle)
    return open_answer(request, text, "text/turtle; charset=utf-8")


@get(
    "/catalog.jsonld",
    name="data.json_ld",
    **file_of("DCAT-AP.de as JSON-LD", "application/ld+json", schema=ANYTHING),
    tags=["Data"],
)
async def send_json_ld(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Hand out the catalogue as JSON-LD."""
    text = await _catalogue(request, site_of(settings), json_ld)
    return open_answer(request, text, "application/ld+json; charset=utf-8")


async def _catalogue(
    request: AnyRequest, site: Site, write: Callable[[Sequence[Node]], str]
) -> bytes:
    """Write the catalogue, anew only when something else is told of."""
    times = await times_told()

    async def written() -> bytes:
        return write(_nodes(times, site)).encode()

    return await kept_for(request, (write.__name__, frozenset(times.items())), written)


def _nodes(times: Mapping[OparlType, Stamps], site: Site) -> Sequence[Node]:
    title, description = (by_language(one)["de"] for one in CATALOGUE)
    return catalogue(
        [
            Described(
                dataset=one,
                titles=by_language(TITLES[one]),
                descriptions=by_language(DESCRIPTIONS[one]),
                times=times.get(_TOLD_AS[one]) if one in _TOLD_AS else None,
            )
            for one in Dataset
        ],
        site,
        title=title % {"city": site.city},
        description=description,
    )


def _described(one: Dataset, site: Site) -> Mapping[str, Any]:
    """Say for search engines what a set holds, and where its files lie."""
    return {
        "@type": "Dataset",
        "name": _(TITLES[one]),
        "description": _(DESCRIPTIONS[one]),
        "url": f"{site.base}/data#{one.value}",
        "license": site.licence,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": _TYPES[form].partition(";")[0],
                "contentUrl": f"{site.base}/data/{one.value}.{form.value}",
            }
            for form in SHAPES[one].forms
        ],
    }


def _shown(one: Dataset) -> Shown:
    shape = SHAPES[one]
    return Shown(
        name=one.value,
        title=_(TITLES[one]),
        description=_(DESCRIPTIONS[one]),
        files=[f"{one.value}.{form.value}" for form in shape.forms],
        fields=meanings(shape.columns),
    )


def _licence_name(address: str) -> str:
    bare = address.partition("://")[2].removeprefix("www.").rstrip("/")
    return _LICENCE_NAMES.get(bare, address)


router = Router(
    path="/",
    route_handlers=[
        show_index,
        show_interface,
        send_file,
        send_turtle,
        send_json_ld,
    ],
)
