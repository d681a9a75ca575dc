"""Rows of proposals as lists show them, drawn once for whoever reads."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple
from uuid import UUID

from markupsafe import Markup

from lip.said import Spoken
from lip.web.page import AnyRequest
from lip.web.parts import Parts
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


class Support(NamedTuple):
    """All that the form for support shows; `mine` says that it takes support back."""

    number: int
    support: int
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """A row for the holder of a ticket: put together for her, of parts for all."""

    number: int
    own: bool
    card: Markup
    badge: Markup
    support: Markup


_NO_FIELD: Final = Spoken()
_PARTS: Final = "proposals/row.html"


def rows_drawn(
    request: AnyRequest,
    proposals: Sequence[Listed],
    fields: Mapping[UUID, Spoken],
    reading: str,
) -> Markup:
    """Draw a list for everybody, or give the rows that were drawn before."""
    parts: Parts = request.app.state.parts
    return parts.draw_all(_PARTS, "row", rows_of(proposals, fields, reading))


def own_rows(
    request: AnyRequest,
    rows: Sequence[Row],
    *,
    own: Collection[UUID],
    supported: Collection[UUID],
) -> Sequence[OwnRow]:
    """Say beside each proposal what its reader may do with it."""
    parts: Parts = request.app.state.parts
    draw = partial(parts.draw, _PARTS)
    return [
        OwnRow(
            number=one.number,
            own=one.id in own,
            card=draw("card", row),
            badge=draw("badge", row.badge),
            support=draw(
                "support", Support(one.number, one.support, one.id in supported)
            ),
        )
        for row in rows
        for one in (row.proposal,)
    ]


def rows_of(
    proposals: Sequence[Listed], fields: Mapping[UUID, Spoken], reading: str
) -> Sequence[Row]:
    """Say what each row shows."""
    badges = {state: badge_of(state) for state in {one.state for one in proposals}}
    return [
        Row(one, _named(one.field, fields), reading, badges[one.state])
        for one in proposals
    ]


def _named(field: UUID | None, fields: Mapping[UUID, Spoken]) -> Spoken:
    return fields.get(field, _NO_FIELD) if field else _NO_FIELD
