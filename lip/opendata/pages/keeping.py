"""Keep what takes long to gather, until something is done or five minutes are over."""

from collections.abc import Awaitable, Callable, Hashable
from typing import Final, TypeVar

from lip.journal.queries import last_entry_at
from lip.web.page import AnyRequest
from proposals.voting.pages.kept_pages import KeptPages

T = TypeVar("T")
OLDEST: Final = 5 * 60.0
"""Seconds; what becomes public by the clock alone is told of after this time."""


async def kept(request: AnyRequest, name: str, make: Callable[[], Awaitable[T]]) -> T:
    """Give what was made since the last act in the journal, or make it anew."""
    key = (name, await last_entry_at())
    return await kept_for(request, key, make, seconds=OLDEST)


async def kept_for(
    request: AnyRequest,
    key: Hashable,
    make: Callable[[], Awaitable[T]],
    *,
    seconds: float | None = None,
) -> T:
    """Give what was made for a key that says all it depends on, or make it."""
    pages: KeptPages[T] = request.app.state.open_data
    return await pages.get(key, make, seconds=seconds)
