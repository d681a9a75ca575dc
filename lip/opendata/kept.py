"""What open data keep of people: the names of those who were elected."""

import json
from datetime import UTC, datetime
from uuid import UUID

from lip.kept import Facts, Kind
from lip.opendata.actions.forget import (
    forget_elected,
    forget_names_due,
    names_due,
    names_of,
)
from lip.words import N_

NAME = N_("Name")
PAGE = N_("Seite")
TOLD = N_("Zuletzt geändert")


async def _of_person(participant: UUID) -> Facts:
    told = [(json.loads(one.document), one) for one in await names_of(participant)]
    return [
        {
            NAME: said.get("name", ""),
            PAGE: said.get("web", ""),
            TOLD: one.modified.date().isoformat(),
        }
        for said, one in told
    ]


async def _erase(participant: UUID) -> int:
    """Whoever erases hands in no time; programs must be told when it happened."""
    return await forget_elected(participant, now=datetime.now(UTC))


KINDS: tuple[Kind, ...] = (
    Kind(
        name="open names",
        label=N_("Namen gewählter Personen in den offenen Daten"),
        rule=N_(
            "Fünf Jahre nach der Wahl: so lange, wie ein Plan gilt. Auf Wunsch sofort."
        ),
        count_due=names_due,
        delete_due=forget_names_due,
        of_person=_of_person,
        erase=_erase,
        stays=N_(
            "Programme, die Ihren Namen schon gelesen haben, erfahren, dass er "
            "gelöscht ist. Löschen müssen sie ihn selbst."
        ),
    ),
)
