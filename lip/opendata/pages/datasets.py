"""Open data for people and programs: an index, files to take away, a catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from litestar import Response, Router, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
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
from lip.opendata.queries.told import last_changes
from lip.opendata.rules.datasets import SHAPES, Dataset, Form, asked_for
from lip.opendata.rules.oparl import OparlType
from lip.opendata.rules.site import Site
from lip.settings import Settings
from lip.web.page import AnyRequest, page
from lip.words import _

_TYPES: Final = {Form.JSON: JSON, Form.CSV: "text/csv; charset=utf-8"}
_TOLD_AS: Final = {
    Dataset.MEASURES: OparlType.PAPER,
    Dataset.CONTACT_POINTS: OparlType.PAPER,
    Dataset.PAPERS: OparlType.PAPER,
    Dataset.CHAPTERS: OparlType.PAPER,
    Dataset.PROPOSALS: OparlType.MEETING,
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
    summary="A set of data: measures.json, measures.csv, papers.json, …",
    responses={404: ResponseSpec(None, description="There is no such file.")},
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
    content = await dataset(*wanted, site_of(settings), tracers=state.tracers, now=now)
    return open_answer(request, content, _TYPES[wanted[1]])


@get("/catalog.ttl", name="data.turtle", summary="DCAT-AP.de as Turtle", tags=["Data"])
async def send_turtle(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Hand out the catalogue as Turtle."""
    text = turtle(await _catalogue(site_of(settings)))
    return open_answer(request, text.encode(), "text/turtle; charset=utf-8")


@get(
    "/catalog.jsonld",
    name="data.json_ld",
    summary="DCAT-AP.de as JSON-LD",
    tags=["Data"],
)
async def send_json_ld(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Hand out the catalogue as JSON-LD."""
    text = json_ld(await _catalogue(site_of(settings)))
    return open_answer(request, text.encode(), "application/ld+json; charset=utf-8")


async def _catalogue(site: Site) -> Sequence[Node]:
    changes = await last_changes()
    title, description = (by_language(one)["de"] for one in CATALOGUE)
    return catalogue(
        [
            Described(
                dataset=one,
                titles=by_language(TITLES[one]),
                descriptions=by_language(DESCRIPTIONS[one]),
                changed=changes.get(_TOLD_AS[one]),
            )
            for one in Dataset
        ],
        site,
        title=title % {"city": site.city},
        description=description,
    )


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
