"""The catalogue of all sets of data, by DCAT-AP.de 3.0."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from lip.opendata.documents.rdf import Iri, Node, Text, Value
from lip.opendata.rules.datasets import SHAPES, Dataset, Form
from lip.opendata.rules.oparl import oparl_time
from lip.opendata.rules.site import Site

_EU: Final = "http://publications.europa.eu/resource/authority/"
_THEMES: Final = (f"{_EU}data-theme/SOCI", f"{_EU}data-theme/GOVE")
_GERMAN: Final = f"{_EU}language/DEU"
_LICENCES: Final[Mapping[str, str]] = {
    "govdata.de/dl-de/by-2-0": "dl-by-de/2.0",
    "govdata.de/dl-de/zero-2-0": "dl-zero-de/2.0",
    "creativecommons.org/licenses/by/4.0": "cc-by/4.0",
    "creativecommons.org/licenses/by-sa/4.0": "cc-by-sa/4.0",
    "creativecommons.org/publicdomain/zero/1.0": "cc-zero",
}
"""Licences by what their address holds, and their place in the list of DCAT-AP.de."""
_FORMATS: Final = {Form.JSON: "application/json", Form.CSV: "text/csv"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A set in words, by language, and when it changed the last time."""

    dataset: Dataset
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    changed: datetime | None


def licence_of(address: str) -> str:
    """
    Give the licence as the list of DCAT-AP.de names it, or its own address.

    >>> licence_of("https://www.govdata.de/dl-de/by-2-0")
    'http://dcat-ap.de/def/licenses/dl-by-de/2.0'
    """
    bare = address.partition("://")[2].removeprefix("www.").rstrip("/")
    known = _LICENCES.get(bare)
    return f"http://dcat-ap.de/def/licenses/{known}" if known else address


def catalogue(
    sets: Sequence[Described], site: Site, *, title: str, description: str
) -> Sequence[Node]:
    """Describe the catalogue, who publishes it, every set and every file of it."""
    whole = Node(
        address=f"{site.base}/catalog.ttl#catalog",
        kinds=["dcat:Catalog"],
        said=[
            ("dct:title", Text(title, "de")),
            ("dct:description", Text(description, "de")),
            ("dct:publisher", _publisher(site)),
            ("dct:language", Iri(_GERMAN)),
            ("dct:license", Iri(licence_of(site.licence))),
            ("foaf:homepage", Iri(f"{site.base}/data")),
            *(("dcat:dataset", _address(one.dataset, site)) for one in sets),
            ("dcat:service", Iri(f"{site.addresses.root}#service")),
        ],
    )
    return [
        whole,
        _organisation(site),
        _service(site),
        *(node for one in sets for node in _set(one, site)),
    ]


def _organisation(site: Site) -> Node:
    mail: list[tuple[str, Value]] = []
    if site.contact_email:
        mail.append(("foaf:mbox", Iri(f"mailto:{site.contact_email}")))
    return Node(
        address=_publisher(site).address,
        kinds=["foaf:Organization", "foaf:Agent"],
        said=[("foaf:name", Text(site.publisher, "de")), *mail],
    )


def _service(site: Site) -> Node:
    return Node(
        address=f"{site.addresses.root}#service",
        kinds=["dcat:DataService"],
        said=[
            ("dct:title", Text("OParl 1.1", "de")),
            ("dct:publisher", _publisher(site)),
            ("dcat:endpointURL", Iri(site.addresses.root)),
            ("dcat:endpointDescription", Iri(f"{site.base}/schema/openapi.json")),
            ("dct:license", Iri(licence_of(site.licence))),
        ],
    )


def _set(one: Described, site: Site) -> Sequence[Node]:
    files = [_file(one, form, site) for form in SHAPES[one.dataset].forms]
    changed: list[tuple[str, Value]] = []
    if one.changed is not None:
        at = Text(oparl_time(one.changed), kind="xsd:dateTime")
        changed.append(("dct:modified", at))
    return [
        Node(
            address=_address(one.dataset, site).address,
            kinds=["dcat:Dataset"],
            said=[
                *(("dct:title", Text(it, tag)) for tag, it in one.titles.items()),
                *(
                    ("dct:description", Text(it, tag))
                    for tag, it in one.descriptions.items()
                ),
                ("dct:publisher", _publisher(site)),
                ("dct:identifier", Text(_address(one.dataset, site).address)),
                *(("dcat:theme", Iri(theme)) for theme in _THEMES),
                *changed,
                ("dcat:landingPage", Iri(f"{site.base}/data")),
                *(("dcat:distribution", Iri(file.address)) for file in files),
            ],
        ),
        *files,
    ]


def _file(one: Described, form: Form, site: Site) -> Node:
    address = f"{site.base}/data/{one.dataset.value}.{form.value}"
    return Node(
        address=f"{address}#distribution",
        kinds=["dcat:Distribution"],
        said=[
            *(("dct:title", Text(it, tag)) for tag, it in one.titles.items()),
            ("dcat:accessURL", Iri(address)),
            ("dcat:downloadURL", Iri(address)),
            ("dct:format", Iri(f"{_EU}file-type/{form.value.upper()}")),
            ("dcat:mediaType", Iri(_media_type(form))),
            ("dct:license", Iri(licence_of(site.licence))),
            ("dcatde:licenseAttributionByText", Text(site.publisher, "de")),
        ],
    )


def _media_type(form: Form) -> str:
    return f"http://www.iana.org/assignments/media-types/{_FORMATS[form]}"


def _address(dataset: Dataset, site: Site) -> Iri:
    return Iri(f"{site.base}/data#{dataset.value}")


def _publisher(site: Site) -> Iri:
    return Iri(f"{site.base}/imprint#publisher")
