"""Save a chapter's words so that nobody overwrites what somebody else has saved."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from lip.database import fetch, lock_rows, refused_if_taken, transaction
from lip.errors import Conflict, Unusable
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.plan.actions.chapters import FirstText, check_first, insert_text, person_of
from lip.plan.actions.note_shown import note_shown
from lip.plan.queries.chapters import chapter_by_id, text_in, texts_of, wording_of
from lip.plan.rules.chapters import (
    MOST_LANGUAGES,
    ONE_SITTING,
    TextFacts,
    WordingFacts,
)
from lip.plan.rules.kinds import SavedBy, TextState
from lip.plan.rules.markdown import check_text, cleaned
from lip.plan.tables import Amendment, Chapter, ChapterText, LineRemark, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What somebody wants a chapter to say, and with which version she began."""

    title: str
    text: str
    began_with: int
    saved_by: SavedBy = SavedBy.EDITOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """It is saved; `changed` is False where it said the same already."""

    version: int
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Somebody else has saved other words meanwhile; nothing was written."""

    there: TextFacts
    by: UUID | None
    at: datetime


async def save_text(
    chapter: UUID, language: str, words: Words, *, by: Actor, now: datetime
) -> Saved | Clash:
    """
    Save words if nobody has saved others since they were begun.

    What an editor's page saves by itself within a short time is one wording, unless
    somebody has proposed or remarked something on it.
    """
    title, text = words.title.strip(), cleaned(words.text)
    _check(title, text)
    async with transaction():
        there = await _locked(chapter, language)
        last = await wording_of(there.id, there.version)
        settles = (
            last.saved_by is SavedBy.AUTOSAVE and words.saved_by is not last.saved_by
        )
        same = (there.title, there.text) == (title, text)
        if same and not (settles and there.version == words.began_with):
            return Saved(version=there.version, changed=False)
        if there.version != words.began_with:
            return Clash(there=there, by=last.person, at=last.saved_at)
        made = Wording(
            id=uuid4(),
            chapter_text=there.id,
            version=there.version + 1,
            title=title,
            text=text,
            saved_by=words.saved_by,
            person=person_of(by),
            saved_at=now,
        )
        await _keep(there, last, made, by=by, now=now)
    return Saved(version=made.version, changed=True)


async def _keep(
    there: TextFacts, last: WordingFacts, made: Wording, *, by: Actor, now: datetime
) -> None:
    merged = await _one_sitting(there, last, made)
    if merged:
        await Wording.delete().where(
            (Wording.chapter_text == there.id) & (Wording.version == last.version)
        )
    await Wording.insert(made)
    await ChapterText.update({
        ChapterText.title: made.title,
        ChapterText.text: made.text,
        ChapterText.version: made.version,
        ChapterText.changed_at: now,
    }).where(ChapterText.id == there.id)
    if not merged or made.saved_by is not SavedBy.AUTOSAVE:
        await record(
            Entry(
                at=now,
                by=by,
                act=Act.CHAPTER_TEXT_SAVED,
                subject=there.chapter,
                facts={"language": there.language, "number": made.version},
            )
        )


async def _one_sitting(there: TextFacts, last: WordingFacts, made: Wording) -> bool:
    """Tell whether a wording takes the place of the last one."""
    if last.saved_by is not SavedBy.AUTOSAVE or last.person != made.person:
        return False
    if made.saved_by is SavedBy.AMENDMENT:
        return False
    if made.saved_at - last.saved_at > ONE_SITTING:
        return False
    return not await _spoken_of(there, last.version)


async def _spoken_of(there: TextFacts, version: int) -> bool:
    for table in (Amendment, LineRemark):
        name = table._meta.tablename  # noqa: SLF001 - the name Piccolo gave it
        rows = await fetch(
            f"SELECT 1 AS one FROM {name} WHERE chapter = ? AND language = ? "  # noqa: S608
            "AND base_version = ? LIMIT 1",
            *(there.chapter, there.language, version),
        )
        if rows:
            return True
    return False


async def add_language(
    chapter: UUID, first: FirstText, *, by: Actor, now: datetime
) -> UUID:
    """Begin a chapter in another language, of equal rank."""
    text = check_first(first)
    taken = Conflict("chapter_language_taken")
    with refused_if_taken(taken, "chapter", "language"):
        async with transaction():
            await lock_rows(Chapter.select(Chapter.id).where(Chapter.id == chapter))
            there = (await texts_of([chapter])).get(chapter, ())
            if len(there) >= MOST_LANGUAGES:
                raise Conflict("too_many_chapter_languages", most=MOST_LANGUAGES)
            made = await insert_text(chapter, first, text, by=by, now=now)
            await record(
                Entry(
                    at=now,
                    by=by,
                    act=Act.CHAPTER_LANGUAGE_ADDED,
                    subject=chapter,
                    facts={"language": first.language},
                )
            )
    return made


async def set_state(
    chapter: UUID, language: str, state: TextState, *, by: Actor, now: datetime
) -> bool:
    """Say how far a text is; tell whether anything is different now."""
    async with transaction():
        there = await _locked(chapter, language)
        if there.state is state:
            return False
        await ChapterText.update({ChapterText.state: state.value}).where(
            ChapterText.id == there.id
        )
        await Chapter.update({Chapter.changed_at: now}).where(Chapter.id == chapter)
        await note_shown((await chapter_by_id(chapter)).plan, now=now)
        await record(
            Entry(
                at=now,
                by=by,
                act=Act.CHAPTER_STATE_SET,
                subject=chapter,
                facts={"language": language},
            )
        )
    return True


async def _locked(chapter: UUID, language: str) -> TextFacts:
    await lock_rows(
        ChapterText
        .select(ChapterText.id)
        .where(ChapterText.chapter == chapter)
        .where(ChapterText.language == language)
    )
    return await text_in(chapter, language)


def _check(title: str, text: str) -> None:
    if not title:
        raise Unusable("chapter_needs_title")
    check_text(text)
