"""How open data is answered: to everybody, with tags, without cookies."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from email.utils import format_datetime
from typing import Any, Final
from urllib.parse import quote, urlsplit

from litestar import Response
from litestar.di import NamedDependency
from litestar.response import Redirect

from lip.errors import NotFound, Refusal
from lip.opendata.rules.oparl import SCHEMA, written
from lip.opendata.rules.site import Site
from lip.programme.rules.file_names import plain_name
from lip.settings import Settings
from lip.web.page import AnyRequest
from lip.web.refusals import Sentences
from lip.web.visit import visit_of

JSON: Final = "application/json; charset=utf-8"
KEPT: Final[Mapping[str, str]] = {"Cache-Control": "no-cache"}
"""Programs may keep an answer, and ask whether it still holds."""
_HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def site_of(settings: Settings) -> Site:
    """Say who publishes; what settings leave open, they say elsewhere."""
    name = settings.operator or settings.site_name
    return Site(
        base=settings.base_url.rstrip("/"),
        name=settings.site_name,
        city=settings.city or name,
        city_key=settings.city_key,
        contributor=settings.contributor,
        publisher=name,
        contact_email=settings.contact_email,
        licence=settings.licence,
    )


def provide_site(settings: NamedDependency[Settings]) -> Site:
    """Give who publishes to whatever asks for it."""
    return site_of(settings)


def open_answer(
    request: AnyRequest,
    content: bytes,
    media_type: str = JSON,
    *,
    changed: datetime | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[bytes]:
    """Answer with content, or that nothing has changed since it was asked last."""
    if media_type.startswith("text/"):
        media_type = media_type.partition(";")[0]  # the framework says the encoding
    tag = f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'
    head = {**KEPT, "ETag": tag, **(headers or {})}
    if changed is not None:
        head["Last-Modified"] = format_datetime(changed, usegmt=True)
    if _knows(request, tag, head.get("Last-Modified", "")):
        return Response(b"", status_code=304, headers=head, media_type=media_type)
    return Response(content, headers=head, media_type=media_type)


def error_answer(status: int, message: str, debug: str = "") -> Response[bytes]:
    """Answer an error as OParl has it, open to programs like everything else."""
    error = {"type": f"{SCHEMA}Error", "message": message, "debug": debug or message}
    return answer_json(status, error)


def answer_json(status: int, value: Any) -> Response[bytes]:
    """Answer something that has no tag because nobody keeps it."""
    return Response(
        written(value).encode(), status_code=status, headers=KEPT, media_type=JSON
    )


def said_of(request: AnyRequest, refusal: Refusal) -> str:
    """Put a refusal into the current language."""
    sentences: Sentences = request.app.state.sentences
    return sentences.say(refusal)


def no_such_object() -> NotFound:
    """Say that there is nothing at an address."""
    return NotFound("no_such_open_object")


async def only_canonical(request: AnyRequest) -> Redirect | None:
    """Lead to the one address of a thing: the host of settings, and no language."""
    settings: Settings = request.app.state.settings
    host = request.headers.get("host", "").lower()
    known = urlsplit(settings.base_url).netloc.lower()
    elsewhere = host != known and (urlsplit(f"//{host}").hostname or "") not in _HERE
    plain = settings.secure and request.headers.get("x-forwarded-proto") == "http"
    if not elsewhere and not plain and not visit_of(request).prefix:
        return None
    query = request.scope["query_string"].decode("latin-1")
    path = quote(visit_of(request).path, safe="/:@!$&'()*+,;=~-._")
    address = f"{settings.base_url.rstrip('/')}{path}" + (f"?{query}" if query else "")
    return Redirect(address, status_code=301, headers=dict(KEPT))


def disposition(filename: str, *, download: bool) -> str:
    """Name a file (RFC 6266, RFC 8187): to be saved, or to be looked at."""
    how = "attachment" if download else "inline"
    exact = quote(filename, safe="")
    return f"{how}; filename=\"{plain_name(filename)}\"; filename*=UTF-8''{exact}"


def _knows(request: AnyRequest, tag: str, last_modified: str) -> bool:
    known = request.headers.get("if-none-match")
    if known is not None:
        return known.strip() == "*" or tag in [one.strip() for one in known.split(",")]
    since = request.headers.get("if-modified-since", "")
    return bool(last_modified) and since == last_modified
