"""A letter as a message for mail servers (RFC 5322, 2045, 3834, 2369)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from uuid import UUID

from lip.mail.documents.headers import mailbox, one_line, unstructured
from lip.mail.rules.addresses import in_ascii
from lip.mail.rules.letters import Enclosure


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who letters come from; `domain` ends their message ids."""

    address: str
    name: str = ""

    @property
    def envelope(self) -> str:
        """The address as every server reads it."""
        return in_ascii(self.address) or self.address

    @property
    def domain(self) -> str:
        """The part behind the @."""
        return self.envelope.rpartition("@")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A letter as it stands in the outbox, on its way out."""

    id: UUID
    to_address: str
    to_name: str = ""
    language: str
    subject: str
    text: str
    html: str = ""
    reply_to: str = ""
    stop_at: str = ""
    enclosures: Sequence[Enclosure] = field(default=())


def message_id(letter: UUID, sender: Sender) -> str:
    """Name a message; sent again by people's wish, it has the same name."""
    return f"<{letter}@{sender.domain}>"


def message_of(
    letter: Outgoing, sender: Sender, *, at: datetime, beyond_ascii: bool = False
) -> bytes:
    """
    Write a letter as bytes with CRLF, in seven bits.

    Only with `beyond_ascii`, for servers with SMTPUTF8, addresses are UTF-8.
    """
    write = (lambda address: address) if beyond_ascii else _for_any_server
    headers = {
        "From": mailbox(sender.envelope, sender.name),
        "To": mailbox(write(letter.to_address), letter.to_name),
        "Subject": unstructured(letter.subject),
        "Date": format_datetime(at),
        "Message-ID": message_id(letter.id, sender),
        "Auto-Submitted": "auto-generated",
        "Content-Language": letter.language or "de",
    }
    if letter.reply_to:
        headers["Reply-To"] = mailbox(write(letter.reply_to))
    if letter.stop_at:
        headers["List-Unsubscribe"] = f"<{one_line(letter.stop_at)}>"
    return _lines(headers) + _content(letter).as_bytes()


def draft_of(letter: Outgoing, *, at: datetime) -> bytes:
    """Write a letter as a draft without sender, for people's own mail programs."""
    headers = {
        "To": mailbox(_for_any_server(letter.to_address), letter.to_name),
        "Subject": unstructured(letter.subject),
        "Date": format_datetime(at),
        "Content-Language": letter.language or "de",
        "X-Unsent": "1",  # Outlook opens it for sending
    }
    if letter.reply_to:
        headers["Reply-To"] = mailbox(_for_any_server(letter.reply_to))
    return _lines(headers) + _content(letter).as_bytes()


def _lines(headers: Mapping[str, str]) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode()


def _for_any_server(address: str) -> str:
    return in_ascii(address) or address


def _content(letter: Outgoing) -> EmailMessage:
    """Put text, HTML and enclosures together, each kind in its place."""
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    message.set_content(letter.text)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    for each in letter.enclosures:
        main, _, sub = each.media_type.partition("/")
        message.add_attachment(
            each.content,
            maintype=main or "application",
            subtype=sub or "octet-stream",
            filename=one_line(each.filename),
        )
    return message
