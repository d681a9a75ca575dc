"""Remind everybody of the conference on the day before, once each."""

from datetime import date, datetime, timedelta

from lip.conference.actions.register import ticket_code
from lip.conference.documents.people import ticket_address
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.journal.rules.acts import Act
from lip.keys import Keys
from lip.mail.rules.letters import Letter
from lip.registration.actions.queue_letters import queue_letters
from lip.registration.documents.invitation_letters import day_before_letter
from lip.registration.queries.reminders import (
    Reminded,
    conferences_to_remind_of,
    people_to_remind,
    reminded_already,
)
from lip.registration.queries.titles import title_of
from lip.registration.rules.reminders import (
    day_to_remind_of,
    is_reminded_of,
    reminder_key,
    window_before,
)
from lip.said import Said
from lip.words import spoken


async def due_reminders(*, keys: Keys, base_url: str, now: datetime) -> int:
    """Queue the reminders that are due at all conferences; say how many."""
    written = 0
    for key in await conferences_to_remind_of(now):
        conference = await conference_by_key(key)
        days = [doors.day for doors in conference.days]
        day = day_to_remind_of(days, conference.zone, now)
        if day is not None:
            written += await _remind(
                conference, day, keys=keys, base_url=base_url, now=now
            )
    return written


async def _remind(
    conference: ConferenceFacts,
    day: date,
    *,
    keys: Keys,
    base_url: str,
    now: datetime,
) -> int:
    days = [doors.day for doors in conference.days]
    done = await reminded_already(conference.key, day)
    people = [
        one
        for one in await people_to_remind(conference.id)
        if one.id not in done and is_reminded_of(day, days, one.only_on)
    ]
    title = await title_of(conference)
    letters = (
        _letter(one, conference, title, day, keys=keys, base_url=base_url)
        for one in people
    )
    await queue_letters(letters, conference, Act.REMINDED_OF_DAY, now=now)
    return len(people)


def _letter(
    one: Reminded,
    conference: ConferenceFacts,
    title: Said,
    day: date,
    *,
    keys: Keys,
    base_url: str,
) -> Letter:
    language = spoken(one.language, conference.language)
    code = ticket_code(one.id, one.issue, keys=keys)
    ticket = ticket_address(code, base_url=base_url)
    root = base_url.rstrip("/")
    written = day_before_letter(
        conference,
        title,
        name=one.name,
        language=language,
        ticket=ticket.replace(root, f"{root}/{language}", 1),
        programme=f"{root}/{language}/c/{conference.key}",
    )
    return Letter(
        key=reminder_key(one.id, day),
        scope=conference.key,
        to_address=one.email,
        to_name=one.name,
        about=one.id,
        language=language,
        subject=written.subject,
        text=written.text,
        html=written.html,
        send_until=window_before(day, conference.zone).ends,
        delete_on=day + timedelta(days=14),
    )
