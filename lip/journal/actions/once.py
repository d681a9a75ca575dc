"""Make an act repeatable: the same request key changes nothing and answers the same."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from lip.database import is_unique_violation, transaction
from lip.errors import Conflict, Refusal
from lip.journal.queries import entry_of_request
from lip.journal.rules.acts import Act


async def once(
    act: Act, write: Callable[[], Awaitable[UUID]], *, request: UUID | None
) -> UUID:
    """
    Run `write` in one transaction, unless its request stands in the journal.

    Where somebody else was faster, in whatever row, it is tried once more; where the
    same request was, what it has written is no obstacle to itself.
    """
    try:
        return await _once(act, write, request)
    except Exception as error:
        if request is None or not await _was_faster(request, error):
            raise
        return await _once(act, write, request)


async def _was_faster(request: UUID, error: Exception) -> bool:
    if is_unique_violation(error):
        return True
    return isinstance(error, Refusal) and await entry_of_request(request) is not None


async def _once(
    act: Act, write: Callable[[], Awaitable[UUID]], request: UUID | None
) -> UUID:
    async with transaction():
        if request and (entry := await entry_of_request(request)):
            if entry.act is not act or entry.subject is None:
                raise Conflict("request_used_otherwise")
            return entry.subject
        return await write()
