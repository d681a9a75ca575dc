"""A form about lines of a draft: which text and lines, who writes, what was sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import get, post
from litestar.di import NamedDependency, Provide
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Template

from lip.conference.pages.tickets import provide_held
from lip.plan.pages.change_context import change_context
from lip.plan.pages.places import place_of, provide_asked_place
from lip.plan.pages.speakers import Speaker, ways_of
from lip.plan.pages.text_place import Place
from lip.plan.rules.amending import fault_of_lines
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page
from lip.words import _

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What somebody sends about lines of a text; the lines as they were typed."""

    form: Form
    place: Place
    base_version: int
    first: int
    last: int

    def typed(self, *names: str, most: int) -> dict[str, Any]:
        """Give what was typed, to show it again."""
        return {name: self.form.raw(name)[:most] for name in names} | {
            "first": self.first or "",
            "last": self.last or "",
            "base_version": self.base_version,
        }


async def provide_sent(
    request: AnyRequest,
    plan: FromPath[str],
    chapter: FromPath[str],
    speaker: NamedDependency[Speaker],
    now: NamedDependency[datetime],
) -> Sent:
    """Read which lines of which text a form is about, and count that it was sent."""
    form = await read_form(request)
    place = await place_of(speaker, plan, chapter, form.raw("language"))
    speaker.spend(request, now=now)
    first = form.whole_number("first", most=100_000)
    return Sent(
        form=form,
        place=place,
        base_version=form.whole_number("base_version", most=10_000_000),
        first=first,
        last=form.whole_number("last", most=100_000) or first,
    )


def line_values(place: Place, first: int, last: int, *empty: str) -> dict[str, Any]:
    """Fill a form with lines that an address names; its other fields are empty."""
    return dict.fromkeys(empty, "") | {
        "first": first or "",
        "last": last or first or "",
        "base_version": place.text.version,
    }


def lines_page(
    request: AnyRequest,
    template: str,
    place: Place,
    speaker: Speaker,
    values: Values,
    *,
    form: Form,
    **more: object,
) -> Template:
    """Show a form with the lines that were chosen, and what is wrong with it."""
    lines = place.lines
    first, last = int(values["first"] or 0), int(values["last"] or 0)
    fits = first and fault_of_lines(lines, first, last) is None
    return page(
        request,
        template,
        status=422 if form.errors else 200,
        plan=place.plan,
        chapter=place.chapter,
        text=place.text,
        lines=len(lines),
        chosen=lines[first - 1 : last] if fits else (),
        values=values,
        errors=form.errors,
        request_key=form.request_key(),
        speaker=speaker,
        ways=ways_of(request, speaker, place.plan.key, place.chapter.key),
        **more,
        **change_context(),
    )


def lines_routes(
    path: str, name: str, show: Callable[..., Any], send: Callable[..., Any]
) -> list[HTTPRouteHandler]:
    """Make the pages of such a form."""
    return [
        get(
            path,
            name=f"{name}.new",
            dependencies={"place": Provide(provide_asked_place)},
        )(show),
        post(
            path,
            name=f"{name}.send",
            dependencies={"sent": Provide(provide_sent)},
            status_code=200,
        )(send),
    ]


async def whose(
    request: AnyRequest, form: Form, speaker: Speaker, *, now: datetime
) -> UUID | None:
    """Say who writes: by the ticket of her own page, or by the code that she typed."""
    return speaker.participant or await ticket_holder(request, form, now=now)


async def ticket_holder(
    request: AnyRequest, form: Form, *, now: datetime
) -> UUID | None:
    """Find the holder of the ticket whose code was typed, if one was."""
    code = form.text("ticket", most=60)
    if not code:
        return None
    held = await provide_held(request, code, now)
    if held is None:
        form.refuse(
            "ticket",
            _(
                "Dieser Ticket-Code gilt nicht. "
                "Bitte prüfen Sie ihn, oder lassen Sie das Feld leer."
            ),
        )
        return None
    return held.person.id
