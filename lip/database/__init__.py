"""Where rows live: engines, transactions, migrations, backup."""

from lip.database.binding import current_engine, use_engine
from lip.database.group_commit import GroupCommit
from lip.database.statements import (
    execute_many,
    fetch,
    fetch_in,
    in_batches,
    padded,
)
from lip.database.transactions import lock_rows, locked, savepoint, transaction
from lip.database.urls import StoreEngine, engine_from_url
from lip.database.violations import is_unique_violation, refused_if_taken

__all__ = [
    "GroupCommit",
    "StoreEngine",
    "current_engine",
    "engine_from_url",
    "execute_many",
    "fetch",
    "fetch_in",
    "in_batches",
    "is_unique_violation",
    "lock_rows",
    "locked",
    "padded",
    "refused_if_taken",
    "savepoint",
    "transaction",
    "use_engine",
]
