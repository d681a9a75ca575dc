"""What elections keep of people who vote or stand. Never what anybody voted."""

import json
from uuid import UUID

from elections.actions.forget import forget_voter
from elections.actions.forget_nominations import (
    NOMINATIONS,
    forget_candidate,
)
from elections.queries.keeping import nominations_with, rolls_with
from elections.rules.stages import Standing
from elections.standing_words import STANDINGS
from lip.kept import Facts, Kind, nothing_due
from lip.said import Said
from lip.words import N_

ELECTION = N_("Wahl")
CREDENTIAL = N_("Wahlberechtigung abgeholt")
YES, NO = N_("ja"), N_("nein")
NAME = N_("Name auf dem Stimmzettel")
ASSOCIATION = N_("Verein oder Organisation")
STATEMENT = N_("Wofür ich stehe")
OWN_WORDS = N_("Eigene Angaben für Quoten und Voraussetzungen")
PHOTO = N_("Foto")
STATE = N_("Stand")


async def _rolls_of(participant: UUID) -> Facts:
    return [
        {ELECTION: title, CREDENTIAL: YES if given else NO}
        for title, given in await rolls_with(participant)
    ]


async def _nominations_of(participant: UUID) -> Facts:
    return [
        {
            ELECTION: Said.load(row["title"]).pick("de").text,
            NAME: row["name"],
            ASSOCIATION: row["association"],
            STATEMENT: "\n\n".join(Said.load(row["statement"]).values()),
            OWN_WORDS: ", ".join([
                *json.loads(row["attributes"]).values(),
                *json.loads(row["declared"]),
            ]),
            PHOTO: YES if row["photo_kind"] else NO,
            STATE: STANDINGS[Standing(row["standing"])][2],
        }
        for row in await nominations_with(participant)
    ]


KINDS: tuple[Kind, ...] = (
    Kind(
        name="nominations",
        label=N_("Wer bei einer Wahl kandidiert, mit Text und Foto"),
        rule=N_(
            "So lange wie die Gästeliste. Danach bleiben nur die Namen derer, die zur "
            "Wahl standen."
        ),
        count_due=NOMINATIONS.due,
        delete_due=NOMINATIONS.forget,
        of_person=_nominations_of,
        erase=forget_candidate,
        stays=N_(
            "Wenn Sie zur Wahl standen, bleiben Ihr Name und das Ergebnis in der "
            "Wahlniederschrift. Sonst könnte niemand nachzählen."
        ),
    ),
    Kind(
        name="roll",
        label=N_("Wer im Wählerverzeichnis einer Wahl steht"),
        rule=N_("So lange wie die Gästeliste. Danach bleibt nur die Zahl."),
        count_due=nothing_due,
        delete_due=nothing_due,
        of_person=_rolls_of,
        erase=forget_voter,
        stays=N_(
            "Ihr Stimmzettel trägt keinen Namen. Niemand kann ihn finden, "
            "auch wir nicht."
        ),
    ),
)
