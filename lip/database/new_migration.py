"""Write a migration: `python -m lip.database.new_migration AREA "What it does"`."""

import asyncio
import sys

from lip.database.binding import current_engine
from lip.database.migrations import new_migration


async def _main(area: str, description: str) -> str:
    path = await new_migration(area, description=description)
    await current_engine().close_connection_pool()
    return "Nothing has changed." if path is None else str(path)


if __name__ == "__main__":
    sys.stdout.write(asyncio.run(_main(sys.argv[1], " ".join(sys.argv[2:]))) + "\n")
