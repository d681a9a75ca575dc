"""Erase one participant; the caller records it and has made the place free."""

from uuid import UUID

from lip.conference.tables import CheckIn, Need, Participant


async def erase_needs(participant: UUID) -> int:
    """Erase the needs of a participant."""
    mine = Need.participant == participant
    return len(await Need.delete().where(mine).returning(Need.participant))


async def erase_arrivals(participant: UUID) -> int:
    """Erase the arrivals of a participant, with the absences between them."""
    mine = CheckIn.participant == participant
    return len(await CheckIn.delete().where(mine).returning(CheckIn.id))


async def erase_guest(participant: UUID) -> int:
    """Erase a participant from the guest list; the ticket ends with it."""
    mine = Participant.id == participant
    return len(await Participant.delete().where(mine).returning(Participant.id))
