"""What registrations keep of people: answers, places, agreements."""

from collections.abc import Sequence
from uuid import UUID

from lip.conference.queries.keeping import kept_of
from lip.kept import Ahead, Facts, Kind
from lip.registration.actions.forget_registrations import (
    answers_due,
    delete_answers,
    delete_parties,
    erase_answers,
    erase_registration,
    parties_due,
)
from lip.registration.queries.kept import (
    registrations_ahead,
    stored_answers,
    stored_consents,
    stored_place,
    stored_sign_ups,
)
from lip.words import N_, current_language

QUESTION = N_("Frage")
ANSWER = N_("Antwort")
KEPT_UNTIL = N_("Gespeichert bis")
REGISTERED = N_("Angemeldet am")
ADDRESS = N_("Adresse für Nachrichten")
MOVED_UP = N_("Nachgerückt am")
SESSION = N_("Programmpunkt")
STANDING = N_("Stand")
AGREED = N_("Zugestimmt")
AGREED_AT = N_("Zugestimmt am")
WITHDRAWN = N_("Zurückgenommen am")
HELD = N_("Platz")
WAITING = N_("Warteliste")


async def answers_of_person(participant: UUID) -> Facts:
    """Say what somebody answered to own questions."""
    return [
        {
            QUESTION: label.pick(current_language()).text,
            ANSWER: value,
            **({KEPT_UNTIL: until.isoformat()} if until else {}),
        }
        for label, value, until in await stored_answers(participant)
    ]


async def registration_of_person(participant: UUID) -> Facts:
    """Say how somebody is registered, for what, and what she agreed to."""
    place = await stored_place(participant)
    told: list[dict[str, str]] = []
    if place is not None:
        moved = place["moved_up_at"]
        told.append({
            REGISTERED: place["created_at"].isoformat(),
            **({ADDRESS: place["email"]} if place["email"] else {}),
            **({MOVED_UP: moved.isoformat()} if moved else {}),
        })
    for title, standing in await stored_sign_ups(participant):
        said = HELD if standing == "held" else WAITING
        told.append({SESSION: title.pick(current_language()).text, STANDING: said})
    for one in await stored_consents(participant):
        gone = one["withdrawn_at"]
        told.append({
            AGREED: one["wording"],
            AGREED_AT: one["given_at"].isoformat(),
            **({WITHDRAWN: gone.isoformat()} if gone else {}),
        })
    return told


async def _answers_ahead(conference: UUID) -> Sequence[Ahead]:
    _parties, answers = await registrations_ahead(conference)
    return [Ahead(rows=answers, until=(await kept_of(conference)).guests)]


async def _parties_ahead(conference: UUID) -> Sequence[Ahead]:
    parties, _answers = await registrations_ahead(conference)
    return [Ahead(rows=parties, until=(await kept_of(conference)).guests)]


KINDS: tuple[Kind, ...] = (
    Kind(
        name="answers",
        label=N_("Antworten auf die eigenen Fragen des Anmeldeformulars"),
        rule=N_(
            "So lange, wie es bei der Frage steht, höchstens so lange wie die "
            "Gästeliste."
        ),
        count_due=answers_due,
        delete_due=delete_answers,
        of_person=answers_of_person,
        erase=erase_answers,
        ahead=_answers_ahead,
    ),
    Kind(
        name="registrations",
        label=N_("Anmeldungen: Platz, Programmpunkte, Zustimmungen"),
        rule=N_("So lange wie die Gästeliste."),
        count_due=parties_due,
        delete_due=delete_parties,
        of_person=registration_of_person,
        erase=erase_registration,
        ahead=_parties_ahead,
    ),
)
