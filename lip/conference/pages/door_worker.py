"""The service worker of the door, with the list of files that it keeps."""

import json
from functools import cache

from litestar import Response, Router, get

from lip.web.static import FOLDER, fingerprint, static_path

KEPT_FILES = (
    *(f"css/{name}.css" for name in ("base", "parts", "fonts", "door", "offline")),
    *(f"js/{name}.js" for name in ("page", "door", "acts", "live", "sounds")),
    *(f"js/{name}.js" for name in ("handscanner", "camera", "scanner")),
    *(
        f"js/offline/{name}.js"
        for name in ("desk", "admission", "answers", "list", "locks", "queue", "store")
    ),
    "vendor/qr-0.7.0.js",
    *("icons/sprite.svg", "icons/mark.svg"),
    *(
        f"fonts/web/noto-sans-{script}-{weight}.woff2"
        for script in ("latin", "latin-more", "arabic", "cyrillic")
        for weight in (400, 700)
    ),
)
"""What the page is made of; fonts of rarer scripts are kept once they were shown."""


@get("/worker.js", name="door.worker", media_type="text/javascript")
async def show_worker() -> Response[str]:
    """Give the service worker; it governs the pages beside it, and no others."""
    return Response(
        _worker(), media_type="text/javascript", headers={"Cache-Control": "no-cache"}
    )


@cache
def _worker() -> str:
    """Put the list of files before the script, so that a change renews the cache."""
    script = (FOLDER / "js/offline/worker.js").read_text(encoding="utf-8")
    files = json.dumps([*(static_path(name) for name in KEPT_FILES), "/theme.css"])
    return f'const VERSION = "{fingerprint()}";\nconst FILES = {files};\n{script}'


router = Router(path="/door", route_handlers=[show_worker], include_in_schema=False)
