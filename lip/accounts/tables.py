"""Rows of accounts."""

from piccolo.columns import (
    JSON,
    UUID,
    BigInt,
    Boolean,
    ForeignKey,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete
from piccolo.constraints import Unique
from piccolo.table import Table


class Person(Table, help_text="Person: an account across conferences."):
    """An account; `name` is what one signs in with, folded in `folded_name`."""

    id = UUID(primary_key=True)
    name = Varchar(length=80)
    folded_name = Varchar(length=80)
    display_name = Varchar(length=120)
    password = Text(default="", secret=True)
    second_factor = Text(default="", secret=True)
    second_factor_step = BigInt(default=0)
    closed = Boolean(default=False)
    closed_at = Timestamptz(null=True, default=None)
    created_at = Timestamptz(default=None, null=False)

    one_person_per_name = Unique([folded_name])


class RoleGrant(Table, help_text="A role of a person, at one conference or at all."):
    """`scope` is a conference's key; accounts know no conferences, so it is no key."""

    id = UUID(primary_key=True)
    person = ForeignKey(Person, null=False, on_delete=OnDelete.cascade)
    role = Varchar(length=20)
    scope = Varchar(length=60, default="")

    one_grant_per_person_role_scope = Unique([person, role, scope])


class Pass(Table, help_text="A helper's one-time link, or a scanner's token."):
    """Outlives its session, so that the journal can name the desk."""

    id = UUID(primary_key=True)
    kind = Varchar(length=10)
    sealed_token = Varchar(length=64, secret=True)
    label = Varchar(length=80)
    role = Varchar(length=20)
    scope = Varchar(length=60, index=True)
    made_at = Timestamptz(default=None, null=False)
    expires_at = Timestamptz(default=None, null=False)
    used_at = Timestamptz(null=True, default=None)
    withdrawn_at = Timestamptz(null=True, default=None)

    one_pass_per_token = Unique([sealed_token])


class Session(Table, help_text="A signed-in browser, or a scanner's token."):
    """Carries the grants as they were at its start; it ends when they change."""

    id = UUID(primary_key=True)
    sealed_token = Varchar(length=64, secret=True)
    kind = Varchar(length=10)
    person = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.cascade)
    granted_by = ForeignKey(Pass, null=True, default=None, on_delete=OnDelete.cascade)
    label = Varchar(length=120)
    grants = JSON(default="[]")
    started_at = Timestamptz(default=None, null=False)
    expires_at = Timestamptz(default=None, null=False)

    one_session_per_token = Unique([sealed_token])
