"""A desk at the door: what every act there needs to know."""

from dataclasses import dataclass
from datetime import date, datetime

from litestar.di import NamedDependency
from litestar.params import FromPath

from lip.accounts.rules.identity import Identity
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.web.deps import now


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where one act happens: the conference, who keeps the door, and when."""

    conference: ConferenceFacts
    identity: Identity
    now: datetime

    @property
    def day(self) -> date | None:
        """Give the day that it is, None on other days."""
        doors = self.conference.doors(self.now)
        return doors.day if doors else None


async def provide_desk(
    key: FromPath[str],
    identity: NamedDependency[Identity],
) -> Desk:
    """Find the conference of the address."""
    place = await conference_by_key(key)
    return Desk(conference=place, identity=identity, now=now())
