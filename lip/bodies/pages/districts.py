"""The districts of the city, for the editors of the plan."""

from typing import Final
from uuid import UUID

from litestar import Router
from litestar.response import Template

from lip.accounts.guards import requires_editor
from lip.bodies.actions.change_districts import (
    DistrictWish,
    add_district,
    change_district,
    close_district,
)
from lip.bodies.queries.bodies import all_districts
from lip.bodies.rules.bodies import DistrictFacts
from lip.errors import NotFound
from lip.fields.pages.kept_lists import RowForm, closer
from lip.web.forms import Form
from lip.web.page import AnyRequest, page
from lip.web.saving import USUAL


def _wish(form: Form) -> DistrictWish:
    return DistrictWish(
        name=form.text("name", most=120, required=True),
        number=form.text("number", most=10),
    )


async def _form_page(
    request: AnyRequest, district: UUID | None, form: Form | None
) -> Template:
    there = await _district(district) if district else None
    sent = Form({}) if form is None else form
    return page(
        request,
        "bodies/district.html",
        status=422 if sent.errors else 200,
        district=there,
        values={
            name: getattr(there, name, "") if form is None else form.raw(name)[:500]
            for name in ("name", "number")
        },
        errors=sent.errors,
        request_key=sent.request_key(),
    )


async def _district(district: UUID) -> DistrictFacts:
    for one in await all_districts():
        if one.id == district:
            return one
    raise NotFound("unknown_district")


_FORM: Final = RowForm(
    name="districts",
    back="bodies.list",
    draw=_form_page,
    read=_wish,
    add=add_district,
    change=change_district,
    fields={USUAL: "name"},
)

router = Router(
    path="/edit/districts",
    guards=[requires_editor],
    route_handlers=[
        *_FORM.routes(),
        closer("districts", close_district, back="bodies.list"),
    ],
    include_in_schema=False,
)
