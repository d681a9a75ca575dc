"""Say something in own words on a page of duty."""

from dataclasses import replace
from datetime import datetime

from lip.database import fetch, transaction
from lip.errors import Conflict, Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.publishing.queries.duties import duty_text
from lip.publishing.rules.duties import DutyText


async def change_duty(wish: DutyText, *, by: Actor, now: datetime) -> bool:
    """
    Keep the words; `wish.version` is the one that was read.

    Tell whether anything is different now; raises Conflict if somebody was faster.
    """
    if wish.instead and not wish.text:
        raise Unusable("duty_without_words")
    async with transaction():
        before = await duty_text(wish.duty)
        if before == replace(wish, version=before.version):
            return False
        written = await fetch(
            "INSERT INTO duty_page (name, text, instead, exceptions, examined_how, "
            "examined_on, changed_at, version) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (name) DO UPDATE SET "
            "text = excluded.text, instead = excluded.instead, "
            "exceptions = excluded.exceptions, examined_how = excluded.examined_how, "
            "examined_on = excluded.examined_on, changed_at = excluded.changed_at, "
            "version = duty_page.version + 1 "
            "WHERE duty_page.version = ? RETURNING version",
            wish.duty.value,
            wish.text.dump(),
            wish.instead,
            wish.exceptions.dump(),
            wish.examined_how.dump(),
            wish.examined_on,
            now,
            wish.version,
        )
        if not written or written[0]["version"] != wish.version + 1:
            raise Conflict("duty_changed_meanwhile")
        entry = Entry(
            at=now,
            by=by,
            act=Act.DUTY_PAGE_CHANGED,
            facts={"page": wish.duty.value},
        )
        await record(entry)
    return True
