"""Who votes by her own ticket, known by its code alone."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from litestar.di import NamedDependency
from litestar.params import FromPath

from lip.conference.queries.conferences import ConferenceFacts, conference_by_id
from lip.conference.queries.holders import Holder, holders_of
from lip.conference.rules.codes import read_code, shown
from lip.errors import NotFound
from lip.keys import Keys
from lip.web.address import sealed_address
from lip.web.limits import WRONG_CODES_PER_ADDRESS, Limits
from lip.web.page import AnyRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Voter:
    """A person with a ticket, and where she votes."""

    code: str
    holder: Holder
    conference: ConferenceFacts

    @property
    def person(self) -> UUID:
        """Give the participant's id."""
        return self.holder.participant


async def provide_voter(
    request: AnyRequest,
    code: FromPath[str],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Voter:
    """Find the holder of a ticket; only wrong codes are counted."""
    signs = read_code(code)
    sealed = keys.seal("code", signs) if signs else ""
    holder = (await holders_of([sealed])).get(sealed) if sealed else None
    if signs is None or holder is None:
        raise wrong_code(request, keys, limits, "unknown_ticket", now=now)
    conference = await conference_by_id(holder.conference)
    return Voter(code=shown(signs), holder=holder, conference=conference)


def wrong_code(
    request: AnyRequest, keys: Keys, limits: Limits, code: str, *, now: datetime
) -> NotFound:
    """Count a wrong code against its sender; a hall shares one address."""
    limits.spend(sealed_address(request, keys), WRONG_CODES_PER_ADDRESS, now=now)
    return NotFound(code)
