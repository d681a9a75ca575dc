"""Rows of open data: what programs were told."""

from piccolo.columns import UUID, Text, Timestamptz, Varchar
from piccolo.table import Table

from lip.opendata.rules.oparl import OparlType


class OpenObject(Table, help_text="What programs were told of a public thing."):
    """
    A copy of what is public, written anew from the rows whenever it differs.

    `document` is the whole object as JSON; of what is public no more only id, type and
    times remain, because programs must be told that it is gone (OParl 1.1). `digest`
    tells whether it says the same as before. Times are in whole seconds.
    """

    id = UUID(primary_key=True)
    kind = Varchar(length=20, choices=OparlType, index=True)
    digest = Varchar(length=64, default="")
    document = Text(default="")
    created_at = Timestamptz(default=None, null=False)
    modified_at = Timestamptz(default=None, null=False)
    deleted_at = Timestamptz(null=True, default=None)


class WithheldName(Table, help_text="Who is named in open data no more."):
    """
    The id of a nomination whose person wants her name out of the open data.

    Nothing is kept of her here; without it the next telling would name her again,
    because her name stays in the record of the election.
    """

    id = UUID(primary_key=True)
    since = Timestamptz(default=None, null=False)
