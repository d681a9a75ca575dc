"""
What is kept of people whom a conference names in public.

They are no participants: the contact person, whoever represents the organiser, and
speakers are named for as long as there is a conference to read about. Organisers
change or delete them on the pages where they wrote them.
"""

from collections.abc import Sequence
from uuid import UUID

from lip.kept import Ahead, Kind, nothing_due, nothing_erased, nothing_of
from lip.programme.queries.keeping import documents_kept, people_named
from lip.words import N_


async def _names_ahead(conference: UUID) -> Sequence[Ahead]:
    return [Ahead(rows=await people_named(conference))]


async def _documents_ahead(conference: UUID) -> Sequence[Ahead]:
    return [Ahead(rows=await documents_kept(conference))]


KINDS: tuple[Kind, ...] = (
    Kind(
        name="public_names",
        label=N_("Ansprechperson und Referierende auf der Seite einer Konferenz"),
        rule=N_(
            "So lange wie die Seite der Konferenz. Das Organisationsteam kann sie "
            "jederzeit ändern oder löschen."
        ),
        count_due=nothing_due,
        delete_due=nothing_due,
        of_person=nothing_of,
        erase=nothing_erased,
        ahead=_names_ahead,
        stays=N_(
            "Wer öffentlich genannt ist, steht nicht auf der Gästeliste. Bitte sagen "
            "Sie es dem Organisationsteam, wenn ein Name verschwinden soll."
        ),
    ),
    Kind(
        name="documents",
        label=N_("Protokolle und Unterlagen einer Konferenz"),
        rule=N_(
            "So lange wie die Seite der Konferenz, oder bis das Organisationsteam sie "
            "löscht."
        ),
        count_due=nothing_due,
        delete_due=nothing_due,
        of_person=nothing_of,
        erase=nothing_erased,
        ahead=_documents_ahead,
        stays=N_(
            "In Protokollen können Namen stehen. Bitte sagen Sie es dem "
            "Organisationsteam, wenn Ihrer verschwinden soll."
        ),
    ),
)
"""Kept with the conference: nothing of it is due by itself."""
