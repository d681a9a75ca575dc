"""
The language of a page stands in its address: `/ar/…` is Arabic.

So nobody needs a cookie or an account to read in her language, an address can be
passed on, and every page can be cached. Without a prefix the browser's wish counts.
"""

from babel.core import negotiate_locale
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from lip.web.visit import Visit
from lip.words import LANGUAGES, speaking
from lip.words.catalogues import SOURCE


def wished_language(header: str) -> str:
    """Choose a language by the `Accept-Language` header (RFC 9110, 12.5.4)."""
    wishes: list[tuple[float, int, str]] = []
    for place, part in enumerate(header[:500].split(",")):
        tag, _, quality = part.strip().lower().partition(";q=")
        try:
            weight = float(quality) if quality else 1.0
        except ValueError:
            weight = 0.0
        if tag and weight > 0:
            wishes.append((-weight, place, tag))
    tags = [tag for *_, tag in sorted(wishes)]
    spoken = {tag.lower(): tag for tag in LANGUAGES}
    return spoken.get(negotiate_locale(tags, list(spoken), sep="-") or "", SOURCE)


def parted(path: str) -> tuple[str, str]:
    """Part `/ar/door` into the language "ar" and the path "/door"."""
    first, _, rest = path.removeprefix("/").partition("/")
    if first in LANGUAGES:
        return first, f"/{rest}"
    return "", path


class LanguageInAddress:
    """Takes the language out of the address and speaks it for the whole request."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request in its language."""
        if scope["type"] != ScopeType.HTTP:
            await self.app(scope, receive, send)
            return
        tag, path = parted(scope["path"])
        prefix = f"/{tag}" if tag else ""
        spoken = tag or wished_language(_accept_language(scope))
        scope["path"] = path
        scope["raw_path"] = path.encode()
        scope["state"] = {**scope.get("state", {}), "visit": Visit(prefix, path)}

        async def say_language(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [*message["headers"], (b"content-language", spoken.encode())]
                if not tag:
                    headers.append((b"vary", b"Accept-Language"))
                message["headers"] = headers
            await send(message)

        with speaking(spoken):
            await self.app(scope, receive, say_language)


def _accept_language(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"accept-language":
            return value.decode("latin-1")
    return ""
