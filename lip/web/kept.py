"""What the pages keep of people: attempts, in memory only."""

from datetime import datetime
from uuid import UUID

from lip.kept import Facts, Kind
from lip.words import N_


async def _none_due(_now: datetime) -> int:
    return 0


async def _nothing_of(_participant: UUID) -> Facts:
    return ()


async def _nothing_to_erase(_participant: UUID) -> int:
    return 0


KINDS: tuple[Kind, ...] = (
    Kind(
        name="attempts",
        label=N_("Fehlversuche beim Anmelden und bei Codes"),
        rule=N_(
            "Nur im Arbeitsspeicher und verschlüsselt, höchstens zehn Minuten. "
            "Internet-Adressen werden nicht gespeichert."
        ),
        count_due=_none_due,
        delete_due=_none_due,
        of_person=_nothing_of,
        erase=_nothing_to_erase,
    ),
)
