"""Rows of bodies, of districts, and of every step that a text goes."""

from typing import Any

from piccolo.columns import (
    UUID,
    Boolean,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete
from piccolo.constraints import Unique
from piccolo.table import Table

from lip.bodies.rules.kinds import BodyKind, Outcome, Station
from lip.subjects import SubjectKind


class Body(Table, help_text="Gremium oder Organisation: who decides or takes part."):
    """
    Said: name. `address_as` is how a paper begins to address it ("In den").

    `key` is its place in addresses, for good. A closed body stays where it stands but
    is not offered any more. `since` and `until` are partial dates.
    """

    id = UUID(primary_key=True)
    key = Varchar(length=80)
    kind = Varchar(length=20, default=BodyKind.OTHER, choices=BodyKind)
    name = Text(default="")
    short_name = Varchar(length=60, default="")
    address_as = Varchar(length=20, default="")
    parent: ForeignKey[Any] = ForeignKey(
        "self", null=True, default=None, on_delete=OnDelete.set_null
    )
    street = Varchar(length=200, default="")
    town = Varchar(length=200, default="")
    phone = Varchar(length=60, default="")
    email = Varchar(length=254, default="")
    website = Varchar(length=500, default="")
    since = Varchar(length=10, default="")
    until = Varchar(length=10, default="")
    position = Integer(default=0)
    closed = Boolean(default=False)
    created_at = Timestamptz(default=None, null=False)
    changed_at = Timestamptz(default=None, null=False)

    one_body_per_key = Unique([key])


class District(Table, help_text="Stadtbezirk: a part of the city."):
    """`number` is the city's own ("01"); `name` is as the city writes it."""

    id = UUID(primary_key=True)
    number = Varchar(length=10, default="")
    name = Varchar(length=120, default="")
    position = Integer(default=0)
    closed = Boolean(default=False)
    changed_at = Timestamptz(default=None, null=False)

    one_district_per_name = Unique([name])


class Step(Table, help_text="Beratungsschritt: one station of a text, and its result."):
    """
    Of a chapter, a measure, a paper, an amendment or a proposal (`subject`).

    `part` names the points that were voted on by themselves ("Punkte 6 und 7").
    Said: words (what was asked, agreed or why not), result (as the log words it:
    "Einstimmig", "Formal behandelt"). `happened` is a partial date. `public_from` is
    when everybody may read it; empty: nobody but the editors.
    """

    id = UUID(primary_key=True)
    subject_kind = Varchar(length=20, choices=SubjectKind)
    subject = UUID(default=None, null=False, index=True)
    position = Integer(default=0)
    part = Varchar(length=200, default="")
    station = Varchar(length=20, choices=Station)
    body = ForeignKey(Body, null=True, default=None, on_delete=OnDelete.restrict)
    outcome = Varchar(length=20, default=Outcome.PENDING, choices=Outcome)
    words = Text(default="")
    result = Text(default="")
    yes = Integer(null=True, default=None)
    no = Integer(null=True, default=None)
    abstained = Integer(null=True, default=None)
    happened = Varchar(length=10, default="")
    movers = Varchar(length=500, default="")
    paper = Varchar(length=40, default="")
    public_from = Timestamptz(null=True, default=None)
    created_at = Timestamptz(default=None, null=False)
    changed_at = Timestamptz(default=None, null=False)
