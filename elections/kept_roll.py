"""What lists of elections keep of people: delegates, imported names, rulings."""

from datetime import datetime
from uuid import UUID

from elections.actions.forget_roll import (
    forget_delegate,
    forget_imported_names_due,
    forget_rulings_due,
    forget_rulings_on,
    imported_names_due,
    rulings_due,
)
from elections.queries.keeping_roll import delegations_of, rulings_on
from elections.standing_words import question_in_words
from lip.kept import Facts, Kind, Rows
from lip.said import Said
from lip.words import N_

ELECTION = N_("Wahl")
ASSOCIATION = N_("Verein")
QUESTION = N_("Was gefragt wurde")
DECISION = N_("Was entschieden wurde")


async def _delegations_of(participant: UUID) -> Facts:
    return [{ASSOCIATION: name} for name in await delegations_of(participant)]


async def _rulings_of(participant: UUID) -> Facts:
    return [
        {
            ELECTION: Said.load(row["title"]).pick("de").text,
            QUESTION: question_in_words(row["question"]),
            DECISION: row["decision"],
        }
        for row in await rulings_on(participant)
    ]


async def _nothing_due(_now: datetime) -> Rows:
    """Count nothing of its own: it goes with the guest list."""
    return 0


async def _nothing_of(_participant: UUID) -> Facts:
    """Give nothing: these names belong to nobody with a ticket."""
    return ()


async def _nothing_erased(_participant: UUID) -> int:
    """Erase nothing: these names belong to nobody with a ticket."""
    return 0


KINDS: tuple[Kind, ...] = (
    Kind(
        name="rulings",
        label=N_("Was ein Wahlvorstand über Personen entschieden hat"),
        rule=N_(
            "So lange wie die Gästeliste. Danach bleibt nur, dass etwas entschieden "
            "wurde."
        ),
        count_due=rulings_due,
        delete_due=forget_rulings_due,
        of_person=_rulings_of,
        erase=forget_rulings_on,
    ),
    Kind(
        name="delegates",
        label=N_("Wer für welchen Verein wählt"),
        rule=N_("So lange wie die Gästeliste."),
        count_due=_nothing_due,
        delete_due=_nothing_due,
        of_person=_delegations_of,
        erase=forget_delegate,
    ),
    Kind(
        name="imported voters",
        label=N_("Namen auf eingelesenen Wahllisten"),
        rule=N_("So lange wie die Gästeliste. Danach bleibt nur die Zahl."),
        count_due=imported_names_due,
        delete_due=forget_imported_names_due,
        of_person=_nothing_of,
        erase=_nothing_erased,
    ),
)
