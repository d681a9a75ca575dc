"""What voting keeps of people: that they took part, and never what they gave."""

from uuid import UUID

from lip.kept import Facts, Kind
from lip.said import Said
from lip.words import N_, _, current_language
from proposals.voting.actions.forget import (
    forget_receipts,
    forget_receipts_due,
    receipts_due,
    receipts_of,
)
from proposals.voting.rules.channels import Channel
from proposals.voting.words import CHANNELS

ROUND = N_("Abstimmung")
WAY = N_("Wie abgestimmt wurde")


async def _receipts_of(participant: UUID) -> Facts:
    return [
        {
            ROUND: Said.load(row["title"]).pick(current_language()).text,
            WAY: _(CHANNELS[Channel(row["channel"])]),
        }
        for row in await receipts_of(participant)
    ]


KINDS: tuple[Kind, ...] = (
    Kind(
        name="receipts of votes",
        label=N_("Dass jemand an einer Abstimmung teilgenommen hat"),
        rule=N_(
            "So lange wie die Gästeliste. Was jemand gegeben hat, "
            "führt schon nach dem Ende der Abstimmung zu niemandem mehr."
        ),
        count_due=receipts_due,
        delete_due=forget_receipts_due,
        of_person=_receipts_of,
        erase=forget_receipts,
        stays=N_(
            "Eine abgegebene Stimme zählt weiter, weil niemand sagen kann, "
            "welche die Ihre ist."
        ),
    ),
)
