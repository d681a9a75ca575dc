"""What voting keeps of people: that they took part, and for a while what they gave."""

from uuid import UUID

from lip.kept import Facts, Kind
from lip.said import Said
from lip.words import N_, _, current_language
from proposals.voting.actions.forget import (
    RECEIPTS,
    forget_receipts,
    forget_votes,
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
        count_due=RECEIPTS.due,
        delete_due=RECEIPTS.forget,
        of_person=_receipts_of,
        erase=forget_receipts,
        erase_by_key=forget_votes,
        stays=N_(
            "Läuft eine Abstimmung noch, wird Ihre Stimme gelöscht. "
            "Ist sie beendet oder haben Sie auf Papier abgestimmt, zählt Ihre Stimme "
            "weiter: Dann kann niemand mehr sagen, welche die Ihre ist."
        ),
    ),
)
