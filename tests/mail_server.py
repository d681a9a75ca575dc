"""
A real SMTP server (aiosmtpd) in a thread, which does what a test tells it.

It keeps what it has accepted: a letter counts as received from the moment the whole
text is there, whether or not the sender ever hears of it.
"""

import asyncio
import email
import email.policy
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from ssl import SSLContext
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

OK = "250 taken"
LATER = "451 4.3.0 try again later"
NEVER = "550 5.1.1 no such user here"
HANG_UP_BEFORE = "hang up at RCPT"
HANG_UP_AFTER = "hang up after the text"
SILENT = "take the text and say nothing"
GARBLED = "xyz what"


@dataclass(slots=True)
class Received:
    """A letter as it came."""

    sender: str
    to: str
    content: bytes

    @property
    def message(self) -> EmailMessage:
        policy = email.policy.default
        return email.message_from_bytes(self.content, policy=policy)  # type: ignore[return-value]

    @property
    def id(self) -> str:
        return str(self.message["Message-ID"])


@dataclass(slots=True)
class PostOffice:
    """What the server is told to do, and what it has got."""

    plan: deque[str] = field(default_factory=deque)
    usually: str = OK
    delay: float = 0
    logins: dict[str, str] = field(default_factory=dict)
    received: list[Received] = field(default_factory=list)
    seen_logins: list[str] = field(default_factory=list)
    port: int = 0
    at_rcpt: Any = None
    at_text: Any = None

    @property
    def counts(self) -> Counter[str]:
        return Counter(one.id for one in self.received)

    async def handle_RCPT(  # noqa: N802 - so the library calls it
        self, server: SMTP, _: Session, envelope: Envelope, to: str, __: list[str]
    ) -> str:
        if self.at_rcpt is not None:
            await self.at_rcpt()
        if self.plan and self.plan[0] == HANG_UP_BEFORE:
            self.plan.popleft()
            server.transport.abort()
            await asyncio.sleep(0.05)
        envelope.rcpt_tos.append(to)
        return "250 ok"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, _: Session, envelope: Envelope
    ) -> str:
        step = self.plan.popleft() if self.plan else self.usually
        if self.delay:
            await asyncio.sleep(self.delay)
        if step in {OK, HANG_UP_AFTER, SILENT, GARBLED}:
            self.received.append(
                Received(
                    str(envelope.mail_from),
                    str(envelope.rcpt_tos[0]),
                    bytes(envelope.original_content or b""),
                )
            )
        if self.at_text is not None:
            await self.at_text()
        if step == HANG_UP_AFTER:
            server.transport.abort()
        if step == SILENT:
            await asyncio.sleep(60)
        return step

    def authenticate(
        self, _server: SMTP, _s: Session, _e: Envelope, _method: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.seen_logins.append(data.login.decode())
        good = self.logins.get(data.login.decode()) == data.password.decode()
        return AuthResult(success=good, handled=False)


@contextmanager
def post_office(
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    smtputf8: bool = True,
    tls: SSLContext | None = None,
    implicit_tls: bool = False,
    logins: dict[str, str] | None = None,
) -> Iterator[PostOffice]:
    """Run the server for as long as the block lasts."""
    from tests.servers import PATIENCE, free_port  # noqa: PLC0415 - only here

    office = PostOffice(logins=logins or {})
    office.port = port or free_port()
    controller = Controller(
        office,
        hostname=host,
        port=office.port,
        enable_SMTPUTF8=smtputf8,
        ssl_context=tls if implicit_tls else None,
        tls_context=None if implicit_tls else tls,
        require_starttls=tls is not None and not implicit_tls,
        authenticator=office.authenticate if logins else None,
        auth_required=bool(logins) and tls is not None,
        auth_require_tls=tls is not None,
        ready_timeout=PATIENCE,
    )
    controller.start()
    try:
        yield office
    finally:
        controller.stop()
