"""Public pages of the plan, kept until anything on them changes."""

import gzip
import hashlib
from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Response
from litestar.response import Template
from litestar.utils.scope.state import ScopeState

from lip import __version__
from lip.bodies.pages.paper_links import (
    drawn_page,
    linked_page,
    numbers_in,
    paths_to,
    with_links,
)
from lip.plan.queries.stamps import stamp_of
from lip.web.deps import now as clock
from lip.web.page import AnyRequest
from lip.web.visit import visit_of
from lip.words import current_language


async def kept_page(
    request: AnyRequest,
    plan: str,
    make: Callable[[], Awaitable[Template]],
    *,
    asked: tuple[str, ...] = (),
) -> Response[Any]:
    """
    Answer with a page of a plan; "not modified" where the browser has it.

    `asked` is what of the query changes the page.

    One query tells whether anything of the plan is different, a second one where the
    council papers that it names can be read. Pages with somebody's name in the head are
    made for her alone.
    """
    if visit_of(request).signed_in:
        return await linked_page(request, await make())
    key = (
        await stamp_of(plan, now=clock()),
        current_language(),
        request.scope["raw_path"],
        asked,
    )
    stamp = _digest(__version__, visit_of(request).prefix, key)
    if _knows(request, stamp):
        return _unchanged(stamp)

    async def draw() -> tuple[str, frozenset[str]]:
        html = drawn_page(request, await make())
        return html, numbers_in(html)

    kept = request.app.state.plan_pages
    html, named = await kept.get((stamp, plan), draw)
    if not named:
        return await _sent(request, html, stamp)
    paths = await paths_to(request, named)
    linked = f"{stamp}-{_digest(sorted(paths.items()))}"
    if _knows(request, linked):
        return _unchanged(linked)

    async def link() -> str:
        return with_links(html, paths)

    return await _sent(request, await kept.get((linked, plan), link), linked)


def _digest(*values: object) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()[:24]


async def _sent(request: AnyRequest, html: str, stamp: str) -> Response[Any]:
    """Send a page as it is kept: packed once, not for every reader."""
    headers = {**_headers(stamp), "Vary": "Accept-Encoding"}
    media_type = "text/html; charset=utf-8"
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(html.encode(), media_type=media_type, headers=headers)

    async def pack() -> bytes:
        return gzip.compress(html.encode(), 6, mtime=0)

    packed = await request.app.state.plan_pages.get((stamp, "gzip"), pack)
    ScopeState.from_scope(request.scope).is_cached = True  # nobody packs it again
    headers["Content-Encoding"] = "gzip"
    return Response(packed, media_type=media_type, headers=headers)


def _unchanged(stamp: str) -> Response[Any]:
    return Response(b"", status_code=304, headers=_headers(stamp))


def _headers(stamp: str) -> dict[str, str]:
    return {"ETag": f'"{stamp}"', "Cache-Control": "private, no-cache"}


def _knows(request: AnyRequest, stamp: str) -> bool:
    known = request.headers.get("if-none-match", "")
    return f'"{stamp}"' in {one.strip().removeprefix("W/") for one in known.split(",")}
