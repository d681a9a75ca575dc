"""Register people who come together; two forms at once never share a place."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from lip.conference.actions.locks import lock_conference
from lip.conference.actions.register import Added, add_participants
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, in_batches, transaction
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.keys import Keys
from lip.registration.queries.places import (
    SessionSeats,
    seats_of,
    sessions_with_seats,
    waiting_list,
)
from lip.registration.rules.forms import FormFacts
from lip.registration.rules.letters_due import LetterDue
from lip.registration.rules.places import Standing, Waiting, moving_up
from lip.registration.rules.registering import (
    Entrant,
    NoPlaces,
    Outcome,
    PartyWish,
    RegisteredParty,
    SessionsFull,
    sessions_full,
    wanted_in_sessions,
)
from lip.registration.tables import Answer, Consent, Party, Place, SignUp

SENSITIVE = "sensitive"
"""The purpose of the consent to sensitive answers."""


async def register_party(
    wish: PartyWish,
    *,
    conference: ConferenceFacts,
    form: FormFacts,
    keys: Keys,
    by: Actor,
    now: datetime,
) -> Outcome:
    """
    Register people, or say what is full and write nothing.

    The same request twice is one party. Who registers while others wait goes behind
    them, even where a place is free that those before cannot use.
    """
    async with transaction():
        await lock_conference(conference)
        known = await party_of_request(wish.request)
        if known is not None:
            return known
        holds = await _has_places(wish, conference)
        if holds is not None and not (form.waiting_list and wish.may_wait):
            return NoPlaces(left=holds, may_wait=form.waiting_list)
        sessions = await _sessions(wish, conference)
        full = sessions_full(
            wish.people,
            {session: one.free for session, one in sessions.items()},
            may_wait_for=wish.may_wait_for if form.waiting_list else (),
        )
        if full:
            return SessionsFull(left=full)
        waits = holds is not None
        rows = await add_participants(
            [(one.guest, None) for one in wish.people],
            conference=conference,
            keys=keys,
            now=now,
            waiting=waits,
        )
        await _write_places(wish, rows, conference, waits=waits, now=now)
        await _write_sign_ups(wish, rows, sessions, waits=waits, now=now)
        await _write_answers(wish, rows, conference, form, now=now)
        await record(*_entries(wish, rows, conference, by=by, now=now))
    return RegisteredParty(people=tuple(row.id for row in rows), waiting=waits)


async def party_of_request(request: UUID) -> RegisteredParty | None:
    """Find what was registered under a request key."""
    rows = await fetch(
        "SELECT p.id, p.waiting_since FROM party y "
        "JOIN place l ON l.party = y.id JOIN participant p ON p.id = l.participant "
        "WHERE y.request = ? ORDER BY p.number",
        request,
    )
    if not rows:
        return None
    return RegisteredParty(
        people=tuple(row["id"] for row in rows),
        waiting=any(row["waiting_since"] is not None for row in rows),
    )


async def _has_places(wish: PartyWish, conference: ConferenceFacts) -> int | None:
    """Say None when all of them have a place, else how many places are open."""
    seats = await seats_of(conference)
    if seats.whole is None and not seats.groups:
        return None
    queue = await waiting_list(conference)
    own = Waiting(people=tuple(uuid4() for _ in wish.people), group=wish.group)
    if own in moving_up([*queue, own], seats):
        return None
    return seats.open_to(wish.group) or 0


async def _sessions(
    wish: PartyWish, conference: ConferenceFacts
) -> Mapping[UUID, SessionSeats]:
    if not wanted_in_sessions(wish.people):
        return {}
    return await sessions_with_seats(conference)


async def _write_places(
    wish: PartyWish,
    rows: Sequence[Added],
    conference: ConferenceFacts,
    *,
    waits: bool,
    now: datetime,
) -> None:
    party = uuid4()
    await Party.insert(
        Party(
            id=party,
            conference=conference.id,
            request=wish.request,
            email=wish.email,
            language=wish.language,
            created_at=now,
        )
    )
    due = LetterDue.WAITING if waits else LetterDue.TICKET
    reachable = bool(wish.email)
    await Place.insert(
        *(
            Place(
                participant=row.id,
                party=party,
                in_group=wish.group,
                queued_at=now,
                letter_due=due if reachable or one.guest.email else LetterDue.NONE,
            )
            for row, one in zip(rows, wish.people, strict=True)
        )
    )


async def _write_sign_ups(
    wish: PartyWish,
    rows: Sequence[Added],
    sessions: Mapping[UUID, SessionSeats],
    *,
    waits: bool,
    now: datetime,
) -> None:
    """Give places in sessions; where not all of a party fit, all of them wait."""
    wanted = wanted_in_sessions(wish.people)
    held = {
        session
        for session, many in wanted.items()
        if not waits and ((left := sessions[session].free) is None or many <= left)
    }
    sign_ups = [
        SignUp(
            id=uuid4(),
            session=session,
            participant=row.id,
            standing=Standing.HELD if session in held else Standing.WAITING,
            queued_at=now,
        )
        for row, one in zip(rows, wish.people, strict=True)
        for session in one.sessions
    ]
    for batch in in_batches(sign_ups, columns=6):
        await SignUp.insert(*batch)


async def _write_answers(
    wish: PartyWish,
    rows: Sequence[Added],
    conference: ConferenceFacts,
    form: FormFacts,
    *,
    now: datetime,
) -> None:
    for row, one in zip(rows, wish.people, strict=True):
        await write_answers(row.id, one, conference=conference, form=form)
        if one.consent:
            await give_consent(row.id, one.consent, language=wish.language, now=now)


async def write_answers(
    participant: UUID, one: Entrant, *, conference: ConferenceFacts, form: FormFacts
) -> None:
    """Write the answers to own questions with the days on which they are deleted."""
    last = max((doors.day for doors in conference.days), default=None)
    kept = {field.id: field.kept_days for field in form.fields}
    answers = [
        Answer(
            id=uuid4(),
            participant=participant,
            field=field,
            value=value,
            delete_on=_end(last, kept.get(field, 0)),
        )
        for field, value in one.answers.items()
        if value
    ]
    for batch in in_batches(answers, columns=5):
        await Answer.insert(*batch)


def _end(last: date | None, kept_days: int) -> date | None:
    return last + timedelta(days=kept_days) if last and kept_days else None


async def give_consent(
    participant: UUID, wording: str, *, language: str, now: datetime
) -> None:
    """Keep what somebody agreed to, as it was said to her."""
    await Consent.insert(
        Consent(
            id=uuid4(),
            participant=participant,
            purpose=SENSITIVE,
            wording=wording,
            language=language,
            given_at=now,
        )
    )


def _entries(
    wish: PartyWish,
    rows: Sequence[Added],
    conference: ConferenceFacts,
    *,
    by: Actor,
    now: datetime,
) -> list[Entry]:
    return [
        Entry(
            at=now,
            by=by,
            act=Act.PARTY_REGISTERED,
            subject=row.id,
            scope=conference.key,
            request=None if place else wish.request,
        )
        for place, row in enumerate(rows)
    ]
