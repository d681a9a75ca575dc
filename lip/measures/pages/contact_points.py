"""The contact points of the city, to be searched and printed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.response import Response, Template

from lip.measures.documents.contact_points import contact_points_pdf
from lip.measures.queries.contact_points import ContactPoint, contact_points
from lip.measures.queries.names import Names, all_names
from lip.measures.rules.finding_places import Sought, fits
from lip.measures.words import PLACE_SIGNS, PLACES
from lip.web.page import AnyRequest, page
from lip.words import current_language, language_of


@get("/", name="contact_points.read")
async def read_contact_points(
    request: AnyRequest, now: NamedDependency[datetime]
) -> Template:
    """List the contact points, narrowed as somebody wishes."""
    names = await all_names()
    there = await contact_points(now=now)
    sought = _sought(request)
    found = _found(there, sought, names)
    return page(
        request,
        "measures/contact_points.html",
        points=[_shown(one, names) for one in found],
        sought=sought,
        query=request.scope["query_string"].decode("latin-1"),
        districts=_districts(there, names),
        tongues=_tongues(there),
    )


@get("/list.pdf", name="contact_points.print")
async def print_contact_points(
    request: AnyRequest, now: NamedDependency[datetime]
) -> Response[bytes]:
    """Set the same list as PDF/UA."""
    names = await all_names()
    found = _found(await contact_points(now=now), _sought(request), names)
    pdf = contact_points_pdf(
        found,
        names,
        at=now,
        site=request.app.state.settings.site_name,
        accent=request.app.state.settings.accent,
        language=current_language(),
    )
    return Response(pdf, media_type="application/pdf")


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
