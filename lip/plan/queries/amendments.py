"""Read amendments with their edits."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from lip.database import fetch, padded
from lip.errors import NotFound
from lip.plan.queries.narrowing import narrowed
from lip.plan.rules.amending import Edit
from lip.plan.rules.amendments import AmendmentFacts
from lip.plan.rules.kinds import EditKind, MotionStatus
from lip.said import Said

_FACTS = (
    "SELECT a.id, a.chapter, c.key AS chapter_key, a.language, a.base_version, "
    "a.code, a.first_line, a.status, a.reason, a.written_in, b.name AS body, "
    "a.initiator_name, a.participant, a.decided_on, a.proposed, a.proposed_words, "
    "a.procedure_public, a.reply, a.version_after, a.submitted_at "
    "FROM amendment a JOIN chapter c ON c.id = a.chapter "
    "LEFT JOIN body b ON b.id = a.body WHERE c.plan = ? "
)
_ORDER = "ORDER BY c.position, c.key, a.language, a.first_line, a.submitted_at, a.code"


async def amendments_of(
    plan: UUID, *, chapter: UUID | None = None, language: str = ""
) -> Sequence[AmendmentFacts]:
    """List amendments in the order of chapters and lines, unseen ones too."""
    where, values = narrowed("a", plan, chapter, language)
    return await _with_edits(await fetch(_FACTS + where + _ORDER, *values))


async def amendment_by_code(plan: UUID, code: str) -> AmendmentFacts:
    """Find an amendment, unseen ones too, or raise NotFound."""
    found = await _with_edits(await fetch(_FACTS + "AND a.code = ?", plan, code))
    if not found:
        raise NotFound("unknown_amendment")
    return found[0]


async def codes_in(plan: UUID) -> frozenset[str]:
    """Give the codes that are taken."""
    rows = await fetch(
        "SELECT a.code FROM amendment a JOIN chapter c ON c.id = a.chapter "
        "WHERE c.plan = ?",
        plan,
    )
    return frozenset(row["code"] for row in rows)


async def wordings_at(
    chapters: Collection[UUID],
) -> Mapping[tuple[UUID, str, int], str]:
    """Give the wordings of chapters that amendments and remarks stand against."""
    if not chapters:
        return {}
    wanted = padded(list(chapters))
    marks = ", ".join("?" * len(wanted))
    rows = await fetch(
        "SELECT t.chapter, t.language, w.version, w.text FROM wording w "  # noqa: S608 - marks only
        "JOIN chapter_text t ON t.id = w.chapter_text "
        f"WHERE t.chapter IN ({marks}) AND (EXISTS (SELECT 1 FROM amendment a "
        "WHERE a.chapter = t.chapter AND a.language = t.language "
        "AND (a.base_version = w.version "
        "OR a.version_after IN (w.version, w.version + 1))) "
        "OR EXISTS (SELECT 1 FROM line_remark r WHERE r.chapter = t.chapter "
        "AND r.language = t.language AND r.base_version = w.version))",
        *wanted,
    )
    return {
        (row["chapter"], row["language"], row["version"]): row["text"] for row in rows
    }


async def _with_edits(rows: Sequence[Mapping[str, Any]]) -> Sequence[AmendmentFacts]:
    if not rows:
        return []
    wanted = padded([row["id"] for row in rows])
    marks = ", ".join("?" * len(wanted))
    edits: dict[UUID, list[Mapping[str, Any]]] = {}
    for one in await fetch(
        "SELECT amendment, kind, first_line, last_line, start, old_text, new_text, "  # noqa: S608 - marks only
        f"final FROM amendment_edit WHERE amendment IN ({marks}) ORDER BY position",
        *wanted,
    ):
        edits.setdefault(one["amendment"], []).append(one)
    return [_amendment(row, edits.get(row["id"], [])) for row in rows]


def _amendment(
    row: Mapping[str, Any], edits: Sequence[Mapping[str, Any]]
) -> AmendmentFacts:
    return AmendmentFacts(**{
        **row,
        "status": MotionStatus(row["status"]),
        "body": Said.load(row["body"] or ""),
        "proposed": MotionStatus(row["proposed"]) if row["proposed"] else None,
        "procedure_public": bool(row["procedure_public"]),
        "edits": [_edit(one) for one in edits if not one["final"]],
        "final": [_edit(one) for one in edits if one["final"]],
    })


def _edit(row: Mapping[str, Any]) -> Edit:
    return Edit(
        kind=EditKind(row["kind"]),
        first_line=row["first_line"],
        last_line=row["last_line"],
        start=row["start"],
        old=row["old_text"],
        new=row["new_text"],
    )
