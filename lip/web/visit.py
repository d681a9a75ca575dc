"""What is known of one request before any page sees it."""

from dataclasses import dataclass
from typing import Any, Protocol, cast

from litestar.connection import ASGIConnection
from litestar.types import Scope


class SignedIn(Protocol):
    """Who is signed in, as far as the layout of a page needs to know."""

    @property
    def name(self) -> str:
        """The name to greet with."""

    @property
    def role_label(self) -> str:
        """The role, in words."""

    @property
    def has_account(self) -> bool:
        """Whether there is an account, or only a link."""


@dataclass(slots=True)
class Visit:
    """
    The language of the address, and who is there.

    `prefix` is "/ar" when the address names a language and empty otherwise;
    `path` is the address without it. `form_token` is the one that all forms of
    this page share, since a fresh one in each does not compress.
    """

    prefix: str
    path: str
    signed_in: SignedIn | None = None
    form_key: bytes = b""
    form_token: str = ""


Connection = ASGIConnection[Any, Any, Any, Any]


def visit_of(connection: Connection) -> Visit:
    """Return the visit that belongs to a request."""
    return visit_in(connection.scope)


def visit_in(scope: Scope) -> Visit:
    """Return the visit that the outermost layer has put into the scope."""
    return cast("Visit", scope["state"]["visit"])  # type: ignore[index,unused-ignore]  # Litestar's State is a mapping
