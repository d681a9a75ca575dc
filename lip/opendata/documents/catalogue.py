"""The catalogue of all sets of data, by DCAT-AP.de 3.0."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lip.opendata.documents.rdf import Iri, Node, Text, Value
from lip.opendata.rules.datasets import SHAPES, Dataset, Form
from lip.opendata.rules.oparl import SCHEMA, Stamps, oparl_time
from lip.opendata.rules.site import Site

_EU: Final = "http://publications.europa.eu/resource/authority/"
_THEMES: Final = (f"{_EU}data-theme/SOCI", f"{_EU}data-theme/GOVE")
_GERMAN: Final = f"{_EU}language/DEU"
_AS_IT_COMES: Final = f"{_EU}frequency/CONT"
_LASTING: Final = f"{_EU}planned-availability/STABLE"
_CITY_LEVEL: Final = "http://dcat-ap.de/def/politicalGeocoding/Level/municipality"
_CITY_KEY: Final = "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/"
_KEYWORDS: Final = ("Integration", "Migration", "Beteiligung")
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
    """A set in words, by language, and when it began and changed the last time."""

    dataset: Dataset
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    times: Stamps | None


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
    services = _services(sets, site)
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
            ("dcat:themeTaxonomy", Iri(f"{_EU}data-theme")),
            *_where(site),
            *(("dcat:dataset", _address(one.dataset, site)) for one in sets),
            *(("dcat:service", Iri(one.address)) for one in services),
        ],
    )
    return [
        whole,
        *_organisation(site),
        *_city(site),
        *services,
        *(node for one in sets for node in _set(one, site)),
    ]


def _organisation(site: Site) -> Sequence[Node]:
    """Name who publishes, and how to reach them: both are asked for, each its way."""
    mail = Iri(f"mailto:{site.contact_email}") if site.contact_email else None
    reach: tuple[str, Value] = ("vcard:hasURL", Iri(f"{site.base}/imprint"))
    return [
        Node(
            address=_publisher(site).address,
            kinds=["foaf:Organization", "foaf:Agent"],
            said=[
                ("foaf:name", Text(site.publisher, "de")),
                *([("foaf:mbox", mail)] if mail else []),
            ],
        ),
        Node(
            address=_contact(site).address,
            kinds=["vcard:Organization", "vcard:Kind"],
            said=[
                ("vcard:fn", Text(site.publisher)),
                ("vcard:hasEmail", mail) if mail else reach,
            ],
        ),
    ]


def _city(site: Site) -> Sequence[Node]:
    """Say which city it is about, if its key is known."""
    return [
        Node(address=place.address, kinds=["dct:Location"], said=[])
        for place in _place(site)
    ]


def _place(site: Site) -> Sequence[Iri]:
    return [Iri(_CITY_KEY + site.city_key)] if site.city_key else []


def _where(site: Site) -> Sequence[tuple[str, Value]]:
    return [("dct:spatial", one) for one in _place(site)]


def _contributor(site: Site) -> Sequence[tuple[str, Value]]:
    """Name who delivers to GovData, whom only GovData asks for (K12, K13)."""
    if not site.contributor:
        return []
    return [("dcatde:contributorID", Iri(site.contributor))]


def _services(sets: Sequence[Described], site: Site) -> Sequence[Node]:
    """Describe what answers single questions, and of which sets."""
    oparl, rest = site.addresses.root, f"{site.base}/rest"
    plan = {Dataset.PLANS, Dataset.CHAPTERS}
    chapters = [one.dataset for one in sets if one.dataset in plan]
    return [
        _service(
            oparl,
            [one.dataset for one in sets],
            site,
            title="OParl 1.1",
            standard=SCHEMA,
        ),
        _service(rest, chapters, site, title="Antragsgrün-REST"),
    ]


def _service(
    address: str,
    serves: Sequence[Dataset],
    site: Site,
    *,
    title: str,
    standard: str = "",
) -> Node:
    return Node(
        address=f"{address}#service",
        kinds=["dcat:DataService"],
        said=[
            ("dct:title", Text(title, "de")),
            ("dct:publisher", _publisher(site)),
            ("dcat:contactPoint", _contact(site)),
            ("dcat:endpointURL", Iri(address)),
            ("dcat:endpointDescription", Iri(f"{site.base}/schema/openapi.json")),
            *([("dct:conformsTo", Iri(standard))] if standard else []),
            *(("dcat:servesDataset", _address(one, site)) for one in serves),
            ("dct:license", Iri(licence_of(site.licence))),
        ],
    )


def _set(one: Described, site: Site) -> Sequence[Node]:
    files = [_file(one, form, site) for form in SHAPES[one.dataset].forms]
    keywords = (one.titles.get("de", ""), *_KEYWORDS)
    return [
        Node(
            address=_address(one.dataset, site).address,
            kinds=["dcat:Dataset"],
            said=[
                *_in_words(one),
                ("dct:publisher", _publisher(site)),
                ("dcat:contactPoint", _contact(site)),
                ("dct:identifier", Text(_address(one.dataset, site).address)),
                *(("dcat:theme", Iri(theme)) for theme in _THEMES),
                *(("dcat:keyword", Text(it, "de")) for it in keywords if it),
                *_times(one),
                ("dct:accrualPeriodicity", Iri(_AS_IT_COMES)),
                ("dct:language", Iri(_GERMAN)),
                ("dcatde:politicalGeocodingLevelURI", Iri(_CITY_LEVEL)),
                *_where(site),
                *_contributor(site),
                ("dcat:landingPage", Iri(f"{site.base}/data")),
                *(("dcat:distribution", Iri(file.address)) for file in files),
            ],
        ),
        *files,
    ]


def _in_words(one: Described) -> Sequence[tuple[str, Value]]:
    return [
        *(("dct:title", Text(it, tag)) for tag, it in one.titles.items()),
        *(("dct:description", Text(it, tag)) for tag, it in one.descriptions.items()),
    ]


def _times(one: Described) -> Sequence[tuple[str, Value]]:
    if one.times is None:
        return []
    began, changed = oparl_time(one.times.created), oparl_time(one.times.modified)
    return [
        ("dct:issued", Text(began, kind="xsd:dateTime")),
        ("dct:modified", Text(changed, kind="xsd:dateTime")),
    ]


def _file(one: Described, form: Form, site: Site) -> Node:
    address = f"{site.base}/data/{one.dataset.value}.{form.value}"
    return Node(
        address=f"{address}#distribution",
        kinds=["dcat:Distribution"],
        said=[
            *_in_words(one),
            ("dcat:accessURL", Iri(address)),
            ("dcat:downloadURL", Iri(address)),
            ("dct:format", Iri(f"{_EU}file-type/{form.value.upper()}")),
            ("dcat:mediaType", Iri(_media_type(form))),
            ("dcatap:availability", Iri(_LASTING)),
            *_times(one),
            ("dct:language", Iri(_GERMAN)),
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


def _contact(site: Site) -> Iri:
    return Iri(f"{site.base}/imprint#contact")
