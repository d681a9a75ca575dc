"""What translations and comments keep of people, until the guest list is due."""

from uuid import UUID

from lip.kept import Facts, Kind
from lip.words import N_
from proposals.actions.forget_discussion import (
    COMMENTERS,
    TRANSLATORS,
    forget_commenter,
    forget_translator,
)
from proposals.kept import NUMBER, SHOWN_NAME, TEXT, TITLE, WRITTEN
from proposals.queries.comments import comments_of
from proposals.queries.translations import translated_by

LANGUAGE = N_("Sprache")


async def _translations_of(participant: UUID) -> Facts:
    return [
        {
            NUMBER: str(row["number"]),
            LANGUAGE: row["language"],
            TITLE: row["title"],
            TEXT: row["text"],
            WRITTEN: row["made_at"].isoformat(),
        }
        for row in await translated_by(participant)
    ]


async def _comments_of(participant: UUID) -> Facts:
    return [
        {
            NUMBER: str(one.proposal),
            TEXT: one.text,
            SHOWN_NAME: one.author_name,
            WRITTEN: one.created_at.isoformat(),
        }
        for one in await comments_of(participant)
    ]


KINDS: tuple[Kind, ...] = (
    Kind(
        name="proposal translators",
        label=N_("Wer welchen Vorschlag übersetzt hat"),
        rule=N_(
            "So lange wie die Gästeliste. "
            "Danach bleibt die Übersetzung ohne die Person stehen."
        ),
        count_due=TRANSLATORS.due,
        delete_due=TRANSLATORS.forget,
        of_person=_translations_of,
        erase=forget_translator,
        stays=N_("Die Worte Ihrer Übersetzungen bleiben ohne Sie stehen."),
    ),
    Kind(
        name="comment authors",
        label=N_("Wer welchen Kommentar geschrieben hat"),
        rule=N_(
            "So lange wie die Gästeliste. "
            "Danach bleibt der Kommentar ohne die Person stehen."
        ),
        count_due=COMMENTERS.due,
        delete_due=COMMENTERS.forget,
        of_person=_comments_of,
        erase=forget_commenter,
        stays=N_(
            "Die Worte Ihrer Kommentare bleiben ohne Ihren Namen stehen, "
            "weil andere darauf antworten."
        ),
    ),
)
