"""The public page of the sample conference, and an earlier one of its series."""

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from lip.conference.actions.announce import Announcement, announce, day_between
from lip.conference.actions.change_stage import change_stage
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.stages import Stage
from lip.errors import NotFound
from lip.journal.rules.entries import COMMAND
from lip.programme.actions.change_files import DocumentWish, add_file
from lip.programme.actions.change_page import change_page
from lip.programme.actions.change_series import choose_series, make_series
from lip.programme.queries.pages import page_of
from lip.said import Said
from lip.sample.page_texts import (
    EARLIER_PAGE,
    EARLIER_TITLE,
    INVITATION,
    MINUTES,
    PAGE,
    SERIES,
)

EARLIER: Final = "demo-2025"
ZONE: Final = ZoneInfo("Europe/Berlin")


async def fill_in_page(conference: ConferenceFacts, *, now: datetime) -> None:
    """Write the page, once; what somebody has changed since stays."""
    if (await page_of(conference.id)).changed_at is not None:
        return
    await change_page(conference, PAGE, shown="", by=COMMAND, now=now)
    series = await make_series(SERIES, conference=conference, by=COMMAND, now=now)
    await _add(
        conference,
        INVITATION,
        Said.of(de="Einladung", en="Invitation (in German)", ar="الدعوة (بالألمانية)"),
        "Einladung Migrationskonferenz.txt",
        now=now,
    )
    try:
        earlier = await conference_by_key(EARLIER)
    except NotFound:
        earlier = await _hold_earlier(now)
    await choose_series(earlier, series, by=COMMAND, now=now)


async def _hold_earlier(now: datetime) -> ConferenceFacts:
    """Make last year's conference, which lies in the archive."""
    day = (now - timedelta(days=364)).astimezone(ZONE).date()
    doors = day_between(
        datetime.combine(day, time(9, 30), ZONE),
        datetime.combine(day, time(18), ZONE),
        ZONE,
    )
    said = Announcement(
        title=EARLIER_TITLE,
        days=[doors],
        place="Freizeitheim Vahrenwald",
        organiser="Netzwerk der Migrantenorganisationen Musterstadt e. V.",
    )
    await announce(EARLIER, said, by=COMMAND, now=now)
    conference = await conference_by_key(EARLIER)
    await change_page(conference, EARLIER_PAGE, shown="", by=COMMAND, now=now)
    title = Said.of(
        de="Protokoll und Forderungen",
        en="Minutes and demands (in German)",
        ar="المحضر والمطالب (بالألمانية)",
    )
    await _add(conference, MINUTES, title, "Protokoll.txt", now=now)
    for stage in (Stage.HELD, Stage.ARCHIVED):
        await change_stage(conference, stage, by=COMMAND, now=now)
    return conference


async def _add(
    conference: ConferenceFacts, text: str, title: Said, name: str, *, now: datetime
) -> None:
    wish = DocumentWish(title=title, language="de", published=True)
    await add_file(
        text.encode(), name, wish, conference=conference, by=COMMAND, now=now
    )
