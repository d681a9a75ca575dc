"""The conference of an address, for pages under `/conferences/{key}`."""

from litestar.params import FromPath

from lip.conference.queries.conferences import ConferenceFacts, conference_by_key


async def provide_conference(key: FromPath[str]) -> ConferenceFacts:
    """Find the conference that the address names, or raise NotFound."""
    return await conference_by_key(key)
