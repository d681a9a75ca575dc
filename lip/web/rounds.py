"""
Rounds: what the server does by itself, again and again.

`lip.app` lists them. Of several workers one goes a round at a time. A round that
breaks is told in the log, without what it was about, and is gone again.
"""

import asyncio
import logging
import traceback
from collections.abc import Iterable
from contextvars import Context
from dataclasses import KW_ONLY, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Protocol

from lip.database.turns import alone
from lip.web.deps import now

log = logging.getLogger(__name__)

AGAIN_AFTER: Final = timedelta(minutes=10)
"""How long a broken round waits at most."""


class Going(Protocol):
    """What is done in a round."""

    async def __call__(self, *, now: datetime) -> object:
        """Do it."""


@dataclass(frozen=True, slots=True)
class Round:
    """
    Something done by the server at its start, and then every so often.

    What is done gets the time. It stays right when another worker has done it a moment
    ago, and when it is cancelled anywhere.
    """

    name: str
    _: KW_ONLY
    every: timedelta
    go: Going


class Rounds:
    """The rounds of one server, from its start to its end."""

    def __init__(self, rounds: Iterable[Round]) -> None:
        self._rounds = tuple(rounds)
        self._going: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin them all; each in a context of its own, outside any transaction."""
        self._going = [
            asyncio.create_task(_keep_going(one), name=one.name, context=Context())
            for one in self._rounds
        ]

    async def stop(self) -> None:
        """End them all, and wait until they have put away what they held."""
        for task in self._going:
            task.cancel()
        await asyncio.gather(*self._going, return_exceptions=True)
        self._going = []


async def _keep_going(one: Round) -> None:
    while True:
        whole = await go_once(one, now=now())
        pause = one.every if whole else min(one.every, AGAIN_AFTER)
        await asyncio.sleep(pause.total_seconds())


async def go_once(one: Round, *, now: datetime) -> bool:
    """Go one round unless another process is at it; tell whether it held."""
    try:
        async with alone(one.name) as mine:
            if mine:
                await one.go(now=now)
    except Exception as error:  # noqa: BLE001  # the server goes on without it
        log.error("round %r broke: %s", one.name, _without_values(error))  # noqa: TRY400
        return False
    return True


def _without_values(error: Exception) -> str:
    """Say what broke and where; its message might hold names or addresses."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(each.filename).name}:{each.lineno}" for each in frames[-3:]]
    return f"{type(error).__name__} at {' > '.join(places)}"
