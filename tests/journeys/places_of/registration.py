"""Every page of the registration."""

from uuid import UUID, uuid5

from lip.conference.actions.register import ticket_code
from lip.conference.queries.conferences import conference_by_key
from lip.conference.rules.codes import shown
from lip.registration.actions.invite import invitation_token
from lip.registration.queries.forms import fields_of, groups_of
from lip.registration.queries.invitations import invitations_of
from lip.registration.queries.parties import party_sent
from lip.registration.queries.statistics import questions_of
from lip.sample.fill_in import KEY
from tests.factories import KEYS
from tests.journeys.places_of import Place, looked_at_by

NO_PAGES = {
    "privacy.paper",
    "needs.csv",
    "statistics.csv",
    "invitations.letters",
}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    conference = await conference_by_key(KEY)
    invitation = (await invitations_of(conference.id))[0]
    return {
        **await _parties(conference.id),
        "field": str((await fields_of(conference))[-1].id),
        "group": str((await groups_of(conference))[0].id),
        "question": str((await questions_of(conference.id))[0].id),
        "invitation": invitation_token(invitation.id, keys=KEYS),
    }


async def _parties(conference: UUID) -> dict[str, str]:
    """Find a party of the sample that has places, and somebody who waits."""
    request = uuid5(conference, "party 0")
    found = await party_sent(request)
    [*_, last] = (await party_sent(uuid5(conference, "party 5"))).people
    codes = [
        shown(ticket_code(one.id, one.issue, keys=KEYS))
        for one in (found.people[0], last)
    ]
    return {
        "party": str(request),
        "registered code": codes[0],
        "waiting code": codes[1],
    }


FOR_ORGANISERS = {
    "registration.settings": "{place}/registration",
    "registration.address": "{place}/registration/address",
    "fields.list": "{place}/registration/fields",
    "fields.preview": "{place}/registration/fields/preview",
    "fields.new": "{place}/registration/fields/new",
    "fields.show": "{place}/registration/fields/{field}",
    "fields.ask_removal": "{place}/registration/fields/{field}/remove",
    "groups.list": "{place}/registration/groups",
    "groups.new": "{place}/registration/groups/new",
    "groups.show": "{place}/registration/groups/{group}",
    "waiting.list": "{place}/registration/waiting",
    "invitations.list": "{place}/registration/invitations",
    "invitations.wording": "{place}/registration/invitations/words",
    "needs.show": "{place}/needs",
    "needs.kitchen": "{place}/needs/kitchen",
    "needs.names": "{place}/needs/names",
    "needs.published": "{place}/needs/published",
    "statistics.show": "{place}/statistics",
    "numbers to publish": "{place}/statistics?public=1",
    "statistics.new": "{place}/statistics/new",
    "statistics.question": "{place}/statistics/{question}",
    "no registration form": "/conferences/leer/registration",
    "empty statistics": "/conferences/leer/statistics",
}
FOR_EVERYBODY = {
    "page of somebody registered": "/t/{registered code}",
    "page of somebody waiting": "/t/{waiting code}",
    "own.change": "/t/{registered code}/change",
    "own.cancel": "/t/{code}/cancel",
    "register.show": "/c/{key}/register",
    "no registration": "/c/leer/register",
    "registered.show": "/c/{key}/registered/{party}",
    "privacy.show": "/c/{key}/privacy",
    "own_again.show": "/t/{code}/invitations",
    "invitation.show": "/i/{invitation}",
    "anonymous.show": "/c/{key}/statistics",
    "thanks for answers": "/c/{key}/statistics?done=1",
}
AT_THE_DOOR = {
    "tally.show": "/door/{key}/tally",
}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    return (
        looked_at_by("admin", FOR_ORGANISERS, found)
        | looked_at_by("nobody", FOR_EVERYBODY, found)
        | looked_at_by("helper", AT_THE_DOOR, found)
    )
