"""Rows of the proof that data was deleted."""

from piccolo.columns import UUID, Integer, Timestamptz, Varchar
from piccolo.constraints import Unique
from piccolo.table import Table

from lip.retention.rules.records import Cause


class DeletionRecord(
    Table, help_text="Löschvermerk: how many rows of a kind were deleted, and when."
):
    """
    Holds no personal data; never changed, never deleted: triggers refuse it.

    `number` runs without a gap, and `digest` covers the record and the digest of the
    one before it, so that none can be taken out or changed unnoticed.
    """

    id = UUID(primary_key=True)
    number = Integer()
    run = UUID()
    at = Timestamptz(default=None, null=False)
    due_before = Timestamptz(default=None, null=False)
    kind = Varchar(length=60)
    scope = Varchar(length=60, default="", index=True)
    rows = Integer(default=0)
    cause = Varchar(length=20, default=Cause.DUE, choices=Cause)
    actor_kind = Varchar(length=20)
    actor = UUID(null=True, default=None)
    before = Varchar(length=64)
    digest = Varchar(length=64)

    one_record_per_number = Unique([number])
