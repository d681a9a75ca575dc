"""Routes that all small lists have that staff keeps: rows come, change, move, close."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from litestar import get, post
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.rules.identity import Identity
from lip.journal.rules.entries import Actor
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, redirect
from lip.web.saving import saved


class Move(Protocol):
    """Moves a row a place up or down."""

    async def __call__(
        self, row: UUID, /, *, up: bool, by: Actor, now: datetime
    ) -> bool:
        """Tell whether anything is different now."""


class Close(Protocol):
    """Offers a row no more, or again."""

    async def __call__(
        self, row: UUID, /, *, closed: bool, by: Actor, now: datetime
    ) -> bool:
        """Tell whether anything is different now."""


Draw = Callable[[AnyRequest, UUID | None, Form | None], Awaitable[Template]]
"""Draws the form of a row, or of a new one; with what was sent, if it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowForm:
    """
    The form of a row: how its routes are named, how it is drawn, read and saved.

    `back` is the page of the list; `fields` names the field of each refusal.
    """

    name: str
    back: str
    draw: Draw
    read: Callable[[Form], object]
    add: Callable[..., Awaitable[UUID]]
    change: Callable[..., Awaitable[bool]]
    fields: Mapping[str, str]

    def routes(self) -> list[HTTPRouteHandler]:
        """Make the routes that show the form and save what was sent."""

        @get("/new", name=f"{self.name}.new")
        async def show_new(request: AnyRequest) -> Template:
            return await self.draw(request, None, None)

        @post("/new", name=f"{self.name}.add", status_code=200)
        async def send_new(
            request: AnyRequest,
            identity: NamedDependency[Identity],
            now: NamedDependency[datetime],
        ) -> Redirect | Template:
            form = await read_form(request)
            add = partial(self.add, self.read(form), request=form.request_key())
            return await self._saved(request, None, form, add, identity, now)

        @get("/{row:uuid}", name=f"{self.name}.show")
        async def show_row(request: AnyRequest, row: FromPath[UUID]) -> Template:
            return await self.draw(request, row, None)

        @post("/{row:uuid}", name=f"{self.name}.change", status_code=200)
        async def send_row(
            request: AnyRequest,
            row: FromPath[UUID],
            identity: NamedDependency[Identity],
            now: NamedDependency[datetime],
        ) -> Redirect | Template:
            form = await read_form(request)
            change = partial(self.change, row, self.read(form))
            return await self._saved(request, row, form, change, identity, now)

        return [show_new, send_new, show_row, send_row]

    async def _saved(
        self,
        request: AnyRequest,
        row: UUID | None,
        form: Form,
        save: Callable[..., Awaitable[object]],
        identity: Identity,
        now: datetime,
    ) -> Redirect | Template:
        save = partial(save, by=identity.actor, now=now)
        if await saved(request, form, save, self.fields):
            return redirect(request, self.back)
        return await self.draw(request, row, form)


def mover(name: str, move: Move, *, back: str) -> HTTPRouteHandler:
    """Make the route that moves a row of a list; `back` is the page of the list."""

    async def act(row: UUID, form: Form, **told: Any) -> None:
        await move(row, up=form.raw("way") != "down", **told)

    return _sender("move", name, act, back)


def closer(name: str, close: Close, *, back: str) -> HTTPRouteHandler:
    """Make the route that closes a row of a list, or opens it again."""

    async def act(row: UUID, form: Form, **told: Any) -> None:
        await close(row, closed=not form.ticked("open"), **told)

    return _sender("close", name, act, back)


def _sender(
    verb: str, name: str, act: Callable[..., Awaitable[None]], back: str
) -> HTTPRouteHandler:
    @post(f"/{{row:uuid}}/{verb}", name=f"{name}.{verb}")
    async def send(
        request: AnyRequest,
        row: FromPath[UUID],
        identity: NamedDependency[Identity],
        now: NamedDependency[datetime],
    ) -> Redirect:
        await act(row, await read_form(request), by=identity.actor, now=now)
        return redirect(request, back)

    return send
