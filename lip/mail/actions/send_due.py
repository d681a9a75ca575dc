"""
Send what is due: a round of the server, and `lip mail send`.

Each letter is taken up, handed over and noted by itself, outside of any transaction
while the network is asked. Nothing is sent twice: ADR 0015 says how, and what that
leaves to people.
"""

import asyncio
import logging
from collections import Counter, deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parseaddr
from typing import Final
from uuid import UUID

from lip.mail.actions.claim import (
    Claimed,
    claim,
    due,
    give_back,
    mark_handed_over,
    note,
    postpone_all,
    tidy,
)
from lip.mail.documents.message import Sender, message_id, message_of
from lip.mail.postman import RECEIPT_PATIENCE, Answer, NotAtWork, Postman
from lip.mail.rules.letters import Fate, Trouble
from lip.settings import MailServer, Settings

log = logging.getLogger(__name__)

LINES: Final = 3
"""Connections at a time."""

MOST: Final = 200
"""Letters in one go; what else is due comes right after."""

FAREWELL: Final = 3.0
"""Seconds a letter under way gets when the server is stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Where letters are handed over, who they come from, and the clock."""

    server: MailServer
    sender: Sender
    clock: Callable[[], datetime]
    receipt_patience: float = RECEIPT_PATIENCE


def office_of(settings: Settings, *, clock: Callable[[], datetime]) -> Office | None:
    """Set up the office as the settings say; None: people send letters by hand."""
    server = settings.mail_server
    if server is None:
        return None
    name, address = parseaddr(settings.mail_from)
    sender = Sender(address=address, name=name or settings.site_name)
    return Office(server=server, sender=sender, clock=clock)


@dataclass(slots=True)
class _Go:
    """One go: what is left to send, and what became of the rest."""

    office: Office
    waiting: deque[UUID]
    fates: Counter[Fate] = field(default_factory=Counter)


async def send_due(office: Office) -> Counter[Fate]:
    """Send all letters that are due; return how many came to what."""
    total: Counter[Fate] = Counter()
    await tidy(now=office.clock())
    while found := await due(now=office.clock(), most=MOST):
        go = _Go(office, deque(found))
        shut = await _all_lines(go, many=min(LINES, len(found)))
        total += go.fates
        if go.waiting and shut:
            await _wait_all(shut[0], now=office.clock())
        if not go.fates:
            break
    if total:
        log.info("letters: %s", ", ".join(f"{total[fate]} {fate}" for fate in total))
    return total


async def _all_lines(go: _Go, *, many: int) -> list[Answer]:
    """Work on all lines until each has ended, also when one breaks or we stop."""
    lines = (_line(go) for _ in range(many))
    ends = await asyncio.gather(*lines, return_exceptions=True)
    for end in ends:
        if isinstance(end, BaseException):
            raise end
    return [end for end in ends if isinstance(end, Answer)]


async def _wait_all(answer: Answer, *, now: datetime) -> None:
    await postpone_all(answer.trouble, said=answer.said, now=now)
    log.warning("the mail server does not let us in: %s", answer.trouble.value)


async def _line(go: _Go) -> Answer | None:
    """Work off letters, on one connection after another, until one is refused."""
    try:
        while go.waiting:
            await _connection(go)
    except NotAtWork as error:
        return error.answer
    return None


async def _connection(go: _Go) -> None:
    async with Postman(
        go.office.server,
        hello=go.office.sender.domain,
        receipt_patience=go.office.receipt_patience,
    ) as postman:
        while go.waiting and postman.is_at_work:
            await _until_done(_send(go, postman, go.waiting.popleft()))


async def _until_done(work: Coroutine[object, object, None]) -> None:
    """Let a letter come to its end when the server is stopped meanwhile."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task}, timeout=FAREWELL)
        task.cancel()
        await asyncio.wait({task})
        raise


async def _send(go: _Go, postman: Postman, one: UUID) -> None:
    office = go.office
    claimed = await claim(one, now=office.clock())
    if claimed is None:
        return
    to = postman.address_for(claimed.letter.to_address)
    if to is None:
        await _settle(go, claimed, Trouble.ADDRESS_BEYOND_ASCII)
        return
    text = message_of(
        claimed.letter, office.sender, at=office.clock(), beyond_ascii=not to.isascii()
    )
    handed_over = False

    async def about_to() -> bool:
        nonlocal handed_over
        name = message_id(claimed.letter.id, office.sender)
        handed_over = await mark_handed_over(
            claimed, message_id=name, now=office.clock()
        )
        return handed_over

    try:
        answer = await postman.hand_over(
            sender=office.sender.envelope, to=to, text=text, about_to=about_to
        )
    except asyncio.CancelledError:
        await _stopped(claimed, handed_over=handed_over, now=office.clock())
        raise
    if answer is not None:
        await _settle(go, claimed, answer.trouble, said=answer.said)


async def _settle(
    go: _Go, claimed: Claimed, trouble: Trouble, *, said: str = ""
) -> None:
    verdict = await note(claimed, trouble, said=said, now=go.office.clock())
    go.fates[verdict.fate] += 1


async def _stopped(claimed: Claimed, *, handed_over: bool, now: datetime) -> None:
    if handed_over:
        await note(claimed, Trouble.STOPPED_MIDWAY, now=now)
    else:
        await give_back(claimed, now=now)
