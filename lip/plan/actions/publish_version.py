"""Freeze the draft of a plan as its next version."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from piccolo.table import Table

from lip.database import fetch, is_unique_violation, lock_rows, transaction
from lip.errors import Conflict, Unusable
from lip.journal.actions.record import record
from lip.journal.queries import entry_of_request
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.measures.actions.freeze_files import freeze_files
from lip.plan.queries.drafts import drafts_of, sheets_to_freeze
from lip.plan.queries.glossary import terms_to_freeze
from lip.plan.queries.plans import plan_by_id
from lip.plan.rules.freezing import (
    Contents,
    DraftText,
    frozen_part,
    gaps_of,
    version_digest,
)
from lip.plan.rules.plans import PlanFacts
from lip.plan.tables import (
    Chapter,
    FrozenChapter,
    FrozenMeasure,
    FrozenTerm,
    Plan,
    PlanVersion,
)
from lip.said import Said

AT_ONCE: Final = 500
"""Rows in one statement; SQLite takes 32,766 values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionWish:
    """How a version is to be called, and which number whoever publishes expects."""

    number: int
    name: Said
    note: Said = Said()  # noqa: RUF009 - frozen


async def publish_version(
    plan: UUID, wish: VersionWish, *, by: Actor, now: datetime, request: UUID
) -> int:
    """
    Freeze all released texts in one transaction; return the version's number.

    Of two people at once one publishes, the other is told. The same request gives the
    same version.
    """
    try:
        return await _published(plan, wish, by=by, now=now, request=request)
    except Exception as error:
        if not is_unique_violation(error):
            raise
        return await _published(plan, wish, by=by, now=now, request=request)


async def _published(
    plan: UUID, wish: VersionWish, *, by: Actor, now: datetime, request: UUID
) -> int:
    async with transaction():
        await lock_rows(Plan.select(Plan.id).where(Plan.id == plan))
        if entry := await entry_of_request(request):
            return _same(entry)
        facts = await plan_by_id(plan)
        if wish.number != facts.latest + 1:
            raise Conflict("version_published_meanwhile", number=facts.latest)
        drafts = await drafts_of(plan, facts.language)
        if any(not gap.hint for gap in gaps_of(drafts, facts.language)):
            raise Unusable("version_incomplete")
        contents = Contents(
            texts=frozen_part(drafts),
            sheets=await sheets_to_freeze(now=now),
            terms=await terms_to_freeze(plan),
        )
        await freeze_files({file for one in contents.sheets for file in one.files})
        version = _row(facts, wish, contents, now=now, request=request)
        await PlanVersion.insert(version)
        await _freeze(version.id, contents)
        await _note_shown(contents, now)
        await fetch(
            "UPDATE plan SET changed_at = ?, shown_since = coalesce(shown_since, ?) "
            "WHERE id = ?",
            *(now, now, plan),
        )
        await record(
            Entry(
                at=now,
                by=by,
                act=Act.VERSION_PUBLISHED,
                subject=version.id,
                facts={"number": wish.number, "digest": version.digest},
                request=request,
            )
        )
    return wish.number


def _same(entry: Entry) -> int:
    if entry.act is not Act.VERSION_PUBLISHED:
        raise Conflict("request_used_otherwise")
    return int(entry.facts["number"] or 0)


def _row(
    plan: PlanFacts,
    wish: VersionWish,
    contents: Contents,
    *,
    now: datetime,
    request: UUID,
) -> PlanVersion:
    return PlanVersion(
        id=uuid4(),
        plan=plan.id,
        number=wish.number,
        name=wish.name.dump(),
        note=wish.note.dump(),
        digest=version_digest(plan.key, wish.number, contents),
        request=request,
        published_at=now,
    )


async def _freeze(version: UUID, contents: Contents) -> None:
    await _insert(_chapter_rows(version, contents.texts))
    await _insert([
        FrozenMeasure(
            id=uuid4(),
            version=version,
            measure=one.measure,
            position=place,
            document=one.document,
        )
        for place, one in enumerate(contents.sheets)
    ])
    await _insert([
        FrozenTerm(
            id=uuid4(),
            version=version,
            language=one.language,
            term=one.term.term,
            forms="\n".join(one.term.forms),
            explanation=one.term.explanation,
        )
        for one in contents.terms
    ])


async def _insert(rows: Sequence[Table]) -> None:
    for start in range(0, len(rows), AT_ONCE):
        few = rows[start : start + AT_ONCE]
        await type(few[0]).insert(*few)


def _chapter_rows(version: UUID, texts: Sequence[DraftText]) -> list[FrozenChapter]:
    places = {chapter: place for place, chapter in enumerate(_chapters(texts))}
    return [
        FrozenChapter(
            id=uuid4(),
            version=version,
            **{
                name: value
                for name, value in asdict(one).items()
                if name not in {"state", "position"}
            },
            position=places[one.chapter],
            digest=one.digest,
        )
        for one in texts
    ]


async def _note_shown(contents: Contents, now: datetime) -> None:
    await Chapter.update({Chapter.shown_since: now}).where(
        Chapter.id.is_in(_chapters(contents.texts)) & Chapter.shown_since.is_null()
    )


def _chapters(texts: Sequence[DraftText]) -> list[UUID]:
    return list(dict.fromkeys(one.chapter for one in texts))
