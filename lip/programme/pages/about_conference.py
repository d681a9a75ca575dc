"""What pages of a conference are about, for search engines (schema.org)."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from lip.conference.queries.conferences import ConferenceFacts
from lip.web.json_ld import markup
from lip.web.page import AnyRequest
from lip.web.paths import path_to


def about_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    kind: str,
    route: str,
    /,
    *,
    number: int | None = None,
    **said: Any,
) -> Markup:
    """Say of which type a page is, and that it belongs to the conference."""
    values = {"key": conference.key, **({"number": number} if number else {})}
    return markup(
        request,
        kind,
        path=path_to(request.app, route, values),
        about=_event(request, conference),
        **said,
    )


def _event(request: AnyRequest, conference: ConferenceFacts) -> Mapping[str, Any]:
    base = request.app.state.settings.base_url.rstrip("/")
    path = path_to(request.app, "public.show", {"key": conference.key})
    first = min((doors.open for doors in conference.days), default=None)
    return {
        "@type": "Event",
        "name": conference.title,
        "url": f"{base}{path}",
        "startDate": first.astimezone(conference.zone) if first else None,
        "location": {"@type": "Place", "name": conference.place}
        if conference.place
        else None,
    }
