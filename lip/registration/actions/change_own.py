"""Change what somebody said of herself, and take back what she agreed to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from lip.conference.actions.change_participant import lock_participant, write_guest
from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.participants import participant
from lip.conference.rules.guest import Guest
from lip.database import fetch, transaction
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.registration.actions.register_party import (
    SENSITIVE,
    give_consent,
    write_answers,
)
from lip.registration.queries.own import answers_of
from lip.registration.rules.forms import SESSIONS, FieldFacts, FormFacts
from lip.registration.rules.registering import Entrant


async def change_own(
    one: UUID,
    said: Entrant,
    *,
    conference: ConferenceFacts,
    form: FormFacts,
    language: str,
    by: Actor,
    now: datetime,
) -> bool:
    """
    Write what somebody answers now; tell whether anything is different.

    What the form does not ask stays as it is. An agreement that stands is not asked
    for again.
    """
    async with transaction():
        await lock_conference(conference)
        await lock_participant(one)
        there = await participant(conference, one)
        guest = merged(there.guest, said.guest, form.fields)
        before = await answers_of(one)
        answers = {field: value for field, value in said.answers.items() if value}
        if guest == there.guest and answers == before:
            return False
        changed = await write_guest(there, guest, conference=conference, now=now)
        await fetch("DELETE FROM answer WHERE participant = ?", one)
        await write_answers(one, said, conference=conference, form=form)
        if said.consent and not await _stands(one):
            await give_consent(one, said.consent, language=language, now=now)
            await _note(Act.CONSENT_GIVEN, one, conference, by=by, now=now)
        columns = " ".join(changed)
        await _note(
            Act.PARTICIPANT_CHANGED, one, conference, by=by, now=now, columns=columns
        )
    return True


async def withdraw_consent(
    one: UUID,
    *,
    conference: ConferenceFacts,
    form: FormFacts,
    by: Actor,
    now: datetime,
) -> bool:
    """Take an agreement back, and delete at once what it was about."""
    async with transaction():
        await lock_conference(conference)
        await lock_participant(one)
        gone = await fetch(
            "UPDATE consent SET withdrawn_at = ? "
            "WHERE participant = ? AND purpose = ? AND withdrawn_at IS NULL "
            "RETURNING id",
            now,
            one,
            SENSITIVE,
        )
        if not gone:
            return False
        sensitive = [field for field in form.fields if field.sensitive]
        there = await participant(conference, one)
        guest = merged(there.guest, Guest(), sensitive)
        await write_guest(there, guest, conference=conference, now=now)
        for field in sensitive:
            await fetch(
                "DELETE FROM answer WHERE participant = ? AND field = ?", one, field.id
            )
        await _note(Act.CONSENT_WITHDRAWN, one, conference, by=by, now=now)
    return True


def merged(there: Guest, said: Guest, fields: Sequence[FieldFacts]) -> Guest:
    """Take from what was said only what these fields fill."""
    targets = {field.target for field in fields} - {"", SESSIONS}
    new = replace(there, **{target: getattr(said, target) for target in targets})
    renamed = bool(targets & {"given_name", "family_name"})
    return replace(new, full_name="") if renamed and new.given_name else new


async def _stands(one: UUID) -> bool:
    rows = await fetch(
        "SELECT id FROM consent WHERE participant = ? AND withdrawn_at IS NULL LIMIT 1",
        one,
    )
    return bool(rows)


async def _note(
    act: Act,
    one: UUID,
    conference: ConferenceFacts,
    *,
    by: Actor,
    now: datetime,
    columns: str = "",
) -> None:
    await note_of(
        act,
        one,
        conference.key,
        by=by,
        now=now,
        facts={"columns": columns} if columns else {},
    )
