"""Answer an invitation: register with one tap, or decline."""

from datetime import datetime
from uuid import UUID

from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.guest import Guest
from lip.database import transaction
from lip.errors import Conflict, TooLate
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, ActorKind, Entry
from lip.keys import Keys
from lip.mail.actions.forget import forget_person
from lip.registration.actions.change_form import needed_form
from lip.registration.actions.invite import EMPTIED, locked_invitation
from lip.registration.actions.register_party import register_party
from lip.registration.queries.invitations import invitations_ended
from lip.registration.rules.invitations import InvitationFacts, InvitationState
from lip.registration.rules.registering import (
    Entrant,
    NoPlaces,
    PartyWish,
    RegisteredParty,
)
from lip.registration.tables import Invitation

INVITED_PERSON = Actor(ActorKind.PARTICIPANT)


async def accept_invitation(
    one: UUID,
    conference: ConferenceFacts,
    *,
    language: str,
    may_wait: bool = False,
    keys: Keys,
    now: datetime,
) -> UUID | NoPlaces:
    """
    Register the invited person and give her id, or say that all places are taken.

    Accepted twice, she is registered once. `language` is the one she reads in.
    """
    async with transaction():
        await lock_conference(conference)
        there = await locked_invitation(one, conference=conference.id)
        if there.participant is not None:
            return there.participant
        _check(there, ended=await invitations_ended(conference, now=now))
        outcome = await register_party(
            _wish(there, language, may_wait=may_wait),
            conference=conference,
            form=await needed_form(conference),
            keys=keys,
            by=INVITED_PERSON,
            now=now,
        )
        if isinstance(outcome, NoPlaces):
            return outcome
        if not isinstance(outcome, RegisteredParty):
            raise Conflict("invitation_not_registered")
        (participant,) = outcome.people
        await Invitation.update({
            **EMPTIED,
            Invitation.answered_at: now,
            Invitation.participant: participant,
        }).where(Invitation.id == one)
        await forget_person(one)
        entry = _entry(Act.INVITATION_ACCEPTED, conference, participant, now=now)
        await record(entry)
    return participant


async def decline_invitation(
    one: UUID, conference: ConferenceFacts, *, now: datetime
) -> None:
    """Decline; name and address are emptied. Declining twice changes nothing."""
    async with transaction():
        there = await locked_invitation(one, conference=conference.id)
        if there.declined_at is not None:
            return
        _check(there, ended=await invitations_ended(conference, now=now))
        await Invitation.update({
            **EMPTIED,
            Invitation.answered_at: now,
            Invitation.declined_at: now,
        }).where(Invitation.id == one)
        await forget_person(one)
        await record(_entry(Act.INVITATION_DECLINED, conference, one, now=now))


def _check(there: InvitationFacts, *, ended: bool) -> None:
    match there.state(ended=ended):
        case InvitationState.WITHDRAWN:
            raise TooLate("invitation_withdrawn")
        case InvitationState.DECLINED | InvitationState.REGISTERED:
            raise TooLate("invitation_answered")
        case InvitationState.EXPIRED:
            raise TooLate("invitations_ended")
        case _:
            return


def _wish(there: InvitationFacts, language: str, *, may_wait: bool) -> PartyWish:
    guest = Guest(
        full_name=there.name,
        email=there.email,
        language=there.language or language,
    )
    return PartyWish(
        request=there.id,
        people=(Entrant(guest=guest),),
        group=there.group,
        email=there.email,
        language=there.language or language,
        may_wait=may_wait,
    )


def _entry(
    act: Act, conference: ConferenceFacts, subject: UUID, *, now: datetime
) -> Entry:
    return Entry(
        at=now, by=INVITED_PERSON, act=act, subject=subject, scope=conference.key
    )
