"""
A browser without a window: httpx over the application itself.

Fixtures `client` (rolled back), `committed_client` and `secure_client` stand in
`conftest.py`. The application runs in the task of the test, so both share one
transaction.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

import httpx
from litestar import Litestar
from litestar.types import ASGIApp

from lip.accounts.rules.roles import Role
from lip.app import create_app
from lip.settings import Settings
from lip.web.limits import Limits
from tests.factories import (
    SECRET,
    MadePerson,
    make_helper_link,
    make_person,
    make_scanner_token,
)

_TOKEN = re.compile(r'name="csrf" value="([^"]+)"')


def settings_for(url: str, **changes: Any) -> Settings:
    return Settings(**({"database_url": url, "secret": SECRET} | changes))


def litestar_in(app: ASGIApp) -> Litestar:
    """Find the application within its layers."""
    while not isinstance(app, Litestar):
        app = app.app  # type: ignore[attr-defined]  # each layer names the next
    return app


@cache
def _application(settings: Settings) -> ASGIApp:
    """Putting it together takes longer than most tests: once for each setting."""
    return create_app(settings)


def litestar_to_read() -> Litestar:
    """Give the application to those who only read what it is made of."""
    return litestar_in(_application(settings_for("sqlite:///never-opened")))


@asynccontextmanager
async def client_of(
    settings: Settings, *, show_breakdowns: bool = False
) -> AsyncIterator[httpx.AsyncClient]:
    """Start the application and open a browser without any cookie."""
    app = _application(settings)
    litestar_in(app).state.limits = Limits()
    async with litestar_in(app).lifespan():
        transport = httpx.ASGITransport(
            app=app,  # type: ignore[arg-type]  # the same protocol in other words
            raise_app_exceptions=not show_breakdowns,
        )
        base_url = settings.base_url
        async with httpx.AsyncClient(transport=transport, base_url=base_url) as client:
            yield client


def another(client: httpx.AsyncClient) -> httpx.AsyncClient:
    """Open a second browser on the same application, with cookies of its own."""
    return httpx.AsyncClient(transport=client._transport, base_url=client.base_url)


async def sign_in_as(
    client: httpx.AsyncClient, role: Role | None, scope: str = ""
) -> MadePerson:
    """Make an account with a role, and sign in by the form."""
    person = await make_person(role, scope)
    answer = await sign_in(client, person)
    assert answer.status_code == 303, answer.text
    return person


async def sign_in(
    client: httpx.AsyncClient, person: MadePerson, **fields: str
) -> httpx.Response:
    data = {"name": person.name, "password": person.password} | fields
    if client.cookies and "csrf" not in data:
        data["csrf"] = await form_token(client)
    return await client.post("/sign-in", data=data)


async def sign_in_by_link(
    client: httpx.AsyncClient, scope: str, *, label: str = "Tür 1"
) -> None:
    """Sign in as a helper with a borrowed phone."""
    link = await make_helper_link(scope, label=label)
    data = {"csrf": await form_token(client)} if client.cookies else {}
    answer = await client.post(f"/sign-in/link/{link.token}", data=data)
    assert answer.status_code == 303, answer.text


async def token_for(scope: str, *, label: str = "Scanner") -> str:
    """Make a scanner's token."""
    return (await make_scanner_token(scope, label=label)).token


async def form_token(client: httpx.AsyncClient, path: str = "/") -> str:
    """Read the token that the forms of a signed-in person carry."""
    found = _TOKEN.search((await client.get(path)).text)
    return found[1] if found else ""


async def send(
    client: httpx.AsyncClient,
    path: str,
    fields: dict[str, Any] | None = None,
    **options: Any,
) -> httpx.Response:
    """Send a form as the page itself would, with its token."""
    data = {"csrf": await form_token(client), **(fields or {})}
    return await client.post(path, data=data, **options)
