"""
Take letters up, and note what became of them: by compare-and-set.

A letter belongs to whoever set `sending_since`; every later note names that moment.
So two workers never have the same letter, and one that slept too long notices it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch, transaction
from lip.mail.documents.message import Outgoing
from lip.mail.rules.letters import Enclosure, Fate, Trouble
from lip.mail.rules.retries import AFTER_TEXT, BEFORE_TEXT, Verdict, after_try, pause

_LONGEST_ANSWER = 500

_CLAIM = (
    "UPDATE mail_out SET fate = 'sending', sending_since = ?, handed_over_at = NULL, "
    "tries = tries + 1 WHERE id = ? AND fate = 'waiting' AND next_try_at <= ? "
    "RETURNING id, to_address, to_name, language, subject, text, html, reply_to, "
    "stop_at, send_until, tries"
)
_MARK = (
    "UPDATE mail_out SET handed_over_at = ?, message_id = ? "
    "WHERE id = ? AND fate = 'sending' AND sending_since = ? RETURNING id"
)
_NOTE = (
    "UPDATE mail_out SET fate = ?, trouble = ?, last_answer = ?, next_try_at = ?, "
    "sent_at = ?, handed_over_at = CASE WHEN ? = 'waiting' THEN NULL "
    "ELSE handed_over_at END "
    "WHERE id = ? AND sending_since = ? AND fate IN ('sending', 'uncertain')"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A letter that is ours, since when, and how often it has been tried."""

    letter: Outgoing
    since: datetime
    tries: int
    send_until: datetime | None


async def due(*, now: datetime, most: int) -> Sequence[UUID]:
    """Find letters that wait to be sent, the longest waiting first."""
    rows = await fetch(
        "SELECT id FROM mail_out WHERE fate = 'waiting' AND next_try_at <= ? "
        "ORDER BY next_try_at, id LIMIT ?",
        now,
        most,
    )
    return [row["id"] for row in rows]


async def claim(one: UUID, *, now: datetime) -> Claimed | None:
    """Take a letter up, unless somebody else was faster."""
    async with transaction():
        rows = await fetch(_CLAIM, now, one, now)
        if not rows:
            return None
        enclosed = await fetch(
            "SELECT filename, media_type, content FROM mail_enclosure "
            "WHERE mail = ? ORDER BY filename, id",
            one,
        )
    (row,) = rows
    return Claimed(
        letter=_outgoing(row, enclosed),
        since=now,
        tries=row["tries"],
        send_until=row["send_until"],
    )


def _outgoing(
    row: Mapping[str, Any], enclosed: Sequence[Mapping[str, Any]]
) -> Outgoing:
    plain = ("id", "to_address", "to_name", "language", "subject", "text", "html")
    return Outgoing(
        **{name: row[name] for name in (*plain, "reply_to", "stop_at")},
        enclosures=[
            Enclosure(
                filename=each["filename"],
                media_type=each["media_type"],
                content=bytes(each["content"]),
            )
            for each in enclosed
        ],
    )


async def mark_handed_over(one: Claimed, *, message_id: str, now: datetime) -> bool:
    """Note, before the text leaves, that it may be out; False: it is not ours."""
    return bool(await fetch(_MARK, now, message_id, one.letter.id, one.since))


async def note(
    one: Claimed, trouble: Trouble, *, said: str = "", now: datetime
) -> Verdict:
    """Note what became of a letter."""
    verdict = after_try(trouble, tries=one.tries, now=now, send_until=one.send_until)
    await _write(one, verdict, said=said, now=now)
    return verdict


async def give_back(one: Claimed, *, now: datetime) -> None:
    """Let a letter wait on that was not handed over, at no fault of its own."""
    free = Verdict(fate=Fate.WAITING, trouble=Trouble.NONE, next_try_at=now)
    await _write(one, free, said="", now=now)


async def _write(one: Claimed, verdict: Verdict, *, said: str, now: datetime) -> None:
    await fetch(
        _NOTE,
        verdict.fate.value,
        verdict.trouble.value,
        said[:_LONGEST_ANSWER],
        verdict.next_try_at,
        now if verdict.fate is Fate.SENT else None,
        verdict.fate.value,
        one.letter.id,
        one.since,
    )


async def postpone_all(trouble: Trouble, *, said: str, now: datetime) -> None:
    """Let all due letters wait, because the mail server does not let us in."""
    await fetch(
        "UPDATE mail_out SET trouble = ?, last_answer = ?, next_try_at = ? "
        "WHERE fate = 'waiting' AND next_try_at <= ?",
        trouble.value,
        said[:_LONGEST_ANSWER],
        now + pause(trouble),
        now,
    )


async def tidy(*, now: datetime) -> None:
    """
    Sort out what a crash has left, and letters that are of no use any more.

    What was taken up and surely not handed over waits again; what may have gone out
    is uncertain, and people decide.
    """
    left = {
        "fate = 'sending' AND handed_over_at IS NULL AND sending_since < ?": (
            now - BEFORE_TEXT,
            ("waiting", Trouble.NONE, now),
        ),
        "fate = 'sending' AND handed_over_at < ?": (
            now - AFTER_TEXT,
            ("uncertain", Trouble.STOPPED_MIDWAY, None),
        ),
        "fate = 'waiting' AND send_until < ?": (
            now,
            ("failed", Trouble.TOO_LATE, None),
        ),
    }
    found = await fetch(
        "SELECT 1 AS one FROM mail_out WHERE "  # noqa: S608 - our own words only
        + " OR ".join(f"({condition})" for condition in left)
        + " LIMIT 1",
        *(limit for limit, _ in left.values()),
    )
    for condition, (limit, becomes) in left.items() if found else ():
        await fetch(
            "UPDATE mail_out SET fate = ?, trouble = ?, next_try_at = ? "  # noqa: S608
            f"WHERE {condition}",
            *becomes,
            limit,
        )
