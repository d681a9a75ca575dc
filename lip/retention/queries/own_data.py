"""Everything that is stored of one participant, gathered from all kinds."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.conference.queries.stored import stored_guest
from lip.kept import Facts, Kind
from lip.retention.queries.outlook import in_reading_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What one kind holds of a participant."""

    kind: Kind
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """What a participant has left to be reached by."""

    email: str
    phone: str

    def __bool__(self) -> bool:
        return bool(self.email or self.phone)


async def everything_of(participant: UUID, kinds: Sequence[Kind]) -> Sequence[Stored]:
    """Gather what is stored of a participant, one entry for each kind."""
    return [
        Stored(kind=kind, facts=await kind.of_person(participant))
        for kind in in_reading_order(kinds)
    ]


async def contact_of(participant: UUID) -> Contact:
    """Say how a participant may be reached."""
    row = await stored_guest(participant) or {}
    return Contact(email=row.get("email", ""), phone=row.get("phone", ""))
