"""What attendance keeps of people: room visits, certificates, and what they wrote."""

from collections.abc import Sequence
from uuid import UUID

from lip.attendance.actions.delete_due import (
    certificates_ahead,
    count_certificates,
    count_visits,
    count_voices,
    delete_certificates,
    delete_visits,
    delete_voices,
    erase_certificates,
    erase_visits,
    visits_ahead,
    voices_ahead,
)
from lip.attendance.queries.stored import stored_certificates, stored_visits
from lip.conference.queries.keeping import kept_of
from lip.kept import Ahead, Facts, Kind, nothing_erased, nothing_of
from lip.words import N_

CAME = N_("In den Raum gekommen")
LEFT = N_("Aus dem Raum gegangen")
SESSION = N_("Programmpunkt")
NUMBER = N_("Nummer der Bescheinigung")
NAME = N_("Name auf der Bescheinigung")
ISSUED = N_("Ausgestellt am")
MINUTES = N_("Bescheinigte Minuten")
KEPT_UNTIL = N_("Gespeichert bis")


async def visits_of_person(participant: UUID) -> Facts:
    """Say in which rooms somebody was seen."""
    return [
        {
            SESSION: one.title,
            CAME: one.came_at.isoformat(),
            **({LEFT: one.left_at.isoformat()} if one.left_at else {}),
        }
        for one in await stored_visits(participant)
    ]


async def certificates_of_person(participant: UUID) -> Facts:
    """Say which certificates were issued."""
    return [
        {
            NUMBER: str(one.number),
            **({NAME: one.facts.name} if one.facts.name else {}),
            MINUTES: str(one.facts.minutes),
            ISSUED: one.issued_at.isoformat(),
            KEPT_UNTIL: one.delete_on.isoformat(),
        }
        for one in await stored_certificates(participant)
    ]


async def _visits_ahead(conference: UUID) -> Sequence[Ahead]:
    until = (await kept_of(conference)).attendance
    return [Ahead(rows=await visits_ahead(conference), until=until)]


async def _voices_ahead(conference: UUID) -> Sequence[Ahead]:
    until = (await kept_of(conference)).attendance
    return [Ahead(rows=await voices_ahead(conference), until=until)]


async def _certificates_ahead(conference: UUID) -> Sequence[Ahead]:
    found = await certificates_ahead(conference)
    return [Ahead(rows=many, until=until) for many, until in found]


KINDS: tuple[Kind, ...] = (
    Kind(
        name="room_visits",
        label=N_("Besuche in Räumen (wer wann bei welchem Programmpunkt war)"),
        rule=N_(
            "Zusammen mit den Ankünften am Einlass. Die Monate legt das "
            "Organisationsteam fest."
        ),
        count_due=count_visits,
        delete_due=delete_visits,
        of_person=visits_of_person,
        erase=erase_visits,
        ahead=_visits_ahead,
    ),
    Kind(
        name="certificates",
        label=N_("Teilnahmebescheinigungen"),
        rule=N_(
            "So lange, wie sich eine Bescheinigung prüfen lässt: meist 24 Monate "
            "nach dem letzten Konferenztag."
        ),
        count_due=count_certificates,
        delete_due=delete_certificates,
        of_person=certificates_of_person,
        erase=erase_certificates,
        ahead=_certificates_ahead,
    ),
    Kind(
        name="feedback",
        label=N_("Freie Texte aus der Rückmeldung, ohne Namen"),
        rule=N_("Zusammen mit den Ankünften am Einlass. Die Zahlen bleiben."),
        count_due=count_voices,
        delete_due=delete_voices,
        of_person=nothing_of,
        erase=nothing_erased,
        ahead=_voices_ahead,
        stays=N_(
            "Niemand weiß, wer welche Rückmeldung geschrieben hat. "
            "Deshalb lässt sich keine einzelne löschen."
        ),
    ),
)
"""Room visits go with the arrivals, certificates by their own day."""
