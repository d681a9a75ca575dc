"""What elections keep of people: who stands on a roll. Never what anybody voted."""

from datetime import datetime
from uuid import UUID

from elections.actions.forget import forget_voter
from elections.queries.keeping import rolls_with
from lip.kept import Facts, Kind, Rows
from lip.words import N_

ELECTION = N_("Wahl")
CREDENTIAL = N_("Wahlberechtigung abgeholt")
YES, NO = N_("ja"), N_("nein")


async def _rolls_of(participant: UUID) -> Facts:
    return [
        {ELECTION: title, CREDENTIAL: YES if given else NO}
        for title, given in await rolls_with(participant)
    ]


async def _nothing(_now: datetime) -> Rows:
    """Count nothing of its own: it goes with the guest list."""
    return 0


KINDS: tuple[Kind, ...] = (
    Kind(
        name="roll",
        label=N_("Wer im Wählerverzeichnis einer Wahl steht"),
        rule=N_("So lange wie die Gästeliste. Danach bleibt nur die Zahl."),
        count_due=_nothing,
        delete_due=_nothing,
        of_person=_rolls_of,
        erase=forget_voter,
        stays=N_(
            "Ihr Stimmzettel trägt keinen Namen. Niemand kann ihn finden, "
            "auch wir nicht."
        ),
    ),
)
