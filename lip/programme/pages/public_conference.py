"""The conference of a public address; drafts are there for their organisers only."""

from dataclasses import dataclass

from litestar.params import FromPath

from lip.accounts.guards import find_identity
from lip.accounts.rules.roles import Right
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.stages import Stage
from lip.errors import NotFound
from lip.web.page import AnyRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewed:
    """A conference, and whether whoever looks at it may change its page."""

    conference: ConferenceFacts
    by_organiser: bool


async def provide_viewed(request: AnyRequest, key: FromPath[str]) -> Viewed:
    """Find the conference that the address names; a draft is a secret."""
    conference = await conference_by_key(key)
    identity = await find_identity(request)
    organises = identity is not None and identity.may(Right.ORGANISE, scope=key)
    if conference.stage is Stage.DRAFT and not organises:
        raise NotFound("unknown_conference", key=key)
    return Viewed(conference=conference, by_organiser=organises)


async def provide_public_conference(
    request: AnyRequest, key: FromPath[str]
) -> ConferenceFacts:
    """Find the conference alone."""
    return (await provide_viewed(request, key)).conference
