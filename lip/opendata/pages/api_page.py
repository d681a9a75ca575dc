"""The description of the interfaces as a page (OpenAPI), for who writes programs."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.response import Template

from lip.opendata.pages.answers import provide_site
from lip.opendata.rules.site import Site
from lip.web.page import AnyRequest, page

OPEN: Final = ("OParl 1.1", "Plan", "Data")
"""The groups of interfaces that everybody may use, by their names in OpenAPI."""


@get("/data/api", name="data.api", include_in_schema=False)
async def show_api(request: AnyRequest, site: NamedDependency[Site]) -> Template:
    """List every address with what it understands and what it answers."""
    described = request.app.openapi_schema.to_schema()
    return page(
        request, "opendata/api.html", base=site.base, groups=groups_of(described)
    )


def groups_of(
    described: Mapping[str, Any],
) -> Sequence[tuple[str, Sequence[Mapping[str, Any]]]]:
    """Put what is open to everybody into groups, as the description has it."""
    found: dict[str, list[Mapping[str, Any]]] = {name: [] for name in OPEN}
    for path, methods in described["paths"].items():
        told = methods.get("get", {})
        for name in set(told.get("tags", ())) & found.keys():
            found[name].append(_operation(path, told))
    return [(name, them) for name, them in found.items() if them]


def _operation(path: str, told: Mapping[str, Any]) -> Mapping[str, Any]:
    return {
        "path": path,
        "summary": told["summary"],
        "asked": [_asked(one) for one in told.get("parameters", ())],
        "answers": [
            {
                "status": status,
                "description": one["description"],
                "types": list(one.get("content", {})),
            }
            for status, one in told["responses"].items()
        ],
    }


def _asked(one: Mapping[str, Any]) -> Mapping[str, str]:
    schema = one.get("schema", {})
    return {
        "name": one["name"],
        "where": one["in"],
        "kind": schema.get("format") or schema.get("type", ""),
        "description": one.get("description", ""),
    }


router = Router(
    path="/",
    route_handlers=[show_api],
    dependencies={"site": Provide(provide_site, sync_to_thread=False)},
)
