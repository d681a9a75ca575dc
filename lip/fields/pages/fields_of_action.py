"""The fields of action of the plan, for its editors and the administration."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from litestar import Router, get
from litestar.response import Template

from lip.accounts.guards import requires_fields_keeper
from lip.fields.actions.change_fields import (
    FieldWish,
    add_field,
    change_field,
    close_field,
    move_field,
)
from lip.fields.pages.kept_lists import RowForm, closer, mover
from lip.fields.queries.fields import all_fields, field_by_id
from lip.fields.rules.fields import (
    LONGEST_GOAL,
    LONGEST_NAME,
    LONGEST_WORDS,
    FieldFacts,
)
from lip.web.forms import Form
from lip.web.page import AnyRequest, page
from lip.web.saving import USUAL
from lip.words import LANGUAGES

MAIN = "de"
"""The language in which a plan's parts have their names first."""

_SAID: Final = ("name", "goal", "words")


@get("/", name="fields_of_action.list")
async def show_fields(request: AnyRequest) -> Template:
    """List the fields in their order."""
    return page(request, "fields/list.html", fields=await all_fields())


def _wish(form: Form) -> FieldWish:
    return FieldWish(
        name=form.said("name", most=LONGEST_NAME, required_in=MAIN),
        goal=form.said("goal", most=LONGEST_GOAL, lines=True),
        words=form.said("words", most=LONGEST_WORDS, lines=True),
    )


async def _form_page(
    request: AnyRequest, field: UUID | None, form: Form | None
) -> Template:
    there = await field_by_id(field) if field else None
    sent = Form({}) if form is None else form
    return page(
        request,
        "fields/field.html" if there else "fields/new.html",
        status=422 if sent.errors else 200,
        field=there,
        values=_values(there, form),
        errors=sent.errors,
        main=MAIN,
        request_key=sent.request_key(),
    )


def _values(there: FieldFacts | None, form: Form | None) -> Mapping[str, Any]:
    if form is not None:
        return {
            name: {tag: form.raw(f"{name}-{tag}")[:5000] for tag in LANGUAGES}
            for name in _SAID
        }
    return {name: getattr(there, name, {}) for name in _SAID}


_FORM: Final = RowForm(
    name="fields_of_action",
    back="fields_of_action.list",
    draw=_form_page,
    read=_wish,
    add=add_field,
    change=change_field,
    fields={USUAL: f"name-{MAIN}"},
)

router = Router(
    path="/fields",
    guards=[requires_fields_keeper],
    route_handlers=[
        show_fields,
        *_FORM.routes(),
        mover("fields_of_action", move_field, back="fields_of_action.list"),
        closer("fields_of_action", close_field, back="fields_of_action.list"),
    ],
    include_in_schema=False,
)
