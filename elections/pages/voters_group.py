"""The group of participants that votes, by its name."""

from elections.queries.elections import ElectionFacts
from elections.rules.stages import Entitled
from lip.conference.queries.conferences import ConferenceFacts
from lip.registration.queries.forms import groups_of
from lip.words import current_language


async def group_name(election: ElectionFacts, conference: ConferenceFacts) -> str:
    """Name the group in the reader's language; empty where no group votes."""
    if election.entitled is not Entitled.GROUP:
        return ""
    language = current_language()
    for one in await groups_of(conference):
        if one.id == election.voters_group:
            return one.name.pick(language, conference.language).text
    return ""
