"""What lists of elections keep of people: delegates, imported names, rulings."""

from uuid import UUID

from elections.actions.forget_roll import (
    IMPORTED_NAMES,
    RULINGS,
    forget_delegate,
    forget_rulings_on,
)
from elections.queries.keeping_roll import delegations_of, rulings_on
from elections.standing_words import question_in_words
from lip.kept import Facts, Kind, nothing_due, nothing_erased, nothing_of
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


KINDS: tuple[Kind, ...] = (
    Kind(
        name="rulings",
        label=N_("Was ein Wahlvorstand über Personen entschieden hat"),
        rule=N_(
            "So lange wie die Gästeliste. Danach bleibt nur, dass etwas entschieden "
            "wurde."
        ),
        count_due=RULINGS.due,
        delete_due=RULINGS.forget,
        of_person=_rulings_of,
        erase=forget_rulings_on,
    ),
    Kind(
        name="delegates",
        label=N_("Wer für welchen Verein wählt"),
        rule=N_("So lange wie die Gästeliste."),
        count_due=nothing_due,
        delete_due=nothing_due,
        of_person=_delegations_of,
        erase=forget_delegate,
    ),
    Kind(
        name="imported voters",
        label=N_("Namen auf eingelesenen Wahllisten"),
        rule=N_("So lange wie die Gästeliste. Danach bleibt nur die Zahl."),
        count_due=IMPORTED_NAMES.due,
        delete_due=IMPORTED_NAMES.forget,
        of_person=nothing_of,
        erase=nothing_erased,
    ),
)
