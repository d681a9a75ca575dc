"""What the pages keep of people: attempts, in memory only."""

from lip.kept import Kind, nothing_due, nothing_erased, nothing_of
from lip.words import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        name="attempts",
        label=N_("Fehlversuche beim Anmelden und bei Codes"),
        rule=N_(
            "Nur im Arbeitsspeicher und verschlüsselt, höchstens zehn Minuten. "
            "Internet-Adressen werden nicht gespeichert."
        ),
        count_due=nothing_due,
        delete_due=nothing_due,
        of_person=nothing_of,
        erase=nothing_erased,
    ),
)
