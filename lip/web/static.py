"""Static files under hashed names, so that browsers may keep them for good."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from litestar import HttpMethod, Response
from litestar.datastructures import CacheControlHeader
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.router import Router
from litestar.static_files import create_static_files_router

from lip.web.sheets import trimmed

_BESIDE = Path(__file__).parents[1] / "static"  # in an installed package
FOLDER = _BESIDE if _BESIDE.is_dir() else Path(__file__).parents[2] / "static"
_FOR_GOOD: Final = CacheControlHeader(max_age=31_536_000, public=True, immutable=True)


@cache
def sheets() -> Mapping[str, bytes]:
    """Give the style sheets as they are sent, by the names of their files."""
    return {
        path.name: trimmed(path.read_text(encoding="utf-8")).encode()
        for path in sorted((FOLDER / "css").glob("*.css"))
    }


@cache
def fingerprint() -> str:
    """Hash everything that is sent; a change of any file changes every name."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(FOLDER).as_posix().encode())
            digest.update(path.read_bytes())
    for sheet in sheets().values():
        digest.update(sheet)
    return digest.hexdigest()[:12]


def static_path(name: str) -> str:
    """Give the address of a static file; its name is relative to `static/`."""
    return f"/static/{fingerprint()}/{name}"


@HTTPRouteHandler(
    "/css/{name:str}",
    http_method=[HttpMethod.GET, HttpMethod.HEAD],
    name="static.sheet",
    cache_control=_FOR_GOOD,
    include_in_schema=False,
)
async def show_sheet(name: FromPath[str]) -> Response[bytes]:
    """Send a style sheet, trimmed when the server started."""
    if name not in sheets():
        raise NotFoundException
    return Response(sheets()[name], media_type="text/css")


def static_router() -> Router:
    """Serve the files as they lie; modules may import each other by relative name."""
    router = create_static_files_router(
        path=f"/static/{fingerprint()}",
        directories=[FOLDER],
        name="static",
        cache_control=_FOR_GOOD,
        include_in_schema=False,
    )
    router.register(show_sheet)
    return router
