"""What accounts keep of those who work with LIP; participants have none."""

from lip.accounts.actions.delete_due import (
    count_closed_accounts,
    count_passes,
    count_sessions,
    delete_closed_accounts,
    delete_passes,
    delete_sessions,
)
from lip.kept import Kind, nothing_erased, nothing_of
from lip.words import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        name="sessions",
        label=N_("Anmeldungen des Teams an Geräten"),
        rule=N_("Mit dem Abmelden, sonst nach zwölf Stunden."),
        count_due=count_sessions,
        delete_due=delete_sessions,
        of_person=nothing_of,
        erase=nothing_erased,
    ),
    Kind(
        name="passes",
        label=N_("Zugänge für Einlass-Hilfen und Scanner"),
        rule=N_("Ein halbes Jahr, nachdem sie abgelaufen sind."),
        count_due=count_passes,
        delete_due=delete_passes,
        of_person=nothing_of,
        erase=nothing_erased,
    ),
    Kind(
        name="closed_accounts",
        label=N_("Geschlossene Konten des Teams"),
        rule=N_("Ein Jahr, nachdem das Konto geschlossen wurde."),
        count_due=count_closed_accounts,
        delete_due=delete_closed_accounts,
        of_person=nothing_of,
        erase=nothing_erased,
    ),
)
