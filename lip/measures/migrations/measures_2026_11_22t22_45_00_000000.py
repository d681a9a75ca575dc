"""Give the files that are there their digests."""

import hashlib

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from lip.database import fetch

ID = "2026-11-22T22:45:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Give files of agreements their digests"


async def _digest() -> None:
    for one in await fetch("SELECT id FROM agreement_file WHERE digest = ''"):
        (row,) = await fetch(
            "SELECT content FROM agreement_file WHERE id = ?", one["id"]
        )
        digest = hashlib.sha256(bytes(row["content"])).hexdigest()
        await fetch(
            "UPDATE agreement_file SET digest = ? WHERE id = ?", digest, one["id"]
        )


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="measures", description=DESCRIPTION
    )
    manager.add_raw(_digest)
    return manager
