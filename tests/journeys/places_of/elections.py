"""Every page of elections."""

from uuid import UUID

from elections.actions.name_somebody import consent_token
from elections.queries.associations import associations_of
from elections.queries.elections import election_of, elections_of, nominations_of
from elections.rules.stages import Standing
from elections.tables import RollEntry
from lip.conference.actions.register import ticket_code
from lip.conference.queries.conferences import conference_by_key
from lip.conference.rules.codes import shown
from lip.sample.candidates import TITLE
from lip.sample.fill_in import KEY
from tests.elections.papers import make_papers_to_key
from tests.factories import KEYS
from tests.journeys.places_of import Place, looked_at_by

NO_PAGES = {
    "own_stand.photo",
    "link_stand.photo",
    "nominations.photo",
    "candidates.photo",
    "election.bundle",
    "election.minutes_json",
    "election.minutes_pdf",
    "papers.print",
    "elections.recount_file",
}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    conference = await conference_by_key(KEY)
    return {
        "voter": await _voter(conference.id),
        **await _who_stands(conference.id),
        **await _associations(conference.id),
        "keyed election": str(await make_papers_to_key(conference)),
    }


async def _associations(conference: UUID) -> dict[str, str]:
    """Find an association that was added by a ruling, and what is not open yet."""
    ahead = [
        one for one in await elections_of(conference) if one.term
    ]  # the one by a template
    added = [one for one in await associations_of(conference) if one.added]
    return {"association": str(added[0].id), "prepared election": str(ahead[0].number)}


async def _who_stands(conference: UUID) -> dict[str, str]:
    """Find the election that is called: who is admitted, refused and only named."""
    [called] = [one for one in await elections_of(conference) if one.title == TITLE]
    everybody = await nominations_of(called.id, all_of_them=True)
    by_standing = {one.standing: one for one in everybody}
    values = {"called": str(called.number)}
    for standing in (Standing.ADMITTED, Standing.REFUSED):
        one = by_standing[standing]
        values[f"{standing} candidate"] = str(one.number)
        values[f"{standing} ticket"] = shown(ticket_code(one.participant, 1, keys=KEYS))
    named = by_standing[Standing.PROPOSED]
    return values | {
        "named": str(named.number),
        "consent": consent_token(named.id, keys=KEYS),
    }


async def _voter(conference: UUID) -> str:
    election = await election_of(conference, 2)
    entry = (
        await RollEntry
        .select(RollEntry.participant)
        .where(RollEntry.election == election.id)
        .first()
    )
    return shown(ticket_code(entry["participant"], 1, keys=KEYS))


FOR_THE_BOARD = {
    "running.list": "{place}/elections",
    "running.new": "{place}/elections/new",
    "templates.show": "{place}/elections/templates",
    "associations.list": "{place}/associations",
    "no association yet": "/conferences/leer/associations",
    "associations.show": "{place}/associations/{association}",
    "associations.ask_file": "{place}/associations/import",
    "roll.show": "{place}/elections/2/roll",
    "roll ahead": "{place}/elections/{prepared election}/roll",
    "roll.ask_file": "{place}/elections/{prepared election}/roll/import",
    "roll.dispute": "{place}/elections/{prepared election}/roll/ruling",
    "running.show": "{place}/elections/2",
    "running.edit": "{place}/elections/2/change",
    "closed election": "{place}/elections/1",
    "nominations.list": "{place}/elections/{called}/nominations",
    "nominations.show": "{place}/elections/{called}/nominations/{refused candidate}",
    "nomination of somebody named": "{place}/elections/{called}/nominations/{named}",
    "nominations of open polls": "{place}/elections/2/nominations",
    "running.minutes": "{place}/elections/1/minutes",
    "annulling.show": "{place}/elections/2/annul",
    "papers.show": "{place}/elections/2/papers",
    "papers that differ": "{place}/elections/{keyed election}/papers",
    "papers all in": "{place}/elections/1/papers",
    "keying.show": "{place}/elections/{keyed election}/papers/1",
    "election_lists.show": "{place}/elections/2/lists",
    "lists to be arranged": "{place}/elections/{called}/lists",
    "no election yet": "/conferences/leer/elections",
}
FOR_EVERYBODY = {
    "elections.list": "/c/{key}/elections",
    "no elections": "/c/leer/elections",
    "elections.secrecy": "/c/{key}/elections/secrecy",
    "election.show": "/c/{key}/elections/1",
    "election.minutes": "/c/{key}/elections/1/minutes",
    "election.step": "/c/{key}/elections/1/steps/1",
    "election.recount": "/c/{key}/elections/1/recount",
    "tracking code that is not there": "/c/{key}/elections/1?code=222",
    "open election": "/c/{key}/elections/2",
    "ballot.show": "/c/{key}/elections/2/ballot",
    "booth.show": "/c/{key}/elections/2/booth",
    "election that is called": "/c/{key}/elections/{called}",
    "candidates.show": "/c/{key}/elections/{called}/candidates/{admitted candidate}",
    "candidates.introductions": "/c/{key}/elections/{called}/introductions?at=2",
    "own_stand.show": "/t/{admitted ticket}/elections/{called}/stand",
    "nomination that was refused": "/t/{refused ticket}/elections/{called}/stand",
    "link_stand.show": "/stand/{consent}",
    "own_naming.show": "/t/{admitted ticket}/elections/{called}/nominate",
    "own_elections.list": "/t/{voter}/elections",
    "own_election.show": "/t/{voter}/elections/2",
}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    return looked_at_by("officer", FOR_THE_BOARD, found) | looked_at_by(
        "nobody", FOR_EVERYBODY, found
    )
