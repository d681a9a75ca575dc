"""Everybody who may knock, and the application's routes to knock at."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx
from litestar import Litestar
from litestar.routes import HTTPRoute

from lip.accounts.rules.roles import Role
from tests.client import (
    another,
    form_token,
    litestar_in,
    sign_in,
    sign_in_by_link,
    token_for,
)
from tests.factories import make_person

ROLES = [role for role in Role if role is not Role.ADMINISTRATOR]
VISITORS = [
    *("anonymous", "link@eins", "link@zwei", "token@eins", "token@zwei", "no role"),
    "administrator",
    *(str(role) for role in ROLES),
    *(f"{role}@{scope}" for role in ROLES for scope in ("eins", "zwei")),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One thing that can be asked for."""

    name: str
    method: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back."""

    status: int
    body: bytes


@dataclass(slots=True)
class Visitor:
    """Somebody who knocks, with what a browser or program would send along."""

    app: Any
    headers: dict[str, str] = field(default_factory=dict)

    async def knock(self, method: str, path: str, body: bytes = b"") -> Reply:
        """Ask, and hang up once the answer has begun: some answers never end."""
        started, pieces = 0, [b""]
        waiting = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> dict[str, Any]:
            return waiting.pop() if waiting else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            nonlocal started
            started = message.get("status", started)
            pieces.append(message.get("body", b""))

        await self.app(self._scope(method, path), receive, send)
        return Reply(status=started, body=b"".join(pieces))

    def _scope(self, method: str, path: str) -> dict[str, Any]:
        parts = urlsplit(path)
        form = {"content-type": "application/x-www-form-urlencoded"}
        headers = {"host": "127.0.0.1:8000", **form, **self.headers}
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": parts.path,
            "raw_path": parts.path.encode(),
            "root_path": "",
            "query_string": parts.query.encode(),
            "headers": [(k.encode(), v.encode()) for k, v in headers.items()],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 8000),
        }


async def visitor_named(name: str, client: httpx.AsyncClient) -> Visitor:
    """Make this visitor and sign in as she really would."""
    browser, (role, _, scope) = another(client), name.partition("@")
    app: Any = browser._transport.app  # type: ignore[attr-defined]  # httpx keeps it
    if role == "token":
        return Visitor(app, {"authorization": f"Bearer {await token_for(scope)}"})
    if role == "anonymous":
        return Visitor(app)
    if role == "link":
        await sign_in_by_link(browser, scope)
    else:
        person = await make_person(None if role == "no role" else Role(role), scope)
        await sign_in(browser, person)
    token = await form_token(browser, "/sign-in")
    return Visitor(app, {"cookie": f"lip={browser.cookies['lip']}", "x-csrf": token})


def routes_of(client: httpx.AsyncClient) -> Sequence[Route]:
    """List every route, those of the framework too; OPTIONS asks for nothing."""
    app: Litestar = litestar_in(client._transport.app)  # type: ignore[attr-defined]
    return [
        Route(name=handler.name or path, method=method, path=path)
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for path in [route.path_format]
        for handler in route.route_handlers
        for method in sorted(handler.http_methods - {"OPTIONS"})
    ]
