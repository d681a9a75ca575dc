"""
Issue certificates of attendance, from real presence only, and withdraw them.

A person has at most one certificate with her name and one whose name is written by
hand; asked for again, the same one is given. What it says is frozen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from lip.attendance.queries.certificates import (
    certificate,
    certificate_for,
    certificates_of,
    last_number,
)
from lip.attendance.queries.presence import Attendance, Attendee, attendance_of
from lip.attendance.queries.terms import terms_of
from lip.attendance.rules.certificates import (
    CertificateFacts,
    CertifiedDay,
    CertifiedSession,
    Issued,
)
from lip.attendance.rules.terms import Terms, certificates_open_at, was_there
from lip.attendance.tables import Certificate
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.codes import code_of
from lip.conference.rules.keeping import months_after
from lip.conference.tables import Conference
from lip.database import lock_rows, transaction
from lip.errors import NotAllowed, TooEarly
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys
from lip.programme.queries.pages import page_of
from lip.programme.rules.public_page import titles_of
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuing:
    """What every certificate of one conference is made from."""

    conference: ConferenceFacts
    terms: Terms
    attendance: Attendance
    title: Said
    keys: Keys
    by: Actor
    now: datetime


def certificate_code(one: UUID, *, keys: Keys) -> str:
    """Derive the code under which a certificate can be checked."""
    return code_of(keys.part("certificate"), one, 1)


def seal_certificate_code(code: str, *, keys: Keys) -> str:
    """Compute the keyed hash under which a certificate is found."""
    return keys.seal("certificate", code)


async def issue_certificate(
    participant: UUID,
    *,
    conference: ConferenceFacts,
    by_hand: bool,
    keys: Keys,
    by: Actor,
    now: datetime,
) -> Issued:
    """Issue the certificate of one person, or give the one that there is."""
    async with transaction():
        await _lock(conference)
        known = await certificate_for(participant, by_hand=by_hand)
        if known is not None:
            return known
        issuing = await _issuing(
            conference, keys=keys, by=by, now=now, only=participant
        )
        _refuse_too_early(issuing)
        who = issuing.attendance.find(participant)
        if who is None or not was_there(who.minutes, issuing.terms):
            raise NotAllowed("presence_too_short")
        number = await last_number(conference) + 1
        return await _issue(who, issuing, number=number, by_hand=by_hand)


async def issue_all(
    *, conference: ConferenceFacts, keys: Keys, by: Actor, now: datetime
) -> Sequence[Issued]:
    """Issue what is missing for everybody who was there; return what is new."""
    async with transaction():
        await _lock(conference)
        issuing = await _issuing(conference, keys=keys, by=by, now=now)
        _refuse_too_early(issuing)
        served = {one.participant for one in await certificates_of(conference)}
        entitled = [
            one
            for one in issuing.attendance.people
            if one.id not in served and was_there(one.minutes, issuing.terms)
        ]
        first = await last_number(conference) + 1
        return [
            await _issue(who, issuing, number=number, by_hand=not who.name)
            for number, who in enumerate(entitled, start=first)
        ]


async def withdraw_certificate(
    one: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> None:
    """Withdraw a certificate: its code is unknown from now on."""
    async with transaction():
        there = await certificate(conference, one)
        await Certificate.delete().where(Certificate.id == one)
        await note_of(
            Act.CERTIFICATE_WITHDRAWN, there.participant, conference.key, by=by, now=now
        )


async def _lock(conference: ConferenceFacts) -> None:
    this = Conference.id == conference.id
    await lock_rows(Conference.select(Conference.id).where(this))


async def _issuing(
    conference: ConferenceFacts,
    *,
    keys: Keys,
    by: Actor,
    now: datetime,
    only: UUID | None = None,
) -> Issuing:
    public = (await page_of(conference.id)).page
    return Issuing(
        conference=conference,
        terms=await terms_of(conference),
        attendance=await attendance_of(conference, now=now, only=only),
        title=titles_of(conference.title, conference.language, public),
        keys=keys,
        by=by,
        now=now,
    )


def _refuse_too_early(issuing: Issuing) -> None:
    opens = certificates_open_at(issuing.terms, issuing.attendance.ends.values())
    if opens is None or issuing.now < opens:
        raise TooEarly("certificates_not_yet")


async def _issue(
    who: Attendee, issuing: Issuing, *, number: int, by_hand: bool
) -> Issued:
    issued = Issued(
        id=uuid4(),
        conference=issuing.conference.id,
        participant=who.id,
        number=number,
        by_hand=by_hand,
        facts=_facts(who, issuing, by_hand=by_hand),
        issued_at=issuing.now,
        delete_on=_until(issuing),
    )
    await Certificate.insert(_row(issued, keys=issuing.keys))
    await note_of(
        Act.CERTIFICATE_ISSUED,
        who.id,
        issuing.conference.key,
        by=issuing.by,
        now=issuing.now,
    )
    return issued


def _row(issued: Issued, *, keys: Keys) -> Certificate:
    code = certificate_code(issued.id, keys=keys)
    return Certificate(
        id=issued.id,
        conference=issued.conference,
        participant=issued.participant,
        number=issued.number,
        by_hand=issued.by_hand,
        sealed_code=seal_certificate_code(code, keys=keys),
        minutes=issued.facts.minutes,
        facts=issued.facts.dump(),
        issued_at=issued.issued_at,
        delete_on=issued.delete_on,
    )


def _facts(who: Attendee, issuing: Issuing, *, by_hand: bool) -> CertificateFacts:
    conference, sessions = issuing.conference, issuing.attendance.sessions
    titles = {one.id: one.title for one in sessions}
    return CertificateFacts(
        name="" if by_hand else who.name,
        title=issuing.title,
        place=conference.place,
        organiser=conference.organiser,
        days=tuple(
            CertifiedDay(
                day=day.day,
                came=_clock(day.came_at, conference.zone),
                left=_clock(day.left_at, conference.zone),
                minutes=day.minutes,
            )
            for day in who.days
            if day.minutes
        ),
        sessions=tuple(
            CertifiedSession(title=titles[one.session], minutes=one.minutes)
            for one in who.sessions
        ),
        text=issuing.terms.text,
        signed_by=issuing.terms.signed_by,
    )


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).strftime("%H:%M")


def _until(issuing: Issuing) -> date:
    last = max(
        (doors.day for doors in issuing.conference.days), default=issuing.now.date()
    )
    kept = months_after(last, issuing.terms.certificates_kept_months)
    return max(kept, issuing.now.date() + timedelta(days=1))
