"""Start the process that divides proposals, so that no page waits for it."""

import asyncio
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final

from proposals.board.actions.work_through import SILENT
from proposals.board.queries.suggestions import run_to_do

COMMAND: Final = ("-m", "lip", "suggest-clusters", "--waiting")
_PATIENCE: Final = 5.0


async def start_machine(
    database_url: str, *, now: datetime, command: Sequence[str] = COMMAND
) -> bool:
    """
    Work through what waits in a process of its own; tell whether there was anything.

    Where the server stops the process ends too, and another one takes the run over.
    """
    if await run_to_do(silent_since=now - SILENT) is None:
        return False
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        env={**os.environ, "DATABASE_URL": database_url, "OMP_NUM_THREADS": "1"},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        await process.wait()
    finally:
        if process.returncode is None:
            await _ended(process)
    return True


async def _ended(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), _PATIENCE)
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
