"""How a page answers: a template, or a redirect after a change."""

from typing import Any

from litestar import Request
from litestar.response import Redirect, Template

from lip.web.pages import page_context, prefixed

AnyRequest = Request[Any, Any, Any]


def page(
    request: AnyRequest, template: str, /, *, status: int = 200, **values: object
) -> Template:
    """Answer with a page; `values` are what its template is about."""
    context = {**page_context(request), "status": status, **values}
    return Template(template, context=context, status_code=status)


def redirect(request: AnyRequest, name: str, /, **values: object) -> Redirect:
    """Answer a change by sending the browser to a page (303, RFC 9110)."""
    return Redirect(prefixed(request, name, **values), status_code=303)


def wants_fragment(request: AnyRequest, name: str) -> bool:
    """Tell whether a script asks for one part of the page only."""
    return request.headers.get("x-fragment") == name
