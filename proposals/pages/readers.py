"""Who reads a proposal, and what she may do with it."""

from dataclasses import dataclass
from uuid import UUID

from lip.accounts.guards import find_identity
from lip.accounts.rules.identity import Identity
from lip.accounts.rules.roles import Right
from lip.conference.queries.conferences import ConferenceFacts
from lip.web.page import AnyRequest
from proposals.actions.comment import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """
    Anybody, the holder of a ticket (`code`), or somebody with an account.

    `staff` may translate and answer.
    """

    participant: UUID | None = None
    code: str = ""
    person: UUID | None = None
    staff: bool = False

    @property
    def writer(self) -> Writer:
        """Say who writes when she writes."""
        return Writer(participant=self.participant, person=self.person)

    @property
    def may_comment(self) -> bool:
        """Tell whether she may take part in a discussion that is open."""
        return self.participant is not None or self.person is not None


async def reader_of(request: AnyRequest, conference: ConferenceFacts) -> Reader:
    """Find who reads a public page; most have no account."""
    return reader_behind(await find_identity(request), conference)


def reader_behind(identity: Identity | None, conference: ConferenceFacts) -> Reader:
    """Say what an account may do with the proposals of a conference."""
    if identity is None:
        return Reader()
    moderates = identity.may(Right.MODERATE, scope=conference.key)
    edits = identity.may(Right.EDIT_THE_PLAN, scope=conference.key)
    return Reader(person=identity.person, staff=moderates or edits)
