"""The contact points of the city, to be searched and printed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from anyio.to_thread import run_sync
from litestar import Router, get
from litestar.di import NamedDependency
from litestar.response import Response, Template

from lip.measures.documents.contact_points import contact_points_pdf
from lip.measures.queries.contact_points import ContactPoint, contact_points
from lip.measures.queries.names import Names, all_names
from lip.measures.rules.finding_places import Sought, fits
from lip.measures.rules.sheet import LocationLine
from lip.measures.words import PLACE_SIGNS, PLACES
from lip.web.json_ld import markup
from lip.web.page import AnyRequest, page
from lip.web.paging import paged
from lip.words import current_language, language_of


@get("/", name="contact_points.read")
async def read_contact_points(
    request: AnyRequest, now: NamedDependency[datetime]
) -> Template:
    """List the contact points, narrowed as somebody wishes."""
    names = await all_names()
    there = await contact_points(now=now)
    sought = _sought(request)
    asked = {
        "q": sought.text,
        "district": str(sought.district or ""),
        "language": sought.language,
    }
    found = paged(
        request, _found(there, sought, names), "contact_points.read", asked=asked
    )
    return page(
        request,
        "measures/contact_points.html",
        found=found,
        points=[_shown(one, names) for one in found.rows],
        sought=sought,
        query=urlencode({name: value for name, value in asked.items() if value}),
        districts=_districts(there, names),
        tongues=_tongues(there),
        about=markup(
            request,
            "ItemList",
            path="/contact-points",
            itemListElement=[
                _service(place, one.place) for place, one in enumerate(found.rows, 1)
            ],
        ),
    )


@get("/list.pdf", name="contact_points.print")
async def print_contact_points(
    request: AnyRequest, now: NamedDependency[datetime]
) -> Response[bytes]:
    """Set the same list as PDF/UA."""
    names = await all_names()
    found = _found(await contact_points(now=now), _sought(request), names)
    make = partial(
        contact_points_pdf,
        found,
        names,
        site=request.app.state.settings.site_name,
        accent=request.app.state.settings.accent,
        language=current_language(),
    )
    return Response(await run_sync(make), media_type="application/pdf")


def _sought(request: AnyRequest) -> Sought:
    asked = request.query_params
    try:
        district = UUID(asked.get("district", ""))
    except ValueError:
        district = None
    return Sought(
        text=" ".join(asked.get("q", "").split())[:100],
        district=district,
        language=asked.get("language", "")[:20],
    )


def _found(
    there: Sequence[ContactPoint], sought: Sought, names: Names
) -> Sequence[ContactPoint]:
    return [
        one for one in there if fits(one.place, sought, more=[_district(one, names)])
    ]


def _district(point: ContactPoint, names: Names) -> str:
    district = (
        names.districts.get(point.place.district) if point.place.district else None
    )
    return district.name if district else ""


def _shown(point: ContactPoint, names: Names) -> Mapping[str, Any]:
    place = point.place
    tags = [tag for tag in place.languages.split(",") if tag]
    return {
        "point": point,
        "place": place,
        "district": _district(point, names),
        "state": PLACES[place.state],
        "sign": PLACE_SIGNS[place.state],
        "tongues": [language_of(tag) for tag in tags],
    }


def _service(position: int, place: LocationLine) -> Mapping[str, Any]:
    """Say for search engines what is offered where, and in which languages."""
    return {
        "@type": "ListItem",
        "position": position,
        "item": {
            "@type": "GovernmentService",
            "name": place.service or place.address,
            "availableChannel": {
                "@type": "ServiceChannel",
                "serviceLocation": {"@type": "Place", "address": place.address},
                "servicePhone": {"@type": "ContactPoint", "telephone": place.phone}
                if place.phone
                else None,
                "serviceUrl": place.website,
                "availableLanguage": [it for it in place.languages.split(",") if it],
            },
        },
    }


def _districts(
    there: Sequence[ContactPoint], names: Names
) -> Sequence[tuple[str, str]]:
    used = {one.place.district for one in there}
    return [
        (str(one.id), one.name) for one in names.districts.values() if one.id in used
    ]


def _tongues(there: Sequence[ContactPoint]) -> Sequence[tuple[str, str]]:
    tags = {tag for one in there for tag in one.place.languages.split(",") if tag}
    return sorted(
        ((tag, language_of(tag).name) for tag in tags),
        key=lambda one: one[1].casefold(),
    )


router = Router(
    path="/contact-points",
    route_handlers=[read_contact_points, print_contact_points],
    include_in_schema=False,
)
