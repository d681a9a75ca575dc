"""Rows of proposals as lists show them, drawn once for whoever reads."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from markupsafe import Markup

from lip.said import Spoken
from lip.web.page import AnyRequest
from proposals.pages.ways import Badge, badge_of
from proposals.queries.listed import Listed


class Row(NamedTuple):
    """
    All that one row shows, the same for everybody.

    `reading` is the address of a proposal, with %d for its number.
    """

    proposal: Listed
    field: Spoken
    reading: str
    badge: Badge


_NO_FIELD = Spoken()


def rows_drawn(
    request: AnyRequest,
    proposals: Sequence[Listed],
    fields: Mapping[UUID, Spoken],
    reading: str,
) -> Markup:
    """Draw a list for everybody, or give the rows that were drawn before."""
    badges = {state: badge_of(state) for state in {one.state for one in proposals}}
    rows = [
        Row(one, _named(one.field, fields), reading, badges[one.state])
        for one in proposals
    ]
    drawn: Markup = request.app.state.parts.draw_all("proposals/row.html", "row", rows)
    return drawn


def _named(field: UUID | None, fields: Mapping[UUID, Spoken]) -> Spoken:
    return fields.get(field, _NO_FIELD) if field else _NO_FIELD
