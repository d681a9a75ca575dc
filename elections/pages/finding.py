"""Find one person on the guest list by badge number or name, as a board types it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from lip.conference.pages.guest_words import shown_name
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.participants import State, Wanted, participants_of
from lip.web.forms import Form
from lip.words import _

MOST_SHOWN: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Somebody with a ticket."""

    participant: UUID
    number: int
    name: str


async def matches(conference: ConferenceFacts, text: str) -> Sequence[Match]:
    """List who fits: the one with this number, or those with such a name."""
    found = await participants_of(
        conference, Wanted(words=text.strip()[:100], state=State.REGISTERED)
    )
    people = [
        Match(
            participant=one.id,
            number=one.number,
            name=shown_name(one.number, one.guest),
        )
        for one in found.people
    ]
    if text.strip().isdecimal():
        return [one for one in people if one.number == int(text.strip())]
    same = [one for one in people if one.name.casefold() == text.strip().casefold()]
    return same if len(same) == 1 else people[:MOST_SHOWN]


async def the_one(conference: ConferenceFacts, form: Form, name: str) -> UUID | None:
    """Read a field as one person; who does not fit is said beside the field."""
    text = form.text(name, most=100)
    if not text:
        return None
    found = await matches(conference, text)
    if len(found) == 1:
        return found[0].participant
    if not found:
        form.refuse(
            name,
            _("So heißt niemand mit Ticket. Bitte prüfen Sie Name oder Nummer."),
        )
        return None
    people = "; ".join(f"{one.name} ({one.number})" for one in found)
    form.refuse(
        name,
        _("Mehrere passen: %(people)s. Bitte geben Sie die Nummer ein.", people=people),
    )
    return None
