"""Change what a conference says of itself in public."""

from datetime import datetime, timedelta
from typing import Any

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.tables import Conference
from lip.database import lock_rows, transaction
from lip.errors import Conflict, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.mail.rules.addresses import is_usable
from lip.programme.queries.pages import PLAIN, SAID, page_of
from lip.programme.rules.public_page import PublicPage, StoredPage
from lip.programme.rules.web_addresses import usable_address
from lip.programme.tables import ConferencePage


async def change_page(
    conference: ConferenceFacts,
    page: PublicPage,
    *,
    shown: str,
    by: Actor,
    now: datetime,
) -> bool:
    """
    Write the page of a conference; tell whether anything is different now.

    `shown` is the version that the editor had before her. If someone else has
    changed it since, nothing is written and Conflict is raised.
    """
    _check(page)
    async with transaction():
        await lock_rows(
            Conference.select(Conference.id).where(Conference.id == conference.id)
        )
        there = await page_of(conference.id)
        if there.page == page:
            return False
        if there.version != shown:
            raise Conflict("page_changed_meanwhile")
        await write_page(conference, columns_of(page), there=there, now=now)
        await note_of(Act.PAGE_CHANGED, conference.id, conference.key, by=by, now=now)
    return True


def _check(page: PublicPage) -> None:
    if page.map_url and not usable_address(page.map_url):
        raise Unusable("map_link_unusable")
    if page.contact_email and not is_usable(page.contact_email):
        raise Unusable("contact_email_unusable")


async def write_page(
    conference: ConferenceFacts,
    columns: dict[Any, Any],
    *,
    there: StoredPage,
    now: datetime,
) -> None:
    """Write some columns of a page, which need not be there yet."""
    if there.changed_at is None:
        new = ConferencePage(conference=conference.id, changed_at=now, **columns)
        await new.save()
        return
    later = max(now, there.changed_at + timedelta(microseconds=1))
    await ConferencePage.update({**columns, "changed_at": later}).where(
        ConferencePage.conference == conference.id
    )


def columns_of(page: PublicPage) -> dict[Any, Any]:
    """Write a page as the columns of its row."""
    return {
        **{name: getattr(page, name).dump() for name in SAID},
        **{name: getattr(page, name) for name in PLAIN},
        "languages": " ".join(page.languages),
    }
