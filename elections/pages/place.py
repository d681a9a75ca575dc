"""Which election an address names, and which officer asks."""

from uuid import UUID

from litestar.di import NamedDependency
from litestar.params import FromPath

from elections.queries.elections import ElectionFacts, election_of
from lip.accounts.rules.identity import Identity
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotAllowed


async def provide_election(
    conference: NamedDependency[ConferenceFacts], number: FromPath[int]
) -> ElectionFacts:
    """Find the election that the address names, or raise NotFound."""
    return await election_of(conference.id, number)


def officer_of(identity: Identity) -> UUID:
    """Name the account that agrees; links and tokens are no officers."""
    if identity.person is None:
        raise NotAllowed("not_your_role")
    return identity.person
