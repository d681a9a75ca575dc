"""Every page of a conference, its guests, its door and its mail."""

from lip.conference.actions.register import ticket_code
from lip.conference.queries.conferences import conference_by_key
from lip.conference.queries.printing import people_to_print
from lip.conference.rules.codes import shown
from lip.mail.queries.outbox import Wanted, letters_of
from lip.mail.rules.letters import Fate
from lip.sample.fill_in import KEY
from tests.factories import KEYS
from tests.journeys.places_of import Place, looked_at_by

NO_PAGES = {
    "badges.one",
    "badges.print",
    "door_list.print",
    "ticket.own_pdf",
    "ticket.own_png",
    "ticket.pdf",
    "ticket.png",
    "participants.export",
    "imports.report",
    "door.live",
    "door.worker",
    "door.offline_list",
    "door.conflicts",
    "interface.counts",
    "mail.page",
    "mail.draft",
    "mail.enclosure",
}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    person = (await people_to_print(await conference_by_key(KEY)))[0]
    waiting = await letters_of(KEY, Wanted(fate=Fate.WAITING))
    uncertain = await letters_of(KEY, Wanted(fate=Fate.UNCERTAIN))
    return {
        "participant": str(person.id),
        "code": shown(ticket_code(person.id, person.issue, keys=KEYS)),
        "letter": str(waiting.letters[0].id),
        "uncertain letter": str(uncertain.letters[0].id),
    }


FOR_ORGANISERS = {
    "conference.new": "/conferences/new",
    "conference.show": "{place}",
    "conference.edit": "{place}/edit",
    "participants.list": "{place}/participants",
    "participants.new": "{place}/participants/new",
    "participants.show": "{place}/participants/{participant}",
    "participants.edit": "{place}/participants/{participant}/edit",
    "imports.new": "{place}/participants/import",
    "imports.map": "{place}/participants/import/{upload}/columns",
    "imports.preview": "{place}/participants/import/{upload}/preview",
    "imports.done": "{place}/participants/import/{imported}/done",
    "badges.show": "{place}/badges",
    "passes.list": "{place}/passes",
    "passes.show": "{place}/passes/links?one={link}",
    "passes.new_token": "{place}/passes/tokens",
    "conflicts.list": "{place}/conflicts",
    "kiosk.show": "/kiosk/{key}",
    "journal.list": "{place}/journal",
    "mail.list": "{place}/mail",
    "mail.show": "{place}/mail/{letter}",
    "letter without receipt": "{place}/mail/{uncertain letter}",
    "empty overview": "/conferences/leer",
    "empty guest list": "/conferences/leer/participants",
    "empty badges": "/conferences/leer/badges",
    "empty passes": "/conferences/leer/passes",
    "empty outbox": "/conferences/leer/mail",
    "search for no letter": "{place}/mail?q=niemand",
    "search for nobody": "{place}/participants?q=niemand",
}
FOR_EVERYBODY = {
    "ticket.find": "/t",
    "ticket.show": "/t/{code}",
}
AT_THE_DOOR = {
    "door.show": "/door/{key}",
    "door.shell": "/door/{key}/offline/shell",
    "door with a search": "/door/{key}?q=a#search",
    "door, walk-in": "/door/{key}#walk-in",
    "door, list": "/door/{key}#list",
}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    return (
        looked_at_by("admin", FOR_ORGANISERS, found)
        | looked_at_by("nobody", FOR_EVERYBODY, found)
        | looked_at_by("helper", AT_THE_DOOR, found)
    )
