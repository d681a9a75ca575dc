"""Rows of the journal."""

from piccolo.columns import JSON, UUID, Timestamptz, Varchar
from piccolo.columns.indexes import IndexMethod
from piccolo.constraints import Unique
from piccolo.table import Table


class JournalEntry(Table, help_text="Journal: one act; never changed, never deleted."):
    """One act; triggers of the database refuse every change and deletion."""

    id = UUID(primary_key=True)
    at = Timestamptz(default=None, null=False, index=True)
    actor_kind = Varchar(length=20)
    actor = UUID(null=True, default=None)
    act = Varchar(length=40)
    subject = UUID(null=True, default=None, index=True, index_method=IndexMethod.btree)
    scope = Varchar(length=60, default="", index=True)
    facts = JSON(default="{}")
    request = UUID(null=True, default=None)

    one_entry_per_request = Unique([request])
