"""Own questions, invitations and statistics of the sample."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid5

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import transaction
from lip.journal.rules.entries import COMMAND
from lip.keys import Keys
from lip.registration.actions.answer_invitation import (
    accept_invitation,
    decline_invitation,
)
from lip.registration.actions.change_fields import add_field
from lip.registration.actions.change_groups import add_group
from lip.registration.actions.invite import invite
from lip.registration.actions.statistics import add_question, count_answers
from lip.registration.queries.invitations import invitations_of
from lip.registration.queries.statistics import questions_of
from lip.registration.rules.field_kinds import FieldKind, Reader
from lip.registration.rules.form_building import key_of
from lip.registration.rules.forms import Condition, FieldFacts, GroupFacts, Option
from lip.registration.rules.invitations import Invited
from lip.said import Said

FIRST_TIME: Final = Said.of(
    de="Sind Sie zum ersten Mal bei einer Konferenz der Stadt?",
    en="Is this your first conference of the city?",
    ar="هل هذه أول مرة تحضرون فيها مؤتمرًا للمدينة؟",
)
FIELDS: Final[Sequence[Mapping[str, object]]] = (
    {
        "kind": FieldKind.YES_NO,
        "label": FIRST_TIME,
        "purpose": Said.of(
            de="Damit wir neue Gäste am Eingang begrüßen.",
            en="So that we can welcome new guests at the entrance.",
            ar="كي نرحب بالضيوف الجدد عند المدخل.",
        ),
        "seen_by": Reader.DOOR,
    },
    {
        "kind": FieldKind.CHOICE,
        "label": Said.of(
            de="Wie haben Sie davon erfahren?",
            en="How did you hear about it?",
            ar="كيف عرفتم بالمؤتمر؟",
        ),
        "purpose": Said.of(
            de="Damit wir beim nächsten Mal mehr Menschen erreichen.",
            en="So that we reach more people next time.",
            ar="كي نصل إلى عدد أكبر من الناس في المرة القادمة.",
        ),
        "options": (
            Option(
                value="Verein",
                label=Said.of(de="im Verein", en="at my association", ar="في الجمعية"),
            ),
            Option(
                value="Freunde",
                label=Said.of(de="von Freunden", en="from friends", ar="من الأصدقاء"),
            ),
            Option(
                value="Plakat",
                label=Said.of(de="auf einem Plakat", en="on a poster", ar="من ملصق"),
            ),
        ),
        "answer_to": "yes",
    },
)

INVITED: Final = (
    Invited(name="Leyla Aslan", email="leyla.aslan@example.org", language="de"),
    Invited(name="Samir Haddad", email="samir.haddad@example.org", language="ar"),
    Invited(name="Grace Okonkwo", email="grace.okonkwo@example.org", language="en"),
    Invited(name="Hatice Demirtaş", email="hatice@example.org", language="de"),
    Invited(name="عمر الخطيب", language="ar"),
    Invited(name="Erika Vogt", language="de"),
)
DISTRICTS: Final = (
    Said.of(de="Nord", en="North", ar="الشمال"),
    Said.of(de="Mitte", en="Centre", ar="الوسط"),
    Said.of(de="Süd", en="South", ar="الجنوب"),
    Said.of(de="anderswo", en="elsewhere", ar="مكان آخر"),
)
YES_NO: Final = (
    Said.of(de="ja", en="yes", ar="نعم"),
    Said.of(de="nein", en="no", ar="لا"),
)
QUESTIONS: Final = (
    (
        Said.of(
            de="Haben Sie oder Ihre Eltern eine Migrationsgeschichte?",
            en="Do you or your parents have a history of migration?",
            ar="هل لديكم أو لدى والديكم تاريخ هجرة؟",
        ),
        YES_NO,
        (31, 18, 3),
    ),
    (
        Said.of(
            de="In welchem Stadtteil wohnen Sie?",
            en="In which part of the city do you live?",
            ar="في أي حي من المدينة تسكنون؟",
        ),
        DISTRICTS,
        (17, 22, 9, 2, 2),
    ),
)
"""Questions with their answers and how often each was given; "unsaid" is the last."""


async def fill_in_invitations(
    conference: ConferenceFacts, *, keys: Keys, now: datetime
) -> None:
    """Ask, invite and count; doing it again changes nothing."""
    if await questions_of(conference.id):
        return
    await _add_fields(conference, now=now)
    group = GroupFacts(
        id=uuid5(conference.id, "invited"),
        name=Said.of(
            de="Gäste auf Einladung", en="Guests by invitation", ar="ضيوف بدعوة"
        ),
        seats=10,
        invited_only=True,
    )
    await add_group(conference, group, by=COMMAND, now=now)
    before = now - timedelta(days=2)
    await invite(
        conference,
        INVITED,
        group=group.id,
        request=uuid5(conference.id, "invitations"),
        keys=keys,
        by=COMMAND,
        now=before,
    )
    await _answer(conference, keys=keys, now=now)
    await _count(conference, now=now)


async def _add_fields(conference: ConferenceFacts, *, now: datetime) -> None:
    first_key = ""
    for place, said in enumerate(FIELDS):
        parts = dict(said)
        answer = parts.pop("answer_to", None)
        condition = Condition(key=first_key, values=(str(answer),)) if answer else None
        field = FieldFacts(
            id=uuid5(conference.id, f"own field {place}"),
            key="",
            kept_days=30,
            shown_if=condition,
            **parts,  # type: ignore[arg-type]  # the parts above
        )
        await add_field(conference, field, by=COMMAND, now=now)
        first_key = first_key or key_of(field.label, ())


async def _answer(conference: ConferenceFacts, *, keys: Keys, now: datetime) -> None:
    known = {one.name: one.id for one in await invitations_of(conference.id)}
    await accept_invitation(
        known["Leyla Aslan"], conference, language="de", keys=keys, now=now
    )
    await decline_invitation(known["Grace Okonkwo"], conference, now=now)


async def _count(conference: ConferenceFacts, *, now: datetime) -> None:
    for place, (text, labels, numbers) in enumerate(QUESTIONS):
        one = uuid5(conference.id, f"question {place}")
        options = [Option(value=label["de"], label=label) for label in labels]
        await add_question(conference, text, options, one=one, by=COMMAND, now=now)
        values = [*(option.value for option in options), "unsaid"]
        given = [
            value
            for value, number in zip(values, numbers, strict=True)
            for _person in range(number)
        ]
        async with transaction():
            for value in given:
                await count_answers(conference.id, {one: value})
