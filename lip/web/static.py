"""Static files under hashed names, so that browsers may keep them for good."""

import hashlib
from functools import cache
from pathlib import Path

from litestar.datastructures import CacheControlHeader
from litestar.router import Router
from litestar.static_files import create_static_files_router

_BESIDE = Path(__file__).parents[1] / "static"  # in an installed package
FOLDER = _BESIDE if _BESIDE.is_dir() else Path(__file__).parents[2] / "static"


@cache
def fingerprint() -> str:
    """Hash everything under `static/`; a change of any file changes every name."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(FOLDER).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def static_path(name: str) -> str:
    """Give the address of a static file; its name is relative to `static/`."""
    return f"/static/{fingerprint()}/{name}"


def static_router() -> Router:
    """Serve the files as they lie; modules may import each other by relative name."""
    return create_static_files_router(
        path=f"/static/{fingerprint()}",
        directories=[FOLDER],
        name="static",
        cache_control=CacheControlHeader(
            max_age=31_536_000, public=True, immutable=True
        ),
        include_in_schema=False,
    )
