"""Write a translation beside the original, check it, take it away."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import Conflict, NotAllowed, NotFound, TooMany, Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from proposals.queries.translations import (
    TranslationFacts,
    translated_lately,
    translations_of,
)
from proposals.rules.commenting import WHILE, minutes_to_wait
from proposals.rules.handing_in import Fault, Wording
from proposals.rules.standing import Standing
from proposals.rules.translating import (
    LONGEST_TRANSLATION,
    MOST_AT_ONCE,
    fault_of,
    may_check,
    may_withdraw,
    may_write,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """
    Where, by whom and when something is translated.

    `participant` is who does it by ticket; None: one of the staff.
    """

    conference: ConferenceFacts
    by: Actor
    now: datetime
    participant: UUID | None = None

    @property
    def staff(self) -> bool:
        """Tell whether one of the staff does it."""
        return self.participant is None


async def write_translation(
    number: int, wording: Wording, *, seen: int, desk: Desk
) -> bool:
    """
    Keep a translation, in the place of an earlier one into the same language.

    `seen` is the version of the original that was translated. The same words again
    change nothing.
    """
    _check(wording)
    async with transaction():
        original = await _locked(number, desk)
        if wording.language == original["language"]:
            raise Unusable("translation_into_itself")
        there = await _there(original["id"], wording.language, desk)
        if not may_write(there.written if there else None, staff=desk.staff):
            raise NotAllowed("translation_stands")
        version = min(max(seen, 1), original["version"])
        earlier = version < original["version"]
        same = there is not None and there.wording == wording
        if same and there and not there.by_machine and earlier == there.earlier_wording:
            return False
        await _check_flood(desk)
        await _replace(original["id"], wording, version=version, desk=desk)
        await record(_entry(Act.TRANSLATION_WRITTEN, original, wording.language, desk))
    return True


async def check_translation(
    number: int, language: str, *, mark: str, desk: Desk
) -> bool:
    """Say that a translation is right, exactly the words that `mark` names."""
    async with transaction():
        original = await _locked(number, desk)
        there = await _there(original["id"], language, desk)
        if there is None:
            raise NotFound("no_such_translation")
        if there.mark != mark:
            raise Conflict("translation_changed")
        if there.checked:
            return False
        if not may_check(there.written, staff=desk.staff):
            raise NotAllowed("translation_not_to_check")
        await fetch(
            "UPDATE proposal_translation SET checked = ? WHERE id = ?", True, there.id
        )
        await record(_entry(Act.TRANSLATION_CHECKED, original, language, desk))
    return True


async def withdraw_translation(number: int, language: str, *, desk: Desk) -> bool:
    """Take a translation away; doing it twice changes nothing."""
    async with transaction():
        original = await _locked(number, desk)
        there = await _there(original["id"], language, desk)
        if there is None:
            return False
        if not may_withdraw(there.written, staff=desk.staff):
            raise NotAllowed("translation_stands")
        await fetch("DELETE FROM proposal_translation WHERE id = ?", there.id)
        await record(_entry(Act.TRANSLATION_WITHDRAWN, original, language, desk))
    return True


def _check(wording: Wording) -> None:
    if not wording.language:
        raise Unusable("translation_language_missing")
    match fault_of(wording):
        case Fault.NOTHING_TO_READ:
            raise Unusable("translation_without_words")
        case Fault.TOO_LONG:
            raise Unusable("translation_too_long", most=LONGEST_TRANSLATION)
        case _:
            return


async def _locked(number: int, desk: Desk) -> dict[str, Any]:
    rows = await fetch(
        "UPDATE proposal SET number = number WHERE conference = ? AND number = ? "
        "AND standing = ? RETURNING id, version, language",
        desk.conference.id,
        number,
        Standing.SHOWN.value,
    )
    if not rows:
        raise NotFound("no_such_proposal", number=number)
    return rows[0]


async def _there(proposal: UUID, language: str, desk: Desk) -> TranslationFacts | None:
    found = await translations_of(proposal, participant=desk.participant)
    return next((one for one in found if one.language == language), None)


async def _check_flood(desk: Desk) -> None:
    if desk.participant is None:
        return
    made = await translated_lately(desk.participant, since=desk.now - WHILE)
    if minutes := minutes_to_wait(made, now=desk.now, most=MOST_AT_ONCE):
        raise TooMany("too_many_translations", minutes=minutes, seconds=minutes * 60)


async def _replace(
    proposal: UUID, wording: Wording, *, version: int, desk: Desk
) -> None:
    await fetch(
        "INSERT INTO proposal_translation (id, proposal, language, title, text, "
        "version, by_machine, checked, participant, made_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (proposal, language) DO UPDATE SET title = excluded.title, "
        "text = excluded.text, version = excluded.version, "
        "by_machine = excluded.by_machine, checked = excluded.checked, "
        "participant = excluded.participant, made_at = excluded.made_at",
        uuid4(),
        proposal,
        wording.language,
        wording.title,
        wording.text,
        version,
        False,
        desk.staff,
        desk.participant,
        desk.now,
    )


def _entry(act: Act, original: dict[str, Any], language: str, desk: Desk) -> Entry:
    return Entry(
        at=desk.now,
        by=desk.by,
        act=act,
        subject=original["id"],
        scope=desk.conference.key,
        facts={"language": language},
    )
