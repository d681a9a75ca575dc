"""Tell everybody with an address that a conference is called off, or held after all."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from lip.conference.actions.register import ticket_code
from lip.conference.documents.people import ticket_address
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.database import transaction
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import SYSTEM, Entry
from lip.keys import Keys
from lip.mail.actions.queue import queue
from lip.mail.rules.letters import Letter
from lip.registration.documents.calling_off_letters import news_letter
from lip.registration.queries.calling_off import (
    Reader,
    conferences_with_news,
    people_with_address,
    told_at,
)
from lip.registration.queries.titles import title_of
from lip.registration.rules.calling_off import News, news_due, news_key
from lip.said import Said
from lip.words import LANGUAGES

AT_ONCE = 100
"""So many letters are written in one transaction."""


async def tell_of_calling_off(*, keys: Keys, base_url: str, now: datetime) -> int:
    """Queue the letters that are due at all conferences; say how many."""
    written = 0
    for key in await conferences_with_news(now):
        conference = await conference_by_key(key)
        written += await _tell(conference, keys=keys, base_url=base_url, now=now)
    return written


async def _tell(
    conference: ConferenceFacts, *, keys: Keys, base_url: str, now: datetime
) -> int:
    told = await told_at(conference.key)
    title = await title_of(conference)
    letters = []
    for one in await people_with_address(conference.id):
        before = told.get(one.id, ())
        news = news_due(conference.stage, before[-1] if before else None)
        if news:
            key = news_key(news, one.id, len(before))
            code = ticket_code(one.id, one.issue, keys=keys)
            ticket = ticket_address(code, base_url=base_url)
            letters.append(_letter(key, news, one, conference, title, ticket, base_url))
    for start in range(0, len(letters), AT_ONCE):
        await _queue(letters[start : start + AT_ONCE], conference, now=now)
    return len(letters)


async def _queue(
    letters: Sequence[Letter], conference: ConferenceFacts, *, now: datetime
) -> None:
    async with transaction():
        for letter in letters:
            await queue(letter, now=now)
        entry = Entry(
            at=now,
            by=SYSTEM,
            act=Act.TOLD_OF_STAGE,
            subject=conference.id,
            scope=conference.key,
            facts={"people": len(letters), "stage": conference.stage.value},
        )
        await record(entry)


def _letter(  # noqa: PLR0917 - the parts of one letter
    key: str,
    news: News,
    one: Reader,
    conference: ConferenceFacts,
    title: Said,
    ticket: str,
    base_url: str,
) -> Letter:
    wished = (one.language, conference.language)
    language = next((tag for tag in wished if tag in LANGUAGES), "de")
    root = base_url.rstrip("/")
    written = news_letter(
        news,
        conference,
        title,
        name=one.name,
        language=language,
        ticket=ticket.replace(root, f"{root}/{language}", 1),
    )
    last = max(doors.day for doors in conference.days)
    return Letter(
        key=key,
        scope=conference.key,
        to_address=one.email,
        to_name=one.name,
        about=one.id,
        language=language,
        subject=written.subject,
        text=written.text,
        html=written.html,
        delete_on=last + timedelta(days=14),
    )
