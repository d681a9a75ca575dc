"""
What a page is about, for search engines: schema.org as JSON-LD.

A page hands `about=markup(request, …)` to its template; the frame writes it into the
head, and the way to the page (`parts.crumbs`) is said as well. It is data and no
script, so the strict policy for scripts stays as it is.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from markupsafe import Markup

from lip.said import Said, Spoken
from lip.web.page import AnyRequest
from lip.words import current_language

_ENDS: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def markup(request: AnyRequest, kind: str, /, **said: Any) -> Markup:
    """
    Say of which type of schema.org the page is, and what is known of it.

    Texts in several languages become those of the page; what is empty is left out.
    `path` is where it stands, and `part_of` the path of what it belongs to.
    """
    settings = request.app.state.settings
    base = settings.base_url.rstrip("/")
    path, part_of = said.pop("path", ""), said.pop("part_of", "")
    values = {
        "@context": "https://schema.org",
        "@type": kind,
        "url": f"{base}{path}" if path else "",
        "isPartOf": {"@type": "CreativeWork", "url": f"{base}{part_of}"}
        if part_of
        else None,
        "inLanguage": said.pop("language", ""),
        **said,
        "license": settings.licence,
        "publisher": _publisher(settings.operator or settings.site_name),
    }
    return written(values)


def download(request: AnyRequest, path: str, media_type: str) -> Mapping[str, str]:
    """Name a file that can be taken away."""
    base = request.app.state.settings.base_url.rstrip("/")
    return {
        "@type": "DataDownload",
        "encodingFormat": media_type.partition(";")[0],
        "contentUrl": f"{base}{path}",
    }


def breadcrumbs(base: str, trail: Sequence[tuple[str, str]]) -> Markup:
    """Say the way to a page: labels with paths, the page itself without."""
    steps = [
        {
            "@type": "ListItem",
            "position": place,
            "name": str(label),
            "item": f"{base}{path}" if path else "",
        }
        for place, (label, path) in enumerate(trail, start=1)
    ]
    return written({
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": steps,
    })


def written(values: Mapping[str, Any]) -> Markup:
    """Write it so that it may stand in a page: no sign can end its element."""
    text = json.dumps(_plain(values), ensure_ascii=False)
    for sign, safe in _ENDS.items():
        text = text.replace(sign, safe)
    return Markup(text)  # noqa: S704 - no sign of it can end its element


def _publisher(name: str) -> Mapping[str, str]:
    return {"@type": "Organization", "name": name}


def _plain(value: Any) -> Any:
    if isinstance(value, Said):
        return value.pick(current_language()).text
    if isinstance(value, Spoken):
        return value.text
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        kept = {key: _plain(one) for key, one in value.items()}
        return {key: one for key, one in kept.items() if one not in ("", None, [], {})}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
