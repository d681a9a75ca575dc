"""
Guards, one per sentence, and who is behind a request.

A guard looks at the conference's key in the address, so a grant for one conference
opens only that one. Browsers sign in by cookie, scanners by `Authorization: Bearer`.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from lip.accounts.rules.identity import Identity, SessionKind
from lip.accounts.rules.roles import Right
from lip.accounts.sentences import ROLE_WORDS
from lip.errors import NotAllowed, NotSignedIn
from lip.keys import Keys
from lip.web import csrf
from lip.web.deps import now
from lip.web.forms import sent_fields
from lip.web.page import AnyRequest
from lip.web.security import comes_from_elsewhere
from lip.web.visit import visit_of
from lip.words import _

Connection = ASGIConnection[Any, Any, Any, Any]
Guard = Callable[[Connection, BaseRouteHandler], Awaitable[None]]

_UNKNOWN = object()


def cookie_name(connection: Connection) -> str:
    """Name the session's cookie; `__Host-` binds it to this host over HTTPS."""
    return "__Host-lip" if connection.app.state.settings.secure else "lip"


async def find_identity(connection: Connection) -> Identity | None:
    """Find who is behind a request, once per request."""
    state = connection.scope["state"]
    known = state.get("identity", _UNKNOWN)
    if known is not _UNKNOWN:
        return known  # type: ignore[no-any-return]  # put there below
    identity = await _look_up(connection)
    state["identity"] = identity
    return identity


async def _look_up(connection: Connection) -> Identity | None:
    keys: Keys = connection.app.state.key_ring
    found: Identity | None
    bearer = connection.headers.get("authorization", "")
    if bearer[:7].lower() == "bearer ":
        return await _scanner(connection, bearer[7:].strip())
    token = connection.cookies.get(cookie_name(connection), "")
    if not token:
        return None
    found = await connection.app.state.identity((keys.seal("session", token), now()))
    if found is None or found.kind is SessionKind.TOKEN:
        return None
    visit = visit_of(connection)
    visit.signed_in = Greeting(
        name=found.name,
        role_label=_roles_in_words(found),
        has_account=found.person is not None,
        identity=found,
    )
    visit.form_key = keys.part(f"form {found.session}")
    return found


async def _scanner(connection: Connection, token: str) -> Identity | None:
    """Find the scanner behind a token, which opens the interface and no page."""
    if not visit_of(connection).path.startswith("/api/"):
        return None
    keys: Keys = connection.app.state.key_ring
    found: Identity | None = await connection.app.state.identity((
        keys.seal("session", token),
        now(),
    ))
    return found if found and found.kind is SessionKind.TOKEN else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """How a page greets whoever is signed in."""

    name: str
    role_label: str
    has_account: bool
    identity: Identity

    def may(self, right: str, scope: str) -> bool:
        """Tell pages what to offer."""
        return self.identity.may(Right(right), scope=scope)


def _roles_in_words(identity: Identity) -> str:
    roles = sorted({grant.role for grant in identity.grants})
    return ", ".join(_(ROLE_WORDS[role]) for role in roles)


async def still_may(connection: Connection, right: Right, *, scope: str) -> bool:
    """Look anew whether a session that has begun an answer still has a right."""
    connection.scope["state"].pop("identity", None)
    identity = await find_identity(connection)
    return identity is not None and identity.may(right, scope=scope)


def _requires(*rights: Right) -> Guard:
    async def guard(connection: Connection, _handler: BaseRouteHandler) -> None:
        identity = await find_identity(connection)
        if identity is None:
            raise NotSignedIn("sign_in_first")
        scope = connection.path_params.get("key", "")
        if not any(identity.may(right, scope=scope) for right in rights):
            raise NotAllowed("not_your_role")

    guard.__name__ = f"requires_{'_or_'.join(right.value for right in rights)}"
    return guard


async def requires_sign_in(connection: Connection, _handler: BaseRouteHandler) -> None:
    """Let in whoever is signed in, in whatever role."""
    if await find_identity(connection) is None:
        raise NotSignedIn("sign_in_first")


async def requires_account(connection: Connection, _handler: BaseRouteHandler) -> None:
    """Let in people with an account, not the bearers of links and tokens."""
    identity = await find_identity(connection)
    if identity is None:
        raise NotSignedIn("sign_in_first")
    if identity.person is None:
        raise NotAllowed("not_your_role")


async def requires_own_link(connection: Connection, _handler: BaseRouteHandler) -> None:
    """Let in whoever follows a link of ours, where reading leaves a mark."""
    if comes_from_elsewhere(dict(connection.headers)):
        raise NotAllowed("came_from_elsewhere")


requires_administrator = _requires(Right.MANAGE_ACCOUNTS)
requires_announcer = _requires(Right.ANNOUNCE)
requires_organiser = _requires(Right.ORGANISE)
requires_agenda_keeper = _requires(Right.KEEP_THE_AGENDA)
requires_door_keeper = _requires(Right.KEEP_THE_DOOR)
requires_kiosk = _requires(Right.CHECK_ONESELF_IN)
requires_moderator = _requires(Right.MODERATE)
requires_editor = _requires(Right.EDIT_THE_PLAN)
requires_fields_keeper = _requires(Right.KEEP_THE_FIELDS)
requires_moderator_or_editor = _requires(Right.MODERATE, Right.EDIT_THE_PLAN)
requires_election_board = _requires(Right.RUN_ELECTIONS)


async def provide_identity(request: AnyRequest) -> Identity:
    """Give the identity to pages behind a guard."""
    identity = await find_identity(request)
    if identity is None:
        raise NotSignedIn("sign_in_first")
    return identity


async def greet_and_check_form(request: AnyRequest) -> None:
    """Before every page: who is there, and did the form come from our own page."""
    identity = await find_identity(request)
    if request.method in {"GET", "HEAD", "OPTIONS"}:
        return
    if comes_from_elsewhere(dict(request.headers)):
        raise NotAllowed("came_from_elsewhere")
    if identity is None or identity.kind is SessionKind.TOKEN:
        return
    token = request.headers.get(csrf.HEADER)
    if token is None:
        token = str((await sent_fields(request)).get(csrf.FIELD, ""))
    if not csrf.token_fits(visit_of(request).form_key, token):
        raise NotAllowed("form_expired")
