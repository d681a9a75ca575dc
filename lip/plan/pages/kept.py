"""Public pages of the plan, kept until anything on them changes."""

import hashlib
from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Response
from litestar.response import Template

from lip import __version__
from lip.plan.queries.reading import stamp_of
from lip.web.page import AnyRequest
from lip.web.visit import visit_of
from lip.words import current_language


async def kept_page(
    request: AnyRequest, plan: str, make: Callable[[], Awaitable[Template]]
) -> Response[Any]:
    """
    Answer with a page of a plan; "not modified" where the browser has it.

    One query tells whether anything of the plan is different. Pages with somebody's
    name in the head are made for her alone.
    """
    if visit_of(request).signed_in:
        return await make()
    key = (await stamp_of(plan), current_language(), request.scope["raw_path"])
    digest = hashlib.sha256(repr((__version__, visit_of(request).prefix, key)).encode())
    tag = f'"{digest.hexdigest()[:24]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if _knows(request, tag):
        return Response(b"", status_code=304, headers=headers)

    async def draw() -> bytes:
        made = await make()
        engine = request.app.template_engine
        assert engine is not None
        template = engine.get_template(str(made.template_name))
        html: str = template.render(**made.context, request=request)
        return html.encode()

    body = await request.app.state.plan_pages.get((tag, plan), draw)
    return Response(body, media_type="text/html; charset=utf-8", headers=headers)


def _knows(request: AnyRequest, tag: str) -> bool:
    known = request.headers.get("if-none-match", "")
    return tag in {one.strip().removeprefix("W/") for one in known.split(",")}
