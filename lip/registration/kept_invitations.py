"""What invitations keep of people: little, and not for long."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from lip.kept import Ahead, Facts, Kind
from lip.registration.actions.forget_invitations import (
    delete_invitations,
    erase_invitation,
)
from lip.registration.queries.invitation_keeping import (
    invitation_of_person,
    invitations_ahead,
    invitations_due,
)
from lip.words import N_

INVITED = N_("Eingeladen am")
SENT = N_("Verschickt am")
REMINDED = N_("Erinnert am")
ANSWERED = N_("Beantwortet am")
KEPT_UNTIL = N_("Gespeichert bis")


async def _facts(participant: UUID) -> Facts:
    return [
        {
            INVITED: _said(row["made_at"]),
            SENT: _said(row["sent_at"]),
            REMINDED: _said(row["reminded_at"]),
            ANSWERED: _said(row["answered_at"]),
            KEPT_UNTIL: row["delete_on"].isoformat(),
        }
        for row in await invitation_of_person(participant)
    ]


def _said(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


async def _ahead(conference: UUID) -> Sequence[Ahead]:
    return [Ahead(rows=n, until=day) for n, day in await invitations_ahead(conference)]


KINDS: tuple[Kind, ...] = (
    Kind(
        name="invitations",
        label=N_("Einladungen"),
        rule=N_(
            "Name und Adresse, bis jemand geantwortet hat oder die Anmeldung endet. "
            "Der Rest 30 Tage nach der Konferenz."
        ),
        count_due=invitations_due,
        delete_due=delete_invitations,
        of_person=_facts,
        erase=erase_invitation,
        ahead=_ahead,
    ),
)
