"""Propose other words for lines of a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from lip.database import fetch, lock_rows
from lip.errors import Conflict, NotFound, TooLate, Unusable
from lip.journal.actions.once import once
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.plan.queries.amendments import codes_in
from lip.plan.queries.chapters import chapter_by_key, shown_text, wording_of
from lip.plan.rules.amending import (
    LONGEST_EDIT,
    Edit,
    Fault,
    chosen_stretch,
    code_of,
    edits_of,
    fault_of_lines,
)
from lip.plan.rules.chapters import ChapterFacts, TextFacts
from lip.plan.rules.kinds import MotionStatus
from lip.plan.rules.line_history import History
from lip.plan.rules.lineage import standing
from lip.plan.rules.lines import Line, lines_of
from lip.plan.rules.plans import PlanFacts
from lip.plan.tables import Amendment, AmendmentEdit, Chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Other words for lines of a wording, as somebody wrote them."""

    base_version: int
    first_line: int
    last_line: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentWish:
    """An amendment as it is handed in, with who proposes it and why."""

    language: str
    change: Change
    reason: str = ""
    written_in: str = ""
    initiator_name: str = ""
    body: UUID | None = None
    participant: UUID | None = None
    decided_on: str = ""


async def submit_amendment(
    plan: PlanFacts,
    chapter: str,
    wish: AmendmentWish,
    *,
    by: Actor,
    now: datetime,
    request: UUID,
    by_editor: bool = False,
) -> str:
    """
    Hand an amendment in and return its code; the same request is one amendment.

    What the public hands in is seen by the editors first.
    """
    if not (by_editor or (plan.amendments_open and plan.draft_public)):
        raise TooLate("amendments_closed")
    if not (wish.initiator_name or wish.body or wish.participant):
        raise Unusable("amendment_needs_name")
    there = await chapter_by_key(plan.id, chapter)
    act = Act.AMENDMENT_SUBMITTED

    async def write() -> UUID:
        await lock_rows(Chapter.select(Chapter.id).where(Chapter.id == there.id))
        text = await shown_text(there.id, wish.language)
        edits = await edits_against(text, wish.change, plan.line_length)
        row = _row(there, wish, text, now=now, request=request)
        row.first_line = edits[0].first_line
        row.code = code_of(there.code, row.first_line, await codes_in(plan.id))
        if by_editor:
            row.status = MotionStatus.SUBMITTED
        await Amendment.insert(row)
        await keep_edits(row.id, edits)
        await record(Entry(at=now, by=by, act=act, subject=row.id, request=request))
        return row.id

    made = await once(act, write, request=request)
    (row,) = await fetch("SELECT code FROM amendment WHERE id = ?", made)
    return str(row["code"])


async def edits_against(
    text: TextFacts, change: Change, line_length: int
) -> Sequence[Edit]:
    """
    Say what a change edits in a text; raises a refusal where it cannot.

    It may have been written to an earlier wording: then it is carried to this one, as
    long as the lines it stands against are still the same.
    """
    if change.base_version == text.version:
        return _edits(text.text, lines_of(text.text, line_length=line_length), change)
    try:
        base = await wording_of(text.id, change.base_version)
    except NotFound as error:
        raise Conflict("draft_changed_meanwhile") from error
    edits = _edits(base.text, lines_of(base.text, line_length=line_length), change)
    lines = lines_of(text.text, line_length=line_length)
    there = standing(edits, [History(base.text, text.text)], text.text, lines)
    if there is None:
        raise Conflict("draft_changed_meanwhile")
    return there.edits


async def keep_edits(
    amendment: UUID, edits: Sequence[Edit], *, final: bool = False
) -> None:
    """Write the edits of an amendment."""
    await AmendmentEdit.insert(
        *(
            AmendmentEdit(
                id=uuid4(),
                amendment=amendment,
                position=place,
                kind=one.kind,
                first_line=one.first_line,
                last_line=one.last_line,
                start=one.start,
                old_text=one.old,
                new_text=one.new,
                final=final,
            )
            for place, one in enumerate(edits)
        )
    )


def _edits(text: str, lines: Sequence[Line], change: Change) -> Sequence[Edit]:
    fault = fault_of_lines(lines, change.first_line, change.last_line)
    if fault is None:
        chosen = chosen_stretch(text, lines, change.first_line, change.last_line)
        found = edits_of(text, lines, chosen, change.words)
        if not isinstance(found, Fault):
            return found
        fault = found
    raise Unusable(fault.value, lines=len(lines), most=LONGEST_EDIT)


def _row(
    chapter: ChapterFacts,
    wish: AmendmentWish,
    text: TextFacts,
    *,
    now: datetime,
    request: UUID,
) -> Amendment:
    return Amendment(
        id=uuid4(),
        chapter=chapter.id,
        language=wish.language,
        base_version=text.version,
        status=MotionStatus.SUBMITTED_UNSCREENED,
        reason=wish.reason,
        written_in=wish.written_in,
        body=wish.body,
        participant=wish.participant,
        initiator_name=wish.initiator_name,
        decided_on=wish.decided_on,
        request=request,
        submitted_at=now,
        changed_at=now,
    )
