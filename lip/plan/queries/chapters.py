"""Read chapters and their texts."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.database import fetch, padded
from lip.errors import NotFound
from lip.partial_dates import PartialDate
from lip.plan.rules.chapters import (
    READABLE,
    ChapterFacts,
    TextFacts,
    TextHead,
    WordingFacts,
)
from lip.plan.rules.kinds import MotionStatus, SavedBy, TextState
from lip.plan.rules.nesting import nested
from lip.said import Said

_CHAPTER = (
    "SELECT id, plan, parent, position, key, code, number, kind, status, field, "
    "initiator, initiator_name, decided_on, submitted_at, removed_at, shown_since, "
    "changed_at "
    "FROM chapter "
)
_HEAD = (
    "SELECT t.id, t.chapter, t.language, t.title, t.state, t.version, t.changed_at "
    "FROM chapter_text t "
)
_TEXT = _HEAD.replace(" FROM", ", t.text FROM")
_SHOWN = (
    "SELECT t.id, t.chapter, t.language, t.state, w.title, w.text, w.version, "
    "w.saved_at AS changed_at FROM chapter_text t JOIN wording w "
    "ON w.chapter_text = t.id AND w.version = (SELECT max(o.version) FROM wording o "
    "WHERE o.chapter_text = t.id AND o.saved_by <> 'autosave') "
)
_STATES = ", ".join(f"'{state}'" for state in READABLE)


async def chapters_of(plan: UUID) -> Sequence[ChapterFacts]:
    """List the chapters of a draft in reading order, without removed ones."""
    rows = await fetch(
        _CHAPTER + "WHERE plan = ? AND removed_at IS NULL ORDER BY position, key", plan
    )
    there = {row["id"]: row for row in rows}
    levels = nested({one: row["parent"] for one, row in there.items()})
    return [_chapter(there[one], level) for one, level in levels.items()]


async def keys_of(plan: UUID) -> frozenset[str]:
    """List the keys that chapters of a plan have or had."""
    rows = await fetch("SELECT key FROM chapter WHERE plan = ?", plan)
    return frozenset(row["key"] for row in rows)


async def chapter_by_key(plan: UUID, key: str) -> ChapterFacts:
    """Find a chapter of a draft, or raise NotFound."""
    rows = await fetch(
        _CHAPTER + "WHERE plan = ? AND key = ? AND removed_at IS NULL", plan, key
    )
    if not rows:
        raise NotFound("unknown_chapter")
    return _chapter(rows[0])


async def chapter_by_id(chapter: UUID) -> ChapterFacts:
    """Find a chapter, removed ones too, or raise NotFound."""
    rows = await fetch(_CHAPTER + "WHERE id = ?", chapter)
    if not rows:
        raise NotFound("unknown_chapter")
    return _chapter(rows[0])


async def texts_of(
    chapters: Collection[UUID],
) -> Mapping[UUID, Sequence[TextHead]]:
    """List the languages of chapters, in the order of their tags."""
    if not chapters:
        return {}
    wanted = padded(list(chapters))
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        _HEAD + f"WHERE t.chapter IN ({marks}) ORDER BY t.language", *wanted
    )
    made: dict[UUID, list[TextHead]] = {}
    for row in rows:
        made.setdefault(row["chapter"], []).append(TextHead(**_head(row)))
    return made


async def text_in(chapter: UUID, language: str) -> TextFacts:
    """Find a chapter's text as it was saved last, or raise NotFound."""
    rows = await fetch(
        _TEXT + "WHERE t.chapter = ? AND t.language = ?", chapter, language
    )
    if not rows:
        raise NotFound("unknown_chapter_text")
    return TextFacts(**_head(rows[0]), text=rows[0]["text"])


async def shown_texts(chapters: Collection[UUID]) -> Mapping[UUID, Sequence[TextHead]]:
    """List what everybody may read of a public draft, in the order of the tags."""
    if not chapters:
        return {}
    wanted = padded(list(chapters))
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        _SHOWN.replace("w.text, ", "")
        + f"WHERE t.chapter IN ({marks}) AND t.state IN ({_STATES}) "
        "ORDER BY t.language",
        *wanted,
    )
    made: dict[UUID, list[TextHead]] = {}
    for row in rows:
        made.setdefault(row["chapter"], []).append(TextHead(**_head(row)))
    return made


async def shown_text(chapter: UUID, language: str) -> TextFacts:
    """
    Find what everybody may read of a text in a public draft, or raise NotFound.

    It is the wording that somebody saved on purpose last: what an editor's page saves
    by itself may stop in the middle of a word.
    """
    rows = await fetch(
        _SHOWN + f"WHERE t.chapter = ? AND t.language = ? AND t.state IN ({_STATES})",
        chapter,
        language,
    )
    if not rows:
        raise NotFound("unknown_chapter_text")
    return TextFacts(**_head(rows[0]), text=rows[0]["text"])


async def wording_of(text: UUID, version: int) -> WordingFacts:
    """Find what a text said in one of its versions, or raise NotFound."""
    rows = await fetch(
        "SELECT version, title, text, saved_by, person, saved_at FROM wording "
        "WHERE chapter_text = ? AND version = ?",
        text,
        version,
    )
    if not rows:
        raise NotFound("unknown_wording")
    return _wording(rows[0])


async def wordings_of(text: UUID, *, most: int = 50) -> Sequence[WordingFacts]:
    """List what a text said, newest first."""
    rows = await fetch(
        "SELECT version, title, text, saved_by, person, saved_at FROM wording "
        "WHERE chapter_text = ? ORDER BY version DESC LIMIT ?",
        text,
        most,
    )
    return [_wording(row) for row in rows]


def _chapter(row: Mapping[str, Any], level: int = 0) -> ChapterFacts:
    return ChapterFacts(
        id=row["id"],
        plan=row["plan"],
        parent=row["parent"],
        level=level,
        position=row["position"],
        key=row["key"],
        code=row["code"],
        number=row["number"],
        kind=Said.load(row["kind"]),
        status=MotionStatus(row["status"]),
        field=row["field"],
        initiator=row["initiator"],
        initiator_name=row["initiator_name"],
        decided_on=PartialDate.load(row["decided_on"]) if row["decided_on"] else None,
        submitted_at=row["submitted_at"],
        removed=row["removed_at"] is not None,
        shown_since=row["shown_since"],
        changed_at=row["changed_at"],
    )


def _head(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "chapter": row["chapter"],
        "language": row["language"],
        "title": row["title"],
        "state": TextState(row["state"]),
        "version": row["version"],
        "changed_at": row["changed_at"],
    }


def _wording(row: Mapping[str, Any]) -> WordingFacts:
    return WordingFacts(
        version=row["version"],
        title=row["title"],
        text=row["text"],
        saved_by=SavedBy(row["saved_by"]),
        person=row["person"],
        saved_at=row["saved_at"],
    )
