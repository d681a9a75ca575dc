"""Invite people, send and withdraw what was written, and forget their addresses."""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid5

from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import Stage
from lip.database import in_batches, lock_rows, transaction
from lip.errors import Conflict, NotFound, TooLate, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.keys import Keys
from lip.mail.actions.forget import forget_person
from lip.mail.actions.queue import queue
from lip.mail.rules.letters import Letter
from lip.registration.documents.invitation_letters import (
    InvitationWords,
    invitation_letter,
)
from lip.registration.queries.invitations import (
    invitations_ended,
    invitations_of,
    known_addresses,
)
from lip.registration.rules.invitations import (
    MOST_INVITED,
    OPEN,
    InvitationFacts,
    InvitationState,
    Invited,
    delete_after,
)
from lip.registration.tables import Invitation
from lip.words import LANGUAGES

_COLUMNS = len(Invitation.all_columns())


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitedList:
    """What came of a list: how many are invited now, how many were known."""

    added: int
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """What a letter is written with: words, secret, and where the pages stand."""

    words: InvitationWords
    keys: Keys
    base_url: str


def invitation_token(one: UUID, *, keys: Keys) -> str:
    """Derive the secret in the address of an invitation; only its hash is stored."""
    digest = hmac.digest(keys.part("invitation link"), one.bytes, "sha256")
    return urlsafe_b64encode(digest[:24]).decode()


def invitation_address(one: UUID, *, keys: Keys, base_url: str, language: str) -> str:
    """Write the address of an invitation, in the language of the person."""
    prefix = f"/{language}" if language in LANGUAGES else ""
    token = invitation_token(one, keys=keys)
    return f"{base_url.rstrip('/')}{prefix}/i/{token}"


async def invite(
    conference: ConferenceFacts,
    people: Sequence[Invited],
    *,
    group: UUID | None = None,
    request: UUID,
    keys: Keys,
    by: Actor,
    now: datetime,
) -> InvitedList:
    """
    Write invitations; who is registered or invited already gets no second one.

    The same request changes nothing.
    """
    if len(people) > MOST_INVITED:
        raise Unusable("too_many_invited", most=MOST_INVITED)
    async with transaction():
        await lock_conference(conference)
        if await invitations_ended(conference, now=now):
            raise TooLate("invitations_ended")
        known = await known_addresses(conference.id)
        ids = {each.id for each in await invitations_of(conference.id)}
        rows = [
            _row(one, uuid5(request, str(place)), conference, group, keys=keys, now=now)
            for place, one in enumerate(people)
            if not one.email or one.email.casefold() not in known
        ]
        rows = [row for row in rows if row.id not in ids]
        for batch in in_batches(rows, columns=_COLUMNS):
            await Invitation.insert(*batch)
        if rows:
            await _note(Act.INVITED, conference, len(rows), by=by, now=now)
    return InvitedList(added=len(rows), known=len(people) - len(rows))


def _row(
    one: Invited,
    id_: UUID,
    conference: ConferenceFacts,
    group: UUID | None,
    *,
    keys: Keys,
    now: datetime,
) -> Invitation:
    last = max((doors.day for doors in conference.days), default=None)
    today = now.astimezone(conference.zone).date()
    return Invitation(
        id=id_,
        conference=conference.id,
        in_group=group,
        name=one.name,
        email=one.email,
        language=one.language if one.language in LANGUAGES else "",
        sealed_token=keys.seal("invitation", invitation_token(id_, keys=keys)),
        made_at=now,
        delete_on=delete_after(last, today),
    )


async def send_invitations(
    conference: ConferenceFacts, *, sender: Sender, by: Actor, now: datetime
) -> int:
    """Put a letter to everybody not yet written to into the outbox; say how many."""
    return await _write_to(
        conference, InvitationState.MADE, sender=sender, by=by, now=now
    )


async def remind_invited(
    conference: ConferenceFacts, *, sender: Sender, by: Actor, now: datetime
) -> int:
    """Write once more to everybody who has not answered; say to how many."""
    return await _write_to(
        conference, InvitationState.SENT, sender=sender, by=by, now=now
    )


async def _write_to(
    conference: ConferenceFacts,
    state: InvitationState,
    *,
    sender: Sender,
    by: Actor,
    now: datetime,
) -> int:
    again = state is InvitationState.SENT
    async with transaction():
        await lock_conference(conference)
        if conference.stage is Stage.DRAFT:
            raise Conflict("invitations_of_draft")
        if await invitations_ended(conference, now=now):
            raise TooLate("invitations_ended")
        waiting = [
            one
            for one in await invitations_of(conference.id)
            if one.state(ended=False) is state
            and one.email
            and not (again and one.reminded_at)
        ]
        for one in waiting:
            letter = _letter(one, conference, sender=sender, again=again)
            await queue(letter, now=now)
        column = Invitation.reminded_at if again else Invitation.sent_at
        for few in in_batches([one.id for one in waiting], columns=1):
            await Invitation.update({column: now}).where(Invitation.id.is_in(list(few)))
        act = Act.INVITED_REMINDED if again else Act.INVITATIONS_SENT
        if waiting:
            await _note(act, conference, len(waiting), by=by, now=now)
    return len(waiting)


def letter_key(one: UUID, *, again: bool) -> str:
    """Name the letter of an invitation for good."""
    return f"invitation:{one}" + (":again" if again else "")


def _letter(
    one: InvitationFacts, conference: ConferenceFacts, *, sender: Sender, again: bool
) -> Letter:
    language = one.language or conference.language
    address = invitation_address(
        one.id, keys=sender.keys, base_url=sender.base_url, language=language
    )
    written = invitation_letter(
        sender.words,
        conference,
        name=one.name,
        language=language,
        address=address,
        again=again,
    )
    last = max((doors.close for doors in conference.days), default=None)
    days = [doors.day for doors in conference.days]
    return Letter(
        key=letter_key(one.id, again=again),
        scope=conference.key,
        to_address=one.email,
        to_name=one.name,
        about=one.id,
        language=language,
        subject=written.subject,
        text=written.text,
        html=written.html,
        send_until=last,
        delete_on=delete_after(max(days, default=None), one.made_at.date()),
    )


async def mark_printed(
    conference: ConferenceFacts, ones: Sequence[UUID], *, by: Actor, now: datetime
) -> None:
    """Note that invitations are printed; they count as sent."""
    async with transaction():
        for few in in_batches(ones, columns=1):
            await Invitation.update({Invitation.sent_at: now}).where(
                Invitation.id.is_in(list(few)) & Invitation.sent_at.is_null()
            )
        await _note(Act.INVITATIONS_PRINTED, conference, len(ones), by=by, now=now)


async def withdraw_invitation(
    conference: ConferenceFacts, one: UUID, *, by: Actor, now: datetime
) -> bool:
    """Withdraw an invitation; its link ends, and name and address are emptied."""
    async with transaction():
        there = await locked_invitation(one, conference=conference.id)
        if there.state(ended=False) not in OPEN:
            return False
        await Invitation.update({
            **EMPTIED,
            Invitation.withdrawn_at: now,
        }).where(Invitation.id == one)
        await forget_person(one)
        entry = _entry(Act.INVITATION_WITHDRAWN, conference, one, by=by, now=now)
        await record(entry)
    return True


EMPTIED: Final[Mapping[Any, Any]] = {Invitation.name: "", Invitation.email: ""}
"""What an invitation says of a person, emptied once it has been answered."""


async def locked_invitation(one: UUID, *, conference: UUID) -> InvitationFacts:
    """Let nobody else answer an invitation until the transaction ends."""
    mine = (Invitation.id == one) & (Invitation.conference == conference)
    await lock_rows(Invitation.select(Invitation.id).where(mine))
    found = [each for each in await invitations_of(conference) if each.id == one]
    if not found:
        raise NotFound("unknown_invitation")
    return found[0]


async def _note(
    act: Act, conference: ConferenceFacts, people: int, *, by: Actor, now: datetime
) -> None:
    await note_of(
        act, conference.id, conference.key, by=by, now=now, facts={"people": people}
    )


def _entry(
    act: Act, conference: ConferenceFacts, one: UUID, *, by: Actor, now: datetime
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=one, scope=conference.key)
