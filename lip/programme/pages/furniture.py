"""Routes of the lists that sessions choose from: list, add, change, remove."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_organiser
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound
from lip.journal.rules.entries import Actor
from lip.programme.pages.programme_words import picked
from lip.programme.rules.sessions import RoomFacts, SpeakerFacts
from lip.said import Said
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.saving import USUAL, saved
from lip.words import spoken

Facts = TypeVar("Facts", RoomFacts, SpeakerFacts)
Wish = TypeVar("Wish")
Wish_contra = TypeVar("Wish_contra", contravariant=True)
Values = Mapping[str, Any]


class Save(Protocol[Wish_contra]):
    """Adds a row (None) or changes one."""

    async def __call__(
        self,
        row: UUID | None,
        wish: Wish_contra,
        /,
        *,
        conference: ConferenceFacts,
        by: Actor,
        now: datetime,
    ) -> UUID:
        """Give the key of the row."""


class Remove(Protocol):
    """Removes a row."""

    async def __call__(
        self, row: UUID, /, *, conference: ConferenceFacts, by: Actor, now: datetime
    ) -> None:
        """Refuse what is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture(Generic[Facts, Wish]):
    """
    A list of a conference: how it is called, read, shown and written.

    `one` and `many` name a row and the list in addresses, codes and templates; `beside`
    is what the list says beside a name.
    """

    one: str
    many: str
    rows: Callable[[UUID], Awaitable[Sequence[Facts]]]
    beside: Callable[[Facts], Said]
    values: Callable[[Facts | None], Values]
    typed: Callable[[Form], Values]
    read: Callable[[Form], Wish]
    save: Save[Wish]
    remove: Remove


def router_of(kind: Furniture[Facts, Wish]) -> Router:
    """Put the routes of a list together."""
    return Router(
        path=f"/conferences/{{key:str}}/programme/{kind.many}",
        guards=[requires_organiser],
        dependencies={"conference": Provide(provide_conference)},
        route_handlers=[
            _list(kind),
            _add(kind),
            _show(kind),
            _change(kind),
            _remove(kind),
        ],
        include_in_schema=False,
    )


def _list(kind: Furniture[Facts, Wish]) -> HTTPRouteHandler:
    @get("/", name=f"{kind.many}.list")
    async def show_list(
        request: AnyRequest, conference: NamedDependency[ConferenceFacts]
    ) -> Template:
        return await _list_page(kind, request, conference, kind.values(None))

    return show_list


def _add(kind: Furniture[Facts, Wish]) -> HTTPRouteHandler:
    @post("/", name=f"{kind.many}.create", status_code=200)
    async def send_new(
        request: AnyRequest,
        conference: NamedDependency[ConferenceFacts],
        identity: NamedDependency[Identity],
        now: NamedDependency[datetime],
    ) -> Redirect | Template:
        form = await read_form(request)
        if await _saved(kind, request, form, None, conference, identity, now):
            return redirect(request, f"{kind.many}.list", key=conference.key)
        return await _list_page(
            kind, request, conference, kind.typed(form), form.errors
        )

    return send_new


def _show(kind: Furniture[Facts, Wish]) -> HTTPRouteHandler:
    @get("/{row:uuid}", name=f"{kind.many}.edit")
    async def show_one(
        request: AnyRequest,
        row: FromPath[UUID],
        conference: NamedDependency[ConferenceFacts],
    ) -> Template:
        there = await _known(kind, conference, row)
        return _page_of_one(kind, request, conference, there, kind.values(there))

    return show_one


def _change(kind: Furniture[Facts, Wish]) -> HTTPRouteHandler:
    @post("/{row:uuid}", name=f"{kind.many}.change", status_code=200)
    async def send_change(
        request: AnyRequest,
        row: FromPath[UUID],
        conference: NamedDependency[ConferenceFacts],
        identity: NamedDependency[Identity],
        now: NamedDependency[datetime],
    ) -> Redirect | Template:
        there = await _known(kind, conference, row)
        form = await read_form(request)
        if await _saved(kind, request, form, row, conference, identity, now):
            return redirect(request, f"{kind.many}.list", key=conference.key)
        return _page_of_one(
            kind, request, conference, there, kind.typed(form), form.errors
        )

    return send_change


def _remove(kind: Furniture[Facts, Wish]) -> HTTPRouteHandler:
    @post("/{row:uuid}/remove", name=f"{kind.many}.remove")
    async def send_remove(
        request: AnyRequest,
        row: FromPath[UUID],
        conference: NamedDependency[ConferenceFacts],
        identity: NamedDependency[Identity],
        now: NamedDependency[datetime],
    ) -> Redirect:
        await kind.remove(row, conference=conference, by=identity.actor, now=now)
        request.app.state.live.changed(conference.key)
        return redirect(request, f"{kind.many}.list", key=conference.key)

    return send_remove


async def _saved(
    kind: Furniture[Facts, Wish],
    request: AnyRequest,
    form: Form,
    row: UUID | None,
    conference: ConferenceFacts,
    identity: Identity,
    now: datetime,
) -> bool:
    wish = kind.read(form)

    async def save() -> None:
        await kind.save(row, wish, conference=conference, by=identity.actor, now=now)
        request.app.state.live.changed(conference.key)

    return await saved(request, form, save, {USUAL: "name"})


async def _known(
    kind: Furniture[Facts, Wish], conference: ConferenceFacts, row: UUID
) -> Facts:
    for one in await kind.rows(conference.id):
        if one.id == row:
            return one
    raise NotFound(f"unknown_{kind.one}")


async def _list_page(
    kind: Furniture[Facts, Wish],
    request: AnyRequest,
    conference: ConferenceFacts,
    values: Values,
    errors: Mapping[str, str] | None = None,
) -> Template:
    rows = await kind.rows(conference.id)
    named = [(one, picked(kind.beside(one), conference)) for one in rows]
    return page(
        request,
        f"programme/{kind.many}.html",
        status=422 if errors else 200,
        conference=conference,
        values=values,
        errors=errors or {},
        main=spoken(conference.language),
        **{kind.many: named},
    )


def _page_of_one(
    kind: Furniture[Facts, Wish],
    request: AnyRequest,
    conference: ConferenceFacts,
    there: Facts,
    values: Values,
    errors: Mapping[str, str] | None = None,
) -> Template:
    return page(
        request,
        f"programme/{kind.one}.html",
        status=422 if errors else 200,
        conference=conference,
        values=values,
        errors=errors or {},
        main=spoken(conference.language),
        **{kind.one: there},
    )
