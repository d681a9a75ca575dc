"""What proposals keep of people: who wrote and who supports, until she is forgotten."""

from uuid import UUID

from lip.kept import Facts, Kind, nothing_due
from lip.words import N_
from proposals.actions.forget import (
    AUTHORS,
    PHOTOS,
    forget_author,
    forget_photos,
    forget_support,
)
from proposals.queries.keeping import photos_by, supported_numbers, written_by

NUMBER = N_("Vorschlag Nr.")
TITLE = N_("Überschrift")
TEXT = N_("Text")
SHOWN_NAME = N_("Name, der dabeisteht")
PHOTO = N_("Was auf dem Foto steht")
WRITTEN = N_("Geschrieben am")


async def _proposals_of(participant: UUID) -> Facts:
    return [
        {
            NUMBER: str(row["number"]),
            TITLE: row["title"],
            TEXT: row["text"],
            SHOWN_NAME: row["author_name"],
            WRITTEN: row["created_at"].isoformat(),
        }
        for row in await written_by(participant)
    ]


async def _support_of(participant: UUID) -> Facts:
    return [{NUMBER: str(number)} for number in await supported_numbers(participant)]


async def _photos_of(participant: UUID) -> Facts:
    return [
        {
            NUMBER: str(row["number"]),
            PHOTO: row["shows"],
            WRITTEN: row["added_at"].isoformat(),
        }
        for row in await photos_by(participant)
    ]


KINDS: tuple[Kind, ...] = (
    Kind(
        name="proposal photos",
        label=N_("Fotos zu Vorschlägen"),
        rule=N_("So lange wie die Gästeliste. Danach werden sie gelöscht."),
        count_due=PHOTOS.due,
        delete_due=PHOTOS.forget,
        of_person=_photos_of,
        erase=forget_photos,
    ),
    Kind(
        name="proposal authors",
        label=N_("Wer welchen Vorschlag eingereicht hat"),
        rule=N_(
            "So lange wie die Gästeliste. "
            "Danach bleibt der Vorschlag ohne die Person stehen."
        ),
        count_due=AUTHORS.due,
        delete_due=AUTHORS.forget,
        of_person=_proposals_of,
        erase=forget_author,
        stays=N_(
            "Die Worte Ihrer Vorschläge bleiben ohne Ihren Namen stehen, "
            "weil andere darüber beraten und abstimmen."
        ),
    ),
    Kind(
        name="support",
        label=N_("Wer welchen Vorschlag unterstützt"),
        rule=N_("So lange wie die Gästeliste."),
        count_due=nothing_due,
        delete_due=nothing_due,
        of_person=_support_of,
        erase=forget_support,
    ),
)
