"""Bodies and districts as values."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from lip.bodies.rules.kinds import BodyKind
from lip.partial_dates import PartialDate
from lip.said import Said

LONGEST_NAME: Final = 300
MOST_BODIES: Final = 2000
MOST_DISTRICTS: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyWish:
    """
    What is said of a committee, an office, an association: who decides or takes part.

    `address_as` is how a paper begins to address it ("In den", "An die").
    """

    name: Said
    kind: BodyKind = BodyKind.OTHER
    short_name: str = ""
    address_as: str = ""
    parent: UUID | None = None
    street: str = ""
    town: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFacts(BodyWish):
    """A body that is there; a closed one is not offered any more."""

    id: UUID
    key: str
    position: int = 0
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictFacts:
    """A part of the city, with the city's own number ("01")."""

    id: UUID
    number: str
    name: str
    position: int = 0
    closed: bool = False
