"""Visits, certificates, figures and feedback of the sample conference."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from lip.attendance.actions.ask_feedback import ask_usual_questions
from lip.attendance.actions.give_feedback import give_feedback
from lip.attendance.actions.issue_certificates import issue_certificate
from lip.attendance.actions.publish_figures import publish_figures
from lip.attendance.actions.set_terms import set_terms
from lip.attendance.actions.visit_rooms import RoomDoor, pass_room
from lip.attendance.queries.feedback import questions_of
from lip.attendance.queries.presence import attendance_of
from lip.attendance.rules.feedback import Question, QuestionKind
from lip.attendance.rules.room_door import Way
from lip.attendance.rules.terms import Terms
from lip.conference.queries.conferences import ConferenceFacts
from lip.journal.rules.entries import COMMAND
from lip.keys import Keys
from lip.programme.rules.session_kinds import SessionKind
from lip.said import Said

SHEETS: Final = 24
CERTIFICATES: Final = 4
LEAST_MINUTES: Final = 5

VOICES: Final[Sequence[tuple[str, str]]] = (
    ("de", "Mehr Zeit in den Gruppen, die Vorträge waren etwas lang."),
    ("ar", "الترجمة كانت ممتازة، شكرًا لكم. نتمنى وقتًا أطول للنقاش."),
    ("en", "Childcare made it possible for us to come. Please keep it."),
    ("de", "Bitte nächstes Mal auch abends, viele arbeiten am Nachmittag."),
    ("ar", "أرجو إرسال النتائج بلغات متعددة بعد المؤتمر."),
    ("de", "Sehr gut, dass wir abstimmen konnten."),
)

SCALE: Final = ("5", "4", "5", "4", "3", "5", "4", "2", "5", "4", "1")

TERMS: Final = Terms(
    least_minutes=LEAST_MINUTES,
    text=Said.of(
        de="Themen: Wohnen, Arbeit, Bildung und Beteiligung im Lokalen "
        "Integrationsplan.",
        en="Topics: housing, work, education and participation in the local "
        "integration plan.",
        ar="المواضيع: السكن والعمل والتعليم والمشاركة في خطة الاندماج المحلية.",
    ),
    signed_by="Ayşe Muster, Vorstand",
    feedback_intro=Said.of(
        de="Drei Minuten, die uns sehr helfen.",
        en="Three minutes that help us a lot.",
        ar="ثلاث دقائق تساعدنا كثيرًا.",
    ),
)
"""As after a conference, so that the sample shows it on its first day."""


async def fill_in_attendance(
    conference: ConferenceFacts, *, keys: Keys, now: datetime
) -> None:
    """Show after the sample's first hour what there is after a conference."""
    if not await ask_usual_questions(conference=conference, by=COMMAND, now=now):
        return
    terms = replace(TERMS, certificates_from=now, feedback_opens_at=now)
    await set_terms(terms, conference=conference, by=COMMAND, now=now)
    await _visit(conference, now=now)
    await _issue(conference, keys=keys, now=now)
    await _give_feedback(conference, now=now)
    await publish_figures(conference=conference, by=COMMAND, now=now)


async def _visit(conference: ConferenceFacts, *, now: datetime) -> None:
    """Let everybody who is there go to a session that is on, or the next one."""
    attendance = await attendance_of(conference, now=now)
    shown = [one for one in attendance.sessions if one.kind is not SessionKind.BREAK]
    going_on = [one for one in shown if one.begins <= now < one.ends]
    chosen = going_on or [one for one in shown if one.ends > now][:1]
    for place, who in enumerate(attendance.people):
        if not chosen or place % 5 == 4:
            continue
        door = RoomDoor(
            conference=conference,
            session=chosen[place % len(chosen)],
            desk="Raumtür",
            by=COMMAND,
            now=max(now - timedelta(minutes=20), who.days[-1].came_at),
        )
        key = uuid5(conference.id, f"sample visit {place}")
        await pass_room(who.id, door, way=Way.IN, request=key)


async def _issue(conference: ConferenceFacts, *, keys: Keys, now: datetime) -> None:
    people = (await attendance_of(conference, now=now)).people
    entitled = [one for one in people if one.minutes >= LEAST_MINUTES]
    for who in entitled[:CERTIFICATES]:
        await issue_certificate(
            who.id,
            conference=conference,
            by_hand=not who.name,
            keys=keys,
            by=COMMAND,
            now=now,
        )


async def _give_feedback(conference: ConferenceFacts, *, now: datetime) -> None:
    questions = await questions_of(conference)
    for sheet in range(SHEETS):
        language, _text = VOICES[sheet % len(VOICES)]
        await give_feedback(
            _answers(questions, sheet),
            conference=conference,
            language=language,
            now=now,
            request=uuid5(conference.id, f"sample sheet {sheet}"),
        )


def _answers(questions: Sequence[Question], sheet: int) -> Mapping[UUID, Sequence[str]]:
    return {
        one.id: _answer(one, sheet, sheet + 3 * place)
        for place, one in enumerate(questions)
    }


def _answer(one: Question, sheet: int, turn: int) -> Sequence[str]:
    match one.kind:
        case QuestionKind.SCALE:
            return [SCALE[(turn * turn + turn) % len(SCALE)]]
        case QuestionKind.CHOICE:
            return [one.values[0 if turn % 4 else turn // 4 % len(one.values)]]
        case QuestionKind.CHOICES:
            return [value for value in one.values if turn % (int(value) + 1) < 2]
        case QuestionKind.TEXT:
            place = sheet % (2 * len(VOICES))
            return [VOICES[place][1]] if place < len(VOICES) else []
