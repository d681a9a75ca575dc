"""Letters for tests, and a look into the outbox."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from lip.database import fetch
from lip.mail.actions.queue import queue
from lip.mail.actions.send_due import Office
from lip.mail.documents.message import Sender
from lip.mail.rules.letters import Letter
from lip.settings import Encryption, MailServer

SENDER = Sender(address="post@example.org", name="LIP")
LATE = date(2099, 1, 1)


def clock() -> datetime:
    return datetime.now(UTC)


def a_letter(**changes: Any) -> Letter:
    said: dict[str, Any] = {
        "key": f"test:{uuid4()}",
        "scope": "konferenz",
        "to_address": "amal@example.org",
        "to_name": "Amal Muster",
        "language": "de",
        "subject": "Ihr Ticket",
        "text": "Guten Tag,\n.\nhier ist Ihr Ticket.\n",
        "html": "<p>Guten Tag</p>",
        "delete_on": LATE,
    }
    return Letter(**(said | changes))


async def queued(number: int = 1, **changes: Any) -> None:
    for _ in range(number):
        await queue(a_letter(**changes), now=clock())


async def outbox() -> list[dict[str, Any]]:
    return await fetch("SELECT * FROM mail_out ORDER BY queued_at, id")


async def fates() -> list[str]:
    return [row["fate"] for row in await outbox()]


def office_at(port: int, *, host: str = "127.0.0.1", **changes: Any) -> Office:
    server = MailServer(
        host=host,
        port=port,
        encryption=changes.pop("encryption", Encryption.NONE),
        user=changes.pop("user", ""),
        password=changes.pop("password", ""),
    )
    said: dict[str, Any] = {"sender": SENDER, "clock": clock}
    return Office(server=server, **(said | changes))
