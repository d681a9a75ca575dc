"""What people of the sample translate and discuss, and what becomes of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4, uuid5

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import transaction
from lip.journal.rules.entries import COMMAND, Actor, ActorKind
from lip.said import Said
from proposals.actions.comment import Remark, Writer, write_comment
from proposals.actions.follow_up import Answer, say_what_became
from proposals.actions.moderate import Verdict
from proposals.actions.moderate_comments import moderate_comment
from proposals.actions.translate import Desk, write_translation
from proposals.actions.translate_by_machine import keep_answer
from proposals.queries.errands import ErrandFacts
from proposals.queries.proposals import proposal_of
from proposals.rules.following import Became
from proposals.rules.handing_in import Wording
from proposals.rules.standing import Reason, Standing

BY_STAFF: Final = (
    (2, "de", "Wir brauchen Deutschkurse am Abend mit Kinderbetreuung."),
    (
        3,
        "de",
        "Eltern sollen in den Schulen in ihrer eigenen Sprache informiert werden.",
    ),
    (1, "en", "German courses in the evening, with childcare in the same building."),
)
BY_PARTICIPANTS: Final = (
    (3, "ar", "إعلام الأهالي في المدارس بلغاتهم."),
    (
        4,
        "de",
        "Schnellere Anerkennung von Diplomen, damit wir im Beruf arbeiten können.",
    ),
    (1, "tr", "Akşamları, aynı binada çocuk bakımıyla birlikte Almanca kursları."),
)
BY_MACHINE: Final = (
    (
        4,
        "en",
        "Faster recognition of diplomas so that we could work in our profession.",
    ),
    (1, "ar", "دورات في اللغة الألمانية مساءً، مع رعاية للأطفال في المبنى نفسه."),
)
COMMENTS: Final = (
    (1, "de", "Samstags wäre auch gut, viele arbeiten in Schichten.", ""),
    (1, "ar", "نعم، والأهم أن تكون الدورات قريبة من السكن.", ""),
    (1, "tr", "Çocuk bakımı olmadan gelemiyoruz.", "Şirin Yıldız"),
    (1, "en", "Who would pay for the childcare?", ""),
    (1, "de", "Geht endlich arbeiten.", ""),
    (3, "uk", "У нашій школі це вже роблять, і це допомагає.", ""),
)
ANSWERS: Final = (
    (
        1,
        Answer(
            became=Became.TAKEN_UP,
            reason=Said.of(
                de="Die Volkshochschule prüft Räume mit Kinderbetreuung.",
                en="The adult education centre is looking for rooms with childcare.",
                ar="تبحث الجامعة الشعبية عن قاعات مع رعاية للأطفال.",
            ),
        ),
    ),
    (
        1,
        Answer(
            became=Became.ADOPTED,
            title=Said.of(
                de="Maßnahme 2.3: Abendkurse mit Kinderbetreuung",
                en="Measure 2.3: Evening courses with childcare",
                ar="الإجراء ٢٫٣: دورات مسائية مع رعاية للأطفال",
            ),
            address="https://example.org/integrationsplan/2.3",
        ),
    ),
    (
        3,
        Answer(
            became=Became.ADOPTED_CHANGED,
            reason=Said.of(
                de="Zuerst in acht Sprachen und an den Grundschulen.",
                en="At first in eight languages and in primary schools.",
                ar="في البداية بثماني لغات وفي المدارس الابتدائية.",
            ),
        ),
    ),
    (
        4,
        Answer(
            became=Became.NOT_FOLLOWED,
            reason=Said.of(
                de="Darüber entscheidet das Land, nicht die Stadt. "
                "Wir haben den Vorschlag dorthin weitergegeben.",
                en="This is decided by the state, not the city. "
                "We have passed the proposal on.",
                ar="القرار في هذا الشأن للولاية وليس للمدينة. لقد أحلنا المقترح إليها.",
            ),
        ),
    ),
)
SOMEBODY: Final = Actor(ActorKind.PARTICIPANT)


async def fill_in_discussion(
    conference: ConferenceFacts, people: Sequence[UUID], *, now: datetime
) -> None:
    """Translate, discuss and answer some of the proposals."""
    async with transaction():
        await _translate(conference, people, now=now)
        await _discuss(conference, people, now=now)
        for place, (number, answer) in enumerate(ANSWERS):
            await say_what_became(
                number,
                answer,
                conference=conference,
                by=COMMAND,
                now=now - timedelta(minutes=len(ANSWERS) - place),
                request=uuid5(conference.id, f"sample answer {place}"),
            )


async def _translate(
    conference: ConferenceFacts, people: Sequence[UUID], *, now: datetime
) -> None:
    staff = Desk(conference=conference, by=COMMAND, now=now)
    for number, language, text in BY_STAFF:
        wording = Wording(text=text, language=language)
        await write_translation(number, wording, seen=1, desk=staff)
    for place, (number, language, text) in enumerate(BY_PARTICIPANTS):
        desk = Desk(
            conference=conference, by=SOMEBODY, now=now, participant=people[place]
        )
        wording = Wording(text=text, language=language)
        await write_translation(number, wording, seen=1, desk=desk)
    for number, language, text in BY_MACHINE:
        await _by_machine(conference, number, language, text, now=now)


async def _by_machine(
    conference: ConferenceFacts, number: int, language: str, text: str, *, now: datetime
) -> None:
    proposal = await proposal_of(conference.id, number)
    assert proposal is not None, "the sample has it"
    errand = ErrandFacts(
        id=uuid4(),
        proposal=proposal.id,
        key=conference.key,
        version=proposal.version,
        title=proposal.wording.title,
        text=proposal.wording.text,
        source=proposal.wording.language,
        language=language,
        tries=0,
    )
    await keep_answer(errand, Wording(text=text, language=language), now=now)


async def _discuss(
    conference: ConferenceFacts, people: Sequence[UUID], *, now: datetime
) -> None:
    for place, (number, language, text, name) in enumerate(COMMENTS):
        made = await write_comment(
            number,
            Remark(text=text, language=language, author_name=name),
            writer=Writer(participant=people[place]),
            conference=conference,
            by=SOMEBODY,
            now=now - timedelta(minutes=20 - place),
            request=uuid5(conference.id, f"sample comment {place}"),
        )
        if text.startswith("Geht endlich"):
            await moderate_comment(
                number,
                made,
                Verdict(standing=Standing.HIDDEN, reason=Reason.INSULT),
                conference=conference,
                by=COMMAND,
                now=now,
            )
