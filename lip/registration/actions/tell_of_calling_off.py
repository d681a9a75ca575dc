"""Tell everybody with an address that a conference is called off, or held after all."""

from datetime import datetime, timedelta

from lip.conference.actions.register import ticket_code
from lip.conference.documents.people import ticket_address
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.journal.rules.acts import Act
from lip.keys import Keys
from lip.mail.rules.letters import Letter
from lip.registration.actions.queue_letters import queue_letters
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
from lip.words import spoken


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
    facts = {"stage": conference.stage.value}
    await queue_letters(letters, conference, Act.TOLD_OF_STAGE, facts=facts, now=now)
    return len(letters)


def _letter(  # noqa: PLR0917 - the parts of one letter
    key: str,
    news: News,
    one: Reader,
    conference: ConferenceFacts,
    title: Said,
    ticket: str,
    base_url: str,
) -> Letter:
    language = spoken(one.language, conference.language)
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
