"""Put a letter into the outbox; the rounds of the server send it."""

from datetime import datetime
from uuid import UUID, uuid4

from lip.database import execute_many, fetch, transaction
from lip.mail.rules.addresses import cleaned, is_usable
from lip.mail.rules.letters import Enclosure, Fate, Letter, Trouble

_COLUMNS = (
    "id, key, scope, about, to_address, to_name, language, subject, text, html, "
    "reply_to, stop_at, send_until, fate, tries, next_try_at, queued_at, trouble, "
    "last_answer, message_id, delete_on"
)
_INSERT = (
    f"INSERT INTO mail_out ({_COLUMNS}) VALUES "  # noqa: S608 - our own names only
    "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, '', '', ?) "
    "ON CONFLICT (key) DO NOTHING RETURNING id"
)
_ENCLOSE = (
    "INSERT INTO mail_enclosure (id, mail, filename, media_type, content) "
    "VALUES (?, ?, ?, ?, ?)"
)


async def queue(letter: Letter, *, now: datetime) -> UUID:
    """
    Queue a letter, in the transaction of the caller; return its id.

    The same key twice is one letter: the second time changes nothing and gives the
    known id. A letter to an address that no server could take stands in the outbox
    as failed, so that people see it and can help.
    """
    async with transaction():
        written = await fetch(_INSERT, *_values(letter, now=now))
        if not written:
            (known,) = await fetch("SELECT id FROM mail_out WHERE key = ?", letter.key)
            return UUID(str(known["id"]))
        one = UUID(str(written[0]["id"]))
        if letter.enclosures:
            await _enclose(one, letter.enclosures)
    return one


def _values(letter: Letter, *, now: datetime) -> tuple[object, ...]:
    address = cleaned(letter.to_address)
    usable = is_usable(address)
    return (
        uuid4(),
        letter.key,
        letter.scope,
        letter.about,
        address[:254],
        _in_one_line(letter.to_name)[:200],
        letter.language,
        _in_one_line(letter.subject),
        letter.text,
        letter.html,
        letter.reply_to,
        letter.stop_at,
        letter.send_until,
        Fate.WAITING if usable else Fate.FAILED,
        now if usable else None,
        now,
        Trouble.NONE if usable else Trouble.ADDRESS_UNUSABLE,
        letter.delete_on,
    )


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


async def _enclose(one: UUID, enclosures: tuple[Enclosure, ...]) -> None:
    await execute_many(
        _ENCLOSE,
        [
            (uuid4(), one, each.filename, each.media_type, each.content)
            for each in enclosures
        ],
    )
