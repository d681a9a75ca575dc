"""Let programs in browsers, on any site, read open data (CORS)."""

from collections.abc import Sequence
from typing import Final

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from lip.opendata.rules.open_addresses import allowed_fields, is_open

_EVERY_ANSWER: Final = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"ETag, Content-Disposition"),
    (b"cross-origin-resource-policy", b"cross-origin"),
)
_METHODS: Final = b"GET, HEAD, OPTIONS"
_A_DAY: Final = b"86400"


class OpenToAll:
    """
    Says at open addresses that every site may read, whatever the answer is.

    It answers questions before a request (preflight) itself: they come without knowing
    what stands at an address, and browsers follow no redirect there. Nobody may send
    cookies along.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != ScopeType.HTTP or not is_open(scope["path"]):
            await self.app(scope, receive, send)
            return
        if scope["method"] == "OPTIONS":
            await _answer_before(scope, send)
            return

        async def send_open(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_EVERY_ANSWER]
            await send(message)

        await self.app(scope, receive, send_open)


async def _answer_before(scope: Scope, send: Send) -> None:
    asked = dict(scope["headers"]).get(b"access-control-request-headers", b"")
    fields = allowed_fields(asked.decode("latin-1"))
    headers: Sequence[tuple[bytes, bytes]] = [
        *_EVERY_ANSWER,
        (b"allow", _METHODS),
        (b"access-control-allow-methods", _METHODS),
        (b"access-control-max-age", _A_DAY),
        (b"vary", b"Access-Control-Request-Headers"),
        *([(b"access-control-allow-headers", fields.encode())] if fields else []),
    ]
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b"", "more_body": False})
