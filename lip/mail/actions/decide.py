"""
People decide about letters: send again, call off, sent by hand.

Each act names the fates it may meet, and changes the letter only if it still has one
of them: a letter that is going out at this moment is left alone.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from lip.database import fetch, transaction
from lip.errors import Conflict, NotFound
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.mail.rules.letters import Fate, Trouble

UNSENT = (Fate.WAITING, Fate.FAILED, Fate.UNCERTAIN, Fate.CALLED_OFF)


async def send_again(
    one: UUID, *, scope: str, by: Actor, now: datetime, address: str = ""
) -> None:
    """
    Let a letter go out at the next round, to another address if one is given.

    People may know that it is needed although it is uncertain, or late.
    """
    changes: dict[str, object] = {
        "fate": Fate.WAITING.value,
        "trouble": Trouble.NONE.value,
        "last_answer": "",
        "tries": 0,
        "next_try_at": now,
        "send_until": None,
        "handed_over_at": None,
    }
    if address:
        changes["to_address"] = address
    await _change(
        one, UNSENT, changes, act=Act.LETTER_SENT_AGAIN, scope=scope, by=by, now=now
    )


async def call_off(one: UUID, *, scope: str, by: Actor, now: datetime) -> None:
    """Keep a waiting letter from going out."""
    changes = {"fate": Fate.CALLED_OFF.value, "next_try_at": None}
    await _change(
        one,
        (Fate.WAITING,),
        changes,
        act=Act.LETTER_CALLED_OFF,
        scope=scope,
        by=by,
        now=now,
    )


async def mark_sent(one: UUID, *, scope: str, by: Actor, now: datetime) -> None:
    """Note that people have sent a letter themselves, or know that it arrived."""
    changes = {
        "fate": Fate.SENT.value,
        "trouble": Trouble.NONE.value,
        "next_try_at": None,
        "sent_at": now,
    }
    await _change(
        one, UNSENT, changes, act=Act.LETTER_MARKED_SENT, scope=scope, by=by, now=now
    )


async def _change(
    one: UUID,
    fates: Sequence[Fate],
    changes: Mapping[str, object],
    *,
    act: Act,
    scope: str,
    by: Actor,
    now: datetime,
) -> None:
    places = ", ".join(f"{column} = ?" for column in changes)
    marks = ", ".join("?" * len(fates))
    async with transaction():
        changed = await fetch(
            f"UPDATE mail_out SET {places} WHERE id = ? AND scope = ? "  # noqa: S608
            f"AND fate IN ({marks}) RETURNING about",
            *changes.values(),
            one,
            scope,
            *(fate.value for fate in fates),
        )
        if not changed:
            await _refuse(one, scope=scope, unless=Fate(str(changes["fate"])))
            return
        about = changed[0]["about"]
        await note_of(act, about, scope, by=by, now=now)


async def _refuse(one: UUID, *, scope: str, unless: Fate) -> None:
    """Say why a letter was left alone, unless it is already what was wished."""
    rows = await fetch(
        "SELECT fate FROM mail_out WHERE id = ? AND scope = ?", one, scope
    )
    if not rows:
        raise NotFound("unknown_letter")
    fate = Fate(rows[0]["fate"])
    if fate is unless:
        return
    if fate is Fate.SENDING:
        raise Conflict("letter_under_way")
    if fate is Fate.SENT:
        raise Conflict("letter_already_sent")
    raise Conflict("letter_changed_meanwhile")
