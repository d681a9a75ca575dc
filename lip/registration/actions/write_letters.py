"""
Write the letters that registrations bring with them.

A registration only notes in its transaction which letter is due; this puts it into
words, draws the ticket and queues it, and takes the note away in the same transaction.
So nothing is lost when the server stops, nothing is sent twice, and a hundred people
who register at once do not wait for a hundred pictures.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from anyio.to_thread import run_sync

from lip.conference.actions.register import ticket_code
from lip.conference.documents.people import ticket_address, ticket_of
from lip.conference.documents.tickets import ticket_pdf, ticket_png
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.queries.printing import person_to_print
from lip.conference.rules.tickets import Ticket
from lip.database import fetch, transaction
from lip.keys import Keys
from lip.mail.actions.queue import queue
from lip.mail.documents.letter import Written
from lip.mail.rules.letters import Enclosure, Letter
from lip.programme.queries.sessions import session_by_id
from lip.registration.documents.place_letters import (
    Addressed,
    place_letter,
    session_letter,
)
from lip.registration.queries.letters import (
    DueLetter,
    DueSessionLetter,
    letters_due,
    session_letters_due,
)
from lip.registration.queries.titles import title_of
from lip.registration.rules.letters_due import LetterDue
from lip.words import spoken

AT_ONCE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Stationery:
    """What all letters need: the keys of tickets, where the site is, its colour."""

    keys: Keys
    base_url: str
    accent: str


async def write_due_letters(stationery: Stationery, *, now: datetime) -> int:
    """Write all letters that are due; say how many."""
    written = 0
    for due in await letters_due(most=AT_ONCE):
        written += await _write(due, stationery, now=now)
    for one in await session_letters_due(most=AT_ONCE):
        written += await _write_of_session(one, stationery, now=now)
    return written


async def _write(due: DueLetter, stationery: Stationery, *, now: datetime) -> bool:
    conference = await conference_by_key(due.conference)
    enclosures: tuple[Enclosure, ...] = ()
    if due.kind is not LetterDue.WAITING and due.address:
        enclosures = await _tickets(due, conference, stationery)
    to = _addressed(due, conference, stationery)
    title = (await title_of(conference)).pick(to.language)
    letter = _letter(
        f"{due.kind.value}:{due.participant}:{due.since.isoformat()}",
        due,
        conference,
        to,
        place_letter(due.kind, to, conference, title),
        enclosures=enclosures,
    )
    async with transaction():
        still = await fetch(
            "UPDATE place SET letter_due = '' "
            "WHERE participant = ? AND letter_due = ? RETURNING participant",
            due.participant,
            due.kind.value,
        )
        if still and due.address:
            await queue(letter, now=now)
    return bool(still and due.address)


async def _write_of_session(
    due: DueSessionLetter, stationery: Stationery, *, now: datetime
) -> bool:
    conference = await conference_by_key(due.conference)
    session = await session_by_id(due.session, conference=conference.id)
    to = _addressed(due, conference, stationery)
    title = (await title_of(conference)).pick(to.language)
    words = session.title.pick(to.language, conference.language)
    written = session_letter(to, conference, title, words)
    letter = _letter(f"session:{due.sign_up}", due, conference, to, written)
    async with transaction():
        still = await fetch(
            "UPDATE sign_up SET letter_due = ? WHERE id = ? RETURNING id",
            False,
            due.sign_up,
        )
        if still and due.address:
            await queue(letter, now=now)
    return bool(still and due.address)


async def _tickets(
    due: DueLetter, conference: ConferenceFacts, stationery: Stationery
) -> tuple[Enclosure, ...]:
    person = await person_to_print(conference, due.participant)
    language = spoken(due.language, conference.language)
    code = ticket_code(due.participant, due.issue, keys=stationery.keys)
    ticket = ticket_of(
        person,
        code,
        conference=conference,
        base_url=stationery.base_url,
        language=language,
    )
    return await run_sync(partial(_drawn, ticket, language, stationery.accent))


def _drawn(ticket: Ticket, language: str, accent: str) -> tuple[Enclosure, ...]:
    files: tuple[tuple[str, str, Callable[[], bytes]], ...] = (
        ("png", "image/png", partial(ticket_png, ticket, accent=accent)),
        (
            "pdf",
            "application/pdf",
            partial(ticket_pdf, ticket, language, accent=accent),
        ),
    )
    return tuple(
        Enclosure(
            filename=f"ticket-{ticket.number}.{ending}",
            media_type=media_type,
            content=make(),
        )
        for ending, media_type, make in files
    )


def _addressed(
    due: DueLetter | DueSessionLetter,
    conference: ConferenceFacts,
    stationery: Stationery,
) -> Addressed:
    language = spoken(due.language, conference.language)
    code = ticket_code(due.participant, due.issue, keys=stationery.keys)
    root = stationery.base_url.rstrip("/")
    address = ticket_address(code, base_url=root)
    return Addressed(
        name=due.name,
        language=language,
        address=address.replace(root, f"{root}/{language}", 1),
    )


def _letter(  # noqa: PLR0917 - the parts of one letter
    key: str,
    due: DueLetter | DueSessionLetter,
    conference: ConferenceFacts,
    to: Addressed,
    written: Written,
    *,
    enclosures: tuple[Enclosure, ...] = (),
) -> Letter:
    about: UUID = due.participant
    return Letter(
        key=key,
        scope=conference.key,
        to_address=due.address,
        to_name=due.name,
        about=about,
        language=to.language,
        subject=written.subject,
        text=written.text,
        html=written.html,
        enclosures=enclosures,
        delete_on=_end(conference),
    )


def _end(conference: ConferenceFacts) -> date:
    last = max((doors.day for doors in conference.days), default=date.max)
    return last + timedelta(days=14) if last != date.max else last
