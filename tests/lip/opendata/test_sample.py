"""Everything public of the sample, in every form for machines."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from pyshacl import validate
from rdflib import Graph
from rdflib.compare import isomorphic

from lip.contributions import DOCUMENTS
from lip.database import StoreEngine, fetch
from lip.opendata.actions.catch_up import catch_up
from lip.opendata.actions.datasets import dataset
from lip.opendata.documents.catalogue import Described, catalogue
from lip.opendata.documents.feeds import Feed, atom, newest, site_map
from lip.opendata.documents.rdf import json_ld, turtle
from lip.opendata.pages.answers import site_of
from lip.opendata.rules.datasets import SHAPES, Dataset, Form
from lip.opendata.rules.oparl import Stamps
from lip.opendata.rules.site import Site
from lip.sample.fill_in import fill_in
from lip.subjects import Document
from lip.traces import TRACERS
from tests.client import settings_for
from tests.databases import ENGINES
from tests.factories import KEYS, clock
from tests.lip.opendata.oparl_rules import faults_of
from tests.lip.opendata.oparl_schema import violations
from tests.lip.opendata.shapes import SHAPES_OF_THE_CATALOGUE

pytestmark = pytest.mark.anyio


POPOLO = {
    "persons": {"name"},
    "organizations": {"name", "classification"},
    "posts": {"label", "other_label", "role", "organization_id"},
    "memberships": {
        *("person_id", "organization_id", "post_id", "role"),
        *("on_behalf_of_id", "start_date"),
    },
    "events": {"name", "classification", "start_date", "end_date", "location"},
    "motions": {"legislative_session_id", "text", "classification", "date"},
    "vote_events": {
        *("identifier", "motion_id", "organization_id", "legislative_session_id"),
        *("start_date", "end_date", "counts"),
    },
}
"""The fields of Popolo that results may have; ours begin with a prefix."""


def site() -> Site:
    return site_of(
        settings_for(
            "sqlite://",
            base_url="https://lip.example.org",
            city="Stadt <Muster> & Co.",
            operator='Netz "Vielfalt" e. V.',
            contact_email="post@example.org",
            contributor="http://dcat-ap.de/def/contributors/stadt",
            city_key="03241001",
        )
    )


async def documents() -> Sequence[Document]:
    return [one for listing in DOCUMENTS async for one in listing()]


async def test_everything_public_of_the_sample_is_open_data(
    db: StoreEngine, engine_name: str
):
    if engine_name != ENGINES[0]:
        pytest.skip("both engines read the same: tests of single forms run on both")
    await fill_in(keys=KEYS, now=clock())

    await _oparl_is_valid()
    await _files_are_what_they_are_called()
    await _results_are_popolo()
    await _feeds_can_be_read()


async def _oparl_is_valid() -> None:
    assert await catch_up(site(), now=clock()) > 50
    assert await catch_up(site(), now=clock()) == 0
    rows = await fetch("SELECT kind, document FROM open_object")

    objects = [json.loads(row["document"]) for row in rows]

    assert [fault for one in objects for fault in faults_of(one)] == []
    assert {row["kind"] for row in rows} >= {
        *("System", "Body", "Organization", "Person", "Membership", "Meeting"),
        *("AgendaItem", "Paper", "File", "Location", "Consultation", "LegislativeTerm"),
    }
    kinds = {one["paperType"] for one in objects if one["type"].endswith("/Paper")}
    assert {"Plankapitel", "Vorhaben", "Informationsdrucksache"} <= kinds
    assert [it for one in objects for it in violations(one)] == []


async def _files_are_what_they_are_called() -> None:
    for one in Dataset:
        for form in SHAPES[one].forms:
            content = await dataset(one, form, site(), tracers=TRACERS, now=clock())
            rows = _rows(content, form)

            assert rows or one is Dataset.RESULTS, one
            if form is Form.CSV:
                assert set(rows[0]) == set(SHAPES[one].columns)
                cells = [cell for row in rows for cell in row.values()]
                assert not [cell for cell in cells if cell[:1] in {"=", "+", "@"}]
            assert b"participant" not in content.replace(b"lip:participants", b"")


def _rows(content: bytes, form: Form) -> list[dict[str, Any]]:
    if form is Form.CSV:
        text = io.StringIO(content.decode("utf-8-sig"), newline="")
        return list(csv.DictReader(text, delimiter=";"))
    value = json.loads(content)
    assert value["license"] == site().licence
    found: list[dict[str, Any]] = value.get("data", [])
    return found


async def _results_are_popolo() -> None:
    content = await dataset(Dataset.RESULTS, Form.JSON, site(), tracers=(), now=clock())
    popolo = json.loads(content)

    for name, known in POPOLO.items():
        used = {field for one in popolo[name] for field in one if ":" not in field}
        assert used <= known | {"id", "sources"}, name
    ids = {
        name: {one["id"] for one in popolo[name]}
        for name in ("posts", "organizations", "motions")
    }
    people = {one["id"] for one in popolo["persons"]}
    assert len(people) == len(popolo["memberships"]) == 4
    assert all(one["counts"] for one in popolo["vote_events"])
    assert not any("votes" in one for one in popolo["vote_events"])
    for one in popolo["memberships"]:
        assert one["person_id"] in people
        assert one["post_id"] in ids["posts"]
        assert one["organization_id"] in ids["organizations"]
        assert one["on_behalf_of_id"] in ids["organizations"]
    for one in popolo["vote_events"]:
        assert one.get("motion_id", "") in ids["motions"] | {""}


async def _feeds_can_be_read() -> None:
    found = await documents()
    feed = Feed(
        address="https://lip.example.org/feed.atom",
        title="Neues <&>",
        language="de",
        entries=newest(found, "de"),
    )

    written = fromstring(atom(feed, site()))
    places = fromstring(site_map(found, ["/", "/data"], ["de", "ar"], site()))

    entries = _all(written, "http://www.w3.org/2005/Atom", "entry")
    times = [
        _all(one, "http://www.w3.org/2005/Atom", "updated")[0].text for one in entries
    ]
    assert len(entries) > 10
    assert times == sorted(times, reverse=True)
    addresses = _all(places, "http://www.sitemaps.org/schemas/sitemap/0.9", "loc")
    known = {one.text for one in addresses}
    assert {f"https://lip.example.org{one.path}" for one in found} <= known


def _all(element: Element, space: str, name: str) -> list[Element]:
    return element.findall(f".//{{{space}}}{name}")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_the_catalogue_conforms_and_says_the_same_in_both_forms():
    described = [
        Described(
            dataset=one,
            titles={"de": f"Menge {one}", "en": "Set"},
            descriptions={"de": 'Mit "Zeichen" \\ und\nZeilen'},
            times=Stamps(created=clock(), modified=clock()),
        )
        for one in Dataset
    ]
    nodes = catalogue(described, site(), title="Offen", description="Alles")

    as_turtle = Graph().parse(data=turtle(nodes), format="turtle")
    as_json = Graph().parse(data=json_ld(nodes), format="json-ld")
    shapes = Graph().parse(data=SHAPES_OF_THE_CATALOGUE, format="turtle")
    conforms, _graph, report = validate(as_turtle, shacl_graph=shapes)

    assert isomorphic(as_turtle, as_json)
    assert conforms, report


@pytest.mark.parametrize(
    "lost",
    [
        *("dct:publisher", "dcat:theme", "dct:description", "dcat:accessURL"),
        *("dct:license", "vcard:hasEmail", "dcat:keyword", "dcat:contactPoint"),
        "dcatde:contributorID",
    ],
)
def test_a_catalogue_without_what_it_must_say_does_not_conform(lost: str):
    one = Described(
        dataset=Dataset.PAPERS,
        titles={"de": "a"},
        descriptions={"de": "b"},
        times=None,
    )
    nodes = catalogue([one], site(), title="Offen", description="Alles")
    bare = [
        replace(node, said=[pair for pair in node.said if pair[0] != lost])
        for node in nodes
    ]

    data = Graph().parse(data=turtle(bare), format="turtle")
    shapes = Graph().parse(data=SHAPES_OF_THE_CATALOGUE, format="turtle")

    assert not validate(data, shacl_graph=shapes)[0]
