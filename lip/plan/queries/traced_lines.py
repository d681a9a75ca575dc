"""Lines of chapters for whoever follows proposals into the plan."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from uuid import UUID

from lip.database import fetch, fetch_in
from lip.plan.rules.amending import lines_of_stretch
from lip.plan.rules.chapters import READABLE
from lip.plan.rules.line_history import History
from lip.plan.rules.lines import lines_of
from lip.plan.rules.spots import Stretch
from lip.tracing.rules.chains import Passage
from lip.tracing.rules.lines import DraftLines, LineKeeper, ShownLines

_SAVED: Final = (
    "SELECT t.chapter, t.language, t.state, w.version, w.text, p.key AS plan, c.key, "
    "p.language AS own, p.line_length FROM wording w "
    "JOIN chapter_text t ON t.id = w.chapter_text JOIN chapter c ON c.id = t.chapter "
    "JOIN plan p ON p.id = c.plan WHERE"
)
_NEWEST: Final = (
    "w.version = (SELECT max(o.version) FROM wording o "
    "WHERE o.chapter_text = t.id AND o.saved_by <> 'autosave')"
)
_TRACED: Final = (
    "EXISTS (SELECT 1 FROM trace r WHERE (r.to_id = t.chapter OR "
    "r.from_id = t.chapter) AND r.language = t.language "
    "AND r.base_version = w.version)"
)
_FROZEN: Final = (
    "SELECT f.chapter, f.language, f.text, f.key, p.key AS plan, p.line_length "
    "FROM frozen_chapter f JOIN plan_version v ON v.id = f.version "
    "JOIN plan p ON p.id = v.plan WHERE v.number = "
    "(SELECT max(o.number) FROM plan_version o WHERE o.plan = p.id) AND f.chapter IN"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A text as everybody reads it now."""

    text: str
    path: str
    line_length: int


async def draft_lines(chapter: UUID) -> DraftLines | None:
    """Give what a draft said when it was saved last, in the language of its plan."""
    rows = await fetch(
        f"{_SAVED} t.language = p.language AND {_NEWEST} AND t.chapter = ?", chapter
    )
    if not rows:
        return None
    lines = lines_of(rows[0]["text"], line_length=rows[0]["line_length"])
    return DraftLines(
        language=rows[0]["language"], version=rows[0]["version"], many=len(lines)
    )


async def shown_lines(passages: Collection[Passage]) -> Mapping[Passage, ShownLines]:
    """Say where lines of drafts stand in what everybody reads; what is gone is not."""
    chapters = {one.chapter for one in passages}
    now = await _read_now(chapters)
    base = {
        (row["chapter"], row["language"], row["version"]): row["text"]
        for row in await fetch_in(f"{_SAVED} {_TRACED} AND t.chapter IN", chapters)
    }
    found: dict[Passage, ShownLines] = {}
    for one in passages:
        said = one.lines
        before = base.get((one.chapter, said.language, said.base_version))
        read = now.get((one.chapter, said.language))
        if before is None or read is None:
            continue
        lines = _carried(
            before, read.text, (said.first, said.last), line_length=read.line_length
        )
        if lines:
            found[one] = ShownLines(first=lines[0], last=lines[1], path=read.path)
    return found


async def _read_now(chapters: Collection[UUID]) -> Mapping[tuple[UUID, str], _Read]:
    """Read what is published of chapters, or else what their drafts say."""
    frozen = await fetch_in(_FROZEN, chapters)
    published = {row["chapter"] for row in frozen}
    drafts = await fetch_in(f"{_SAVED} {_NEWEST} AND t.chapter IN", chapters)
    rows = [
        *((row, "") for row in frozen),
        *(
            (row, "draft/")
            for row in drafts
            if row["chapter"] not in published and row["state"] in READABLE
        ),
    ]
    return {
        (row["chapter"], row["language"]): _Read(
            text=row["text"],
            path=f"/plan/{row['plan']}/{under}{row['key']}/{row['language']}",
            line_length=row["line_length"],
        )
        for row, under in rows
    }


@lru_cache(maxsize=256)
def _carried(
    before: str, now: str, lines: tuple[int, int], *, line_length: int
) -> tuple[int, int] | None:
    """Carry lines from one wording to another, once for each pair."""
    if before == now:
        return lines
    there = lines_of(before, line_length=line_length)[lines[0] - 1 : lines[1]]
    if not there:
        return None
    stretch = Stretch(there[0].start, there[-1].end)
    carried = _history(before, now).about(stretch)
    if carried is None:
        return None
    return lines_of_stretch(lines_of(now, line_length=line_length), carried)


@lru_cache(maxsize=32)
def _history(before: str, now: str) -> History:
    return History(before, now)


KEEPER: Final = LineKeeper(draft=draft_lines, shown=shown_lines)
"""What traces ask of lines."""
