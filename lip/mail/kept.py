"""What the outbox keeps of people: letters, until the day that each one names."""

from collections.abc import Sequence
from uuid import UUID

from lip.kept import Ahead, Facts, Kind
from lip.mail.actions.forget import forget_due, forget_person
from lip.mail.queries.keeping import letters_about, letters_ahead, number_due
from lip.mail.rules.letters import Fate
from lip.words import N_, _

ADDRESS = N_("An diese Adresse")
SUBJECT = N_("Betreff")
TEXT = N_("Text")
QUEUED = N_("Geschrieben am")
SENT = N_("Verschickt am")
FATE = N_("Verbleib")
KEPT_UNTIL = N_("Gespeichert bis")

FATE_WORDS = {
    Fate.WAITING: N_("wartet"),
    Fate.SENDING: N_("wird gerade verschickt"),
    Fate.SENT: N_("verschickt"),
    Fate.FAILED: N_("nicht verschickt"),
    Fate.UNCERTAIN: N_("unklar"),
    Fate.CALLED_OFF: N_("angehalten"),
}
"""How a letter fares, in words."""


async def _letters_of(participant: UUID) -> Facts:
    return [
        {
            ADDRESS: row["to_address"],
            SUBJECT: row["subject"],
            QUEUED: row["queued_at"].isoformat(),
            FATE: _(FATE_WORDS[Fate(row["fate"])]),
            SENT: row["sent_at"].isoformat() if row["sent_at"] else "",
            KEPT_UNTIL: row["delete_on"].isoformat(),
            TEXT: row["text"],
        }
        for row in await letters_about(participant)
    ]


async def _ahead(conference: UUID) -> Sequence[Ahead]:
    return [Ahead(rows=n, until=day) for n, day in await letters_ahead(conference)]


KINDS: tuple[Kind, ...] = (
    Kind(
        name="letters",
        label=N_("E-Mails an Teilnehmende, im Postausgang"),
        rule=N_("Kurz nach der Konferenz. Jede E-Mail hat ihren eigenen Tag."),
        count_due=number_due,
        delete_due=forget_due,
        of_person=_letters_of,
        erase=forget_person,
        ahead=_ahead,
    ),
)
