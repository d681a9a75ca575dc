"""Write a remark on lines of a draft, hide it, show it again."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from lip.database import fetch, lock_rows, transaction
from lip.errors import Conflict, NotFound, TooLate, Unusable
from lip.journal.actions.once import once
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.plan.queries.chapters import chapter_by_key, shown_text, wording_of
from lip.plan.queries.remarks import remark_by_id
from lip.plan.rules.amending import fault_of_lines
from lip.plan.rules.amendments import LONGEST_REMARK
from lip.plan.rules.lines import Line, lines_of
from lip.plan.rules.plans import PlanFacts
from lip.plan.tables import Chapter, LineRemark

LONGEST_EXCERPT: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkWish:
    """What somebody says to which lines of a wording; the name may stay empty."""

    language: str
    base_version: int
    first_line: int
    last_line: int
    text: str
    written_in: str = ""
    author_name: str = ""
    participant: UUID | None = None
    person: UUID | None = None


async def write_remark(
    plan: PlanFacts,
    chapter: str,
    wish: RemarkWish,
    *,
    by: Actor,
    now: datetime,
    request: UUID,
) -> UUID:
    """Write a remark; the same request is one remark."""
    if not (plan.comments_open and (plan.draft_public or wish.person)):
        raise TooLate("remarks_closed")
    if not wish.text.strip():
        raise Unusable("remark_without_words")
    if len(wish.text) > LONGEST_REMARK:
        raise Unusable("remark_too_long", most=LONGEST_REMARK)
    there = await chapter_by_key(plan.id, chapter)
    act = Act.REMARK_WRITTEN

    async def write() -> UUID:
        await lock_rows(Chapter.select(Chapter.id).where(Chapter.id == there.id))
        excerpt = await _excerpt(there.id, wish, plan.line_length)
        row = _row(there.id, wish, excerpt, now=now, request=request)
        await LineRemark.insert(row)
        await record(Entry(at=now, by=by, act=act, subject=row.id, request=request))
        return row.id

    return await once(act, write, request=request)


async def show_remark(
    plan: PlanFacts, remark: UUID, *, shown: bool, by: Actor, now: datetime
) -> bool:
    """Hide a remark from readers, or show it again."""
    async with transaction():
        there = await remark_by_id(plan.id, remark)
        if there.hidden is not shown:
            return False
        await fetch("UPDATE line_remark SET hidden = ? WHERE id = ?", not shown, remark)
        act = Act.REMARK_SHOWN if shown else Act.REMARK_HIDDEN
        await record(Entry(at=now, by=by, act=act, subject=remark))
    return True


async def _excerpt(chapter: UUID, wish: RemarkWish, line_length: int) -> str:
    """Give the words that the remark is written to; refuse lines that are not there."""
    text = await shown_text(chapter, wish.language)
    try:
        base = await wording_of(text.id, wish.base_version)
    except NotFound as error:
        raise Conflict("draft_changed_meanwhile") from error
    lines = lines_of(base.text, line_length=line_length)
    if fault := fault_of_lines(lines, wish.first_line, wish.last_line):
        raise Unusable(fault.value, lines=len(lines))
    return _joined(lines[wish.first_line - 1 : wish.last_line])


def _joined(lines: tuple[Line, ...]) -> str:
    words = "".join(
        line.text[: -1 if line.cut else None]
        + (line.after or ("" if line.cut else " "))
        for line in lines
    )
    words = " ".join(words.split())
    if len(words) <= LONGEST_EXCERPT:
        return words
    return words[:LONGEST_EXCERPT].rsplit(" ", 1)[0] + " …"


def _row(
    chapter: UUID, wish: RemarkWish, excerpt: str, *, now: datetime, request: UUID
) -> LineRemark:
    return LineRemark(
        id=uuid4(),
        chapter=chapter,
        excerpt=excerpt,
        request=request,
        written_at=now,
        **asdict(wish),
    )
