"""The city for programs: system, body, terms of the plan, and its organisations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid5

from lip.bodies.rules.bodies import BodyFacts
from lip.bodies.rules.kinds import BodyKind
from lip.opendata.rules.dated import Dated
from lip.opendata.rules.oparl import LISTS, SCHEMA, OparlType, Thing
from lip.opendata.rules.site import CITY, SYSTEM, Site
from lip.partial_dates import PartialDate
from lip.said import Said

PRODUCT: Final = "https://example.org/lip"
_TYPES: Final[Mapping[BodyKind, tuple[str, str]]] = {
    BodyKind.COUNCIL: ("Gremium", "Rat"),
    BodyKind.COMMITTEE: ("Gremium", "Ausschuss"),
    BodyKind.DISTRICT_COUNCIL: ("Gremium", "Stadtbezirksrat"),
    BodyKind.STEERING_GROUP: ("Gremium", "Lenkungsgruppe"),
    BodyKind.EXPERT_GROUP: ("Gremium", "Expertengruppe"),
    BodyKind.ADVISORY_BOARD: ("Gremium", "Beirat"),
    BodyKind.OFFICE: ("Verwaltungsbereich", "Verwaltung"),
    BodyKind.PARTY: ("Fraktion", "Fraktion"),
    BodyKind.ASSOCIATION: ("Institution", "Verein"),
    BodyKind.FUNDER: ("Institution", "Förderer"),
    BodyKind.OTHER: ("Sonstiges", "Sonstiges"),
}
"""Type and kind of an organisation, in the words of the standard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The years for which a plan holds, as far as they are known, and its page."""

    id: UUID
    name: str
    path: str
    begins: datetime | None
    dated: Dated


def german(said: Said) -> str:
    """Give a text in German, or in the language it was written in."""
    return said.pick("de").text


def system(site: Site, dated: Dated) -> Thing:
    """Tell of the server itself: where every program begins."""
    addresses = site.addresses
    return Thing(
        kind=OparlType.SYSTEM,
        id=SYSTEM,
        created=dated.created,
        changed=dated.changed,
        fields={
            "oparlVersion": SCHEMA,
            "license": site.licence,
            "body": f"{addresses.root}bodies",
            "name": site.name,
            "contactEmail": site.contact_email,
            "contactName": site.publisher,
            "website": f"{site.base}/",
            "product": PRODUCT,
            "web": f"{site.base}/data",
        },
    )


def city(site: Site, terms: Sequence[Thing], dated: Dated) -> Thing:
    """Tell of the city as the one body, with the addresses of all its lists."""
    addresses = site.addresses
    lists = {name: addresses.list_of(CITY, kind) for name, kind in LISTS.items()}
    return Thing(
        kind=OparlType.BODY,
        id=CITY,
        created=dated.created,
        changed=dated.changed,
        fields={
            "system": addresses.root,
            "name": site.city,
            "website": f"{site.base}/",
            "license": site.licence,
            "ags": site.city_key,
            "contactEmail": site.contact_email,
            "contactName": site.publisher,
            "web": f"{site.base}/",
            **lists,
        },
        parts={"legislativeTerm": terms},
    )


def term(one: Term, site: Site) -> Thing:
    """Tell of the years of a plan."""
    return Thing(
        kind=OparlType.TERM,
        id=one.id,
        created=one.dated.created,
        changed=one.dated.changed,
        fields={
            "name": one.name,
            "startDate": one.begins.date().isoformat() if one.begins else "",
            "web": site.addresses.page(one.path),
        },
        back={"body": site.addresses.of(OparlType.BODY, CITY)},
    )


def organisation(one: BodyFacts, dated: Dated, site: Site) -> Thing:
    """Tell of a body that decides, works, takes part or pays."""
    kind, classification = _TYPES[one.kind]
    parent = one.parent and site.addresses.of(OparlType.ORGANIZATION, one.parent)
    place = _seat(one, dated)
    return Thing(
        kind=OparlType.ORGANIZATION,
        id=one.id,
        created=dated.created,
        changed=dated.changed,
        fields={
            **body_of(site),
            "name": german(one.name),
            "shortName": one.short_name,
            "subOrganizationOf": parent,
            "organizationType": kind,
            "classification": classification,
            **_years(one),
            "website": one.website if "://" in one.website else "",
            "web": site.addresses.page(f"/bodies/{one.key}"),
        },
        parts={"location": place} if place else {},
    )


def named_organisation(name: str, *, kind: BodyKind, dated: Dated, site: Site) -> Thing:
    """Tell of an organisation of which nothing but the name is known."""
    organisation_type, classification = _TYPES[kind]
    return Thing(
        kind=OparlType.ORGANIZATION,
        id=id_by_name(name),
        created=dated.created,
        changed=dated.changed,
        fields={
            **body_of(site),
            "name": name,
            "organizationType": organisation_type,
            "classification": classification,
        },
    )


def id_by_name(name: str) -> UUID:
    """Give the id of an organisation that has nothing but a name."""
    return uuid5(CITY, f"organisation {name.strip().casefold()}")


def body_of(site: Site) -> Mapping[str, Any]:
    """Point from anything to the city it belongs to."""
    return {"body": site.addresses.of(OparlType.BODY, CITY)}


def dates_of(name: str, date: PartialDate | None) -> Mapping[str, Any]:
    """Give a date where its day is known, or else what is known of it."""
    if date is None:
        return {}
    if date.is_day:
        return {name: date.dump()}
    return {f"lip:{name}": date.dump()}


def _years(one: BodyFacts) -> Mapping[str, Any]:
    return {**dates_of("startDate", one.since), **dates_of("endDate", one.until)}


def _seat(one: BodyFacts, dated: Dated) -> Thing | None:
    if not one.street and not one.town:
        return None
    return Thing(
        kind=OparlType.LOCATION,
        id=uuid5(one.id, "location"),
        created=dated.created,
        changed=dated.changed,
        fields={
            "description": ", ".join(filter(None, (one.street, one.town))),
            "streetAddress": one.street,
            **place_of(one.town),
        },
    )


def place_of(town: str) -> Mapping[str, str]:
    """Part "30159 Hannover" into what the standard calls postal code and locality."""
    first, _, rest = town.partition(" ")
    if len(first) == 5 and first.isdigit() and rest:
        return {"postalCode": first, "locality": rest}
    return {"locality": town}
