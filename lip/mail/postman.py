"""
Talks to the mail server (SMTP, RFC 5321): one connection, one letter after another.

DATA is taken in two steps, because everything hangs on the moment between them: until
the text leaves, a letter can be tried again; from then on only the server's receipt
says whether it went out. Answers of the server are returned as `Answer`s; they may
hold addresses and stay in the outbox, never in a log.
"""

import asyncio
import re
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

import aiosmtplib
from aiosmtplib import SMTP, SMTPException, SMTPResponseException

from lip.mail.rules.addresses import in_ascii
from lip.mail.rules.letters import Trouble
from lip.mail.rules.retries import by_code
from lip.settings import Encryption, MailServer

COMMAND_PATIENCE: Final = 60.0  # seconds for one answer
RECEIPT_PATIENCE: Final = 600.0  # RFC 5321, 4.5.3.2.6
_LINE_START: Final = re.compile(rb"(?m)^\.")
_LOST: Final = (SMTPException, OSError, asyncio.TimeoutError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of a try; `said` is the server's own text."""

    trouble: Trouble
    said: str = ""


class NotAtWork(Exception):
    """The mail server does not let us in; nothing was tried."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.trouble)
        self.answer = answer


class Postman:
    """
    One connection to the mail server, for as long as the block lasts.

    `receipt_patience` says how many seconds a server may take over a text.
    """

    def __init__(
        self,
        server: MailServer,
        *,
        hello: str,
        receipt_patience: float = RECEIPT_PATIENCE,
    ) -> None:
        self._server = server
        self._receipt_patience = receipt_patience
        self._smtp = SMTP(
            hostname=server.host,
            port=server.port,
            local_hostname=hello,
            timeout=COMMAND_PATIENCE,
            use_tls=server.encryption is Encryption.TLS,
            start_tls=False,  # as a step of its own, to know why it failed
        )

    async def __aenter__(self) -> Self:
        """Connect, encrypt, sign in; raise `NotAtWork` where one of them fails."""
        try:
            await self._step(Trouble.UNREACHABLE, self._connect())
            if self._server.encryption is Encryption.STARTTLS:
                await self._step(Trouble.NOT_ENCRYPTED, self._smtp.starttls())
            if self._server.user:
                await self._step(Trouble.LOGIN_REFUSED, self._sign_in())
        except BaseException:
            self._smtp.close()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take leave, unless something broke."""
        if kind is None and self._smtp.is_connected:
            with suppress(*_LOST):
                await self._smtp.quit(timeout=5)
        self._smtp.close()

    @property
    def is_at_work(self) -> bool:
        """Tell whether the connection can take another letter."""
        return self._smtp.is_connected

    async def _connect(self) -> None:
        await self._smtp.connect()
        await self._smtp.ehlo()

    async def _sign_in(self) -> None:
        await self._smtp.login(self._server.user, self._server.password)

    @staticmethod
    async def _step(trouble: Trouble, step: Awaitable[object]) -> None:
        try:
            await step
        except (*_LOST, ssl.SSLError) as error:
            raise NotAtWork(_failed(trouble, error)) from error

    def address_for(self, address: str) -> str | None:
        """Write an address as this server takes it; None: it cannot."""
        if self._smtp.supports_extension("smtputf8"):
            return in_ascii(address) or address
        return in_ascii(address)

    async def hand_over(
        self,
        *,
        sender: str,
        to: str,
        text: bytes,
        about_to: Callable[[], Awaitable[bool]],
    ) -> Answer | None:
        """
        Hand over one letter.

        `about_to` is asked when the server is ready for the text and nothing of it
        has left; where it says no, nothing leaves, and there is no answer.
        """
        try:
            await self._announce(sender, to)
        except SMTPResponseException as error:
            await self._start_over()
            return _refused(error)
        except ValueError as error:
            await self._start_over()
            return _failed(Trouble.ADDRESS_UNUSABLE, error)
        except _LOST as error:
            self._smtp.close()
            return _failed(Trouble.UNREACHABLE, error)
        if not await about_to():
            self._smtp.close()  # hanging up here is how SMTP forgets a letter
            return None
        return await self._send(text)

    async def _announce(self, sender: str, to: str) -> None:
        beyond = ["SMTPUTF8"] if not to.isascii() else []
        await self._smtp.mail(sender, options=beyond, encoding="utf-8")
        await self._smtp.rcpt(to, encoding="utf-8")
        ready = await self._smtp.execute_command(b"DATA")
        if ready.code != 354:
            raise SMTPResponseException(ready.code, ready.message)

    async def _send(self, text: bytes) -> Answer:
        protocol = self._smtp.protocol
        try:
            if protocol is None:
                raise aiosmtplib.SMTPServerDisconnected("gone")
            protocol.write(_LINE_START.sub(b"..", text) + b".\r\n")
        except _LOST as error:
            return _failed(Trouble.UNREACHABLE, error)
        try:
            receipt = await protocol.read_response(timeout=self._receipt_patience)
        except _LOST as error:
            self._smtp.close()
            return _failed(Trouble.NO_RECEIPT, error)
        except asyncio.CancelledError:
            self._smtp.close()
            raise
        if receipt.code == 421:
            self._smtp.close()
        said = f"{receipt.code} {receipt.message}"
        return Answer(trouble=by_code(receipt.code), said=said)

    async def _start_over(self) -> None:
        with suppress(*_LOST):
            if self._smtp.is_connected:
                await self._smtp.rset()
                return
        self._smtp.close()


def _refused(error: SMTPResponseException) -> Answer:
    """Read a refusal before the text; a garbled one may be better next time."""
    trouble = by_code(error.code)
    if trouble not in {Trouble.TOLD_TO_WAIT, Trouble.REFUSED}:
        trouble = Trouble.TOLD_TO_WAIT
    return Answer(trouble=trouble, said=f"{error.code} {error.message}")


def _failed(trouble: Trouble, error: BaseException) -> Answer:
    if isinstance(error, SMTPResponseException):
        return Answer(trouble=trouble, said=f"{error.code} {error.message}")
    return Answer(trouble=trouble, said=str(error))
