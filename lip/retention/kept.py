"""What stays when everything else is deleted: the journal, and the proof."""

from uuid import UUID

from lip.journal.queries import Filter, entries
from lip.journal.sentences import ACTS
from lip.kept import Facts, Kind, nothing_due, nothing_erased, nothing_of
from lip.words import N_, _

WHEN = N_("Wann")
WHAT = N_("Was")
MOST_ENTRIES = 1000


async def entries_about(participant: UUID) -> Facts:
    """Say what the journal holds about a person, oldest first."""
    found = await entries(Filter(subject=participant), limit=MOST_ENTRIES)
    return [
        {WHEN: entry.at.isoformat(), WHAT: _(ACTS[entry.act])}
        for entry in reversed(found)
    ]


KINDS: tuple[Kind, ...] = (
    Kind(
        name="journal",
        label=N_("Journal: was wann getan wurde"),
        rule=N_(
            "Bleibt. Das Journal nennt keine Namen, nur Nummern. Ist eine Person "
            "gelöscht, führt ihre Nummer zu niemandem mehr."
        ),
        count_due=nothing_due,
        delete_due=nothing_due,
        of_person=entries_about,
        erase=nothing_erased,
        stays=N_(
            "Im Journal bleibt, dass jemand eingelassen oder gelöscht wurde, aber "
            "nicht wer. Damit lässt sich prüfen, ob alles richtig zugegangen ist."
        ),
    ),
    Kind(
        name="deletion_records",
        label=N_("Löschvermerke"),
        rule=N_("Bleiben. Sie nennen nur die Art der Daten, die Anzahl und die Zeit."),
        count_due=nothing_due,
        delete_due=nothing_due,
        of_person=nothing_of,
        erase=nothing_erased,
        stays=N_(
            "Ein Löschvermerk bleibt. Er beweist, dass gelöscht wurde: welche Art von "
            "Daten, wie viele Einträge und wann. Ihr Name steht nicht darin."
        ),
    ),
)
