"""How a page answers: a template, or a redirect after a change."""

from typing import Any
from urllib.parse import urlencode

from litestar import Request
from litestar.response import Redirect, Template

from lip.web.pages import page_context, prefixed
from lip.web.visit import visit_of

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


def with_query(answer: Redirect, **values: int | str) -> Redirect:
    """Tell the next page what has come of a change."""
    return Redirect(f"{answer.url}?{urlencode(values)}", status_code=303)


def redirect_to(request: AnyRequest, path: str) -> Redirect:
    """Send the browser to a path of ours, in the language of this request."""
    return Redirect(visit_of(request).prefix + path, status_code=303)


def local_path(text: str) -> str:
    """
    Give a path that stays on this site, or nothing.

    >>> local_path("/door/eins?q=a"), local_path("//elsewhere"), local_path("door")
    ('/door/eins?q=a', '', '')
    """
    leaves = text[1:2] in {"/", "\\"} or not text.isascii() or not text.isprintable()
    return text if text[:1] == "/" and not leaves and len(text) <= 500 else ""


def wants_fragment(request: AnyRequest, name: str) -> bool:
    """Tell whether a script asks for one part of the page only."""
    return request.headers.get("x-fragment") == name
