"""
Have proposals translated by a service: a round of the server.

Each wording is asked for once per language, one after another and outside of any
transaction. What people wrote or checked is never replaced.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from lip.database import fetch, transaction
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import SYSTEM
from proposals.queries.errands import ErrandFacts, due_errands, translated_before
from proposals.rules.handing_in import Wording
from proposals.rules.standing import Standing
from proposals.rules.translating import ErrandState, Trouble, after_trouble
from proposals.translator import NotTranslated, Translator

MOST: Final = 20
"""Texts in one round; the rest waits for the next."""

LOST_AFTER: Final = timedelta(minutes=10)
"""An errand that was under way when the server died is taken up again."""

_SHUT: Final = frozenset({Trouble.UNREACHABLE, Trouble.KEY_REFUSED, Trouble.BUSY})
"""What would meet the next text as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bureau:
    """The service, and into which languages the house wants proposals translated."""

    translator: Translator
    languages: tuple[str, ...]


async def translate_due(bureau: Bureau, *, now: datetime) -> int:
    """Have translated what waits for it; return how many texts came back."""
    await _note_errands(bureau, now=now)
    waiting = await due_errands(bureau.languages, now=now, most=MOST)
    if not waiting:
        return 0
    try:
        offered = await bureau.translator.languages()
    except NotTranslated as refused:
        for errand in waiting:
            await _trouble(errand, refused.trouble, now=now)
        return 0
    done = 0
    for place, errand in enumerate(waiting):
        trouble = await _one(bureau, errand, offered.get(errand.source), now=now)
        done += trouble is None
        if trouble in _SHUT:
            for left in waiting[place + 1 :]:
                await _trouble(left, trouble, now=now)
            break
    return done


async def _one(
    bureau: Bureau, errand: ErrandFacts, into: frozenset[str] | None, *, now: datetime
) -> Trouble | None:
    if errand.source and (into is None or errand.language not in into):
        await _trouble(errand, Trouble.LANGUAGE_UNKNOWN, now=now)
        return Trouble.LANGUAGE_UNKNOWN
    if not await _take_up(errand, now=now):
        return Trouble.REFUSED
    try:
        wording = await translated_before(errand) or await _ask(bureau, errand)
    except NotTranslated as refused:
        await _trouble(errand, refused.trouble, now=now)
        return refused.trouble
    await keep_answer(errand, wording, now=now)
    return None


async def _ask(bureau: Bureau, errand: ErrandFacts) -> Wording:
    said = [
        await bureau.translator.translate(
            text, source=errand.source, target=errand.language
        )
        if text
        else ""
        for text in (errand.title, errand.text)
    ]
    return Wording(title=said[0][:300], text=said[1], language=errand.language)


async def _note_errands(bureau: Bureau, *, now: datetime) -> None:
    """Note what is to be translated: shown, in another language, without words yet."""
    for language in bureau.languages:
        rows = await fetch(
            "SELECT p.id, p.version FROM proposal p "  # noqa: S608 - a number only
            "LEFT JOIN translation_errand e ON e.proposal = p.id "
            "AND e.language = ? AND e.version = p.version "
            "LEFT JOIN proposal_translation t ON t.proposal = p.id "
            "AND t.language = ? AND (t.version = p.version OR t.by_machine = ?) "
            "WHERE p.standing = ? AND p.language <> ? AND e.id IS NULL "
            f"AND t.id IS NULL ORDER BY p.created_at LIMIT {MOST}",
            language,
            language,
            False,
            Standing.SHOWN.value,
            language,
        )
        for row in rows:
            await fetch(
                "INSERT INTO translation_errand (id, proposal, language, version, "
                "state, trouble, tries, due_at) VALUES (?, ?, ?, ?, ?, '', 0, ?) "
                "ON CONFLICT (proposal, language, version) DO NOTHING",
                uuid4(),
                row["id"],
                language,
                row["version"],
                ErrandState.WAITING.value,
                now,
            )
    await fetch(
        "UPDATE translation_errand SET state = ?, due_at = ? "
        "WHERE state = ? AND asked_at < ?",
        ErrandState.WAITING.value,
        now,
        ErrandState.ASKED.value,
        now - LOST_AFTER,
    )


async def _take_up(errand: ErrandFacts, *, now: datetime) -> bool:
    rows = await fetch(
        "UPDATE translation_errand SET state = ?, tries = tries + 1, asked_at = ? "
        "WHERE id = ? AND state = ? RETURNING id",
        ErrandState.ASKED.value,
        now,
        errand.id,
        ErrandState.WAITING.value,
    )
    return bool(rows)


async def _trouble(errand: ErrandFacts, trouble: Trouble, *, now: datetime) -> None:
    state, due_at = after_trouble(trouble, tries=errand.tries + 1, now=now)
    await fetch(
        "UPDATE translation_errand SET state = ?, trouble = ?, due_at = ?, "
        "asked_at = ?, tries = ? WHERE id = ?",
        state.value,
        trouble.value,
        due_at,
        now,
        errand.tries + 1,
        errand.id,
    )


async def keep_answer(errand: ErrandFacts, wording: Wording, *, now: datetime) -> None:
    """Keep what came, unless people have been at it meanwhile."""
    async with transaction():
        rows = await fetch(
            "UPDATE proposal SET number = number WHERE id = ? AND version = ? "
            "RETURNING id, version",
            errand.proposal,
            errand.version,
        )
        await fetch(
            "UPDATE translation_errand SET state = ?, trouble = '', asked_at = ? "
            "WHERE id = ?",
            ErrandState.DONE.value,
            now,
            errand.id,
        )
        if not rows or not await _replace(errand, wording, now=now):
            return
        await note_of(
            Act.TRANSLATION_WRITTEN,
            errand.proposal,
            errand.key,
            by=SYSTEM,
            now=now,
            facts={"language": errand.language, "machine": True},
        )


async def _replace(errand: ErrandFacts, wording: Wording, *, now: datetime) -> bool:
    kept: list[dict[str, UUID]] = await fetch(
        "INSERT INTO proposal_translation (id, proposal, language, title, text, "
        "version, by_machine, checked, participant, made_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, ?) "
        "ON CONFLICT (proposal, language) DO UPDATE SET title = excluded.title, "
        "text = excluded.text, version = excluded.version, "
        "by_machine = excluded.by_machine, checked = excluded.checked, "
        "participant = excluded.participant, made_at = excluded.made_at "
        "WHERE proposal_translation.version < excluded.version "
        "AND proposal_translation.by_machine RETURNING id",
        uuid4(),
        errand.proposal,
        errand.language,
        wording.title,
        wording.text,
        errand.version,
        True,
        False,
        now,
    )
    return bool(kept)
