"""Plans and chapters as other areas name them, and as search reads them."""

from collections.abc import AsyncIterator, Collection, Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

from lip.database import fetch_in
from lip.plan.queries.for_programs import OpenChapter, OpenText, open_plans
from lip.plan.queries.versions import contents_of, sheet_keys, versions_of
from lip.plan.rules.chapters import READABLE
from lip.plan.rules.kinds import MotionStatus
from lip.plan.rules.lines import blocks_of
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.shown import head_of
from lip.plan.status_words import MOTION_STATUSES
from lip.said import Said
from lip.subjects import Document, Subject, SubjectKind

_CHAPTERS = (
    "SELECT c.id, c.key, c.code, c.number, c.status, c.removed_at, t.language, "
    "t.title, t.state, p.key AS plan, p.draft_public, p.language AS own, "
    "(SELECT count(*) FROM frozen_chapter f JOIN plan_version v ON v.id = f.version "
    "WHERE f.chapter = c.id AND v.plan = p.id AND v.number = (SELECT max(o.number) "
    "FROM plan_version o WHERE o.plan = p.id)) AS frozen "
    "FROM chapter c JOIN plan p ON p.id = c.plan "
    "LEFT JOIN chapter_text t ON t.chapter = c.id "
)


async def subjects_of_chapters(ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Name chapters by their titles; one that nobody may read yet has no page."""
    rows = await fetch_in(_CHAPTERS + "WHERE c.id IN", ids, "ORDER BY t.language")
    found: dict[UUID, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["id"], []).append(row)
    return {chapter: _subject(texts) for chapter, texts in found.items()}


async def plans_to_read() -> AsyncIterator[Document]:
    """Give the front page of every public plan and each of its chapters."""
    for one in await open_plans():
        plan = one.plan
        under = f"/plan/{plan.key}"
        title = plan.title.pick(plan.language)
        yield Document(
            kind=SubjectKind.VERSION if plan.latest else SubjectKind.CHAPTER,
            id=plan.id,
            path=under,
            title=title.text,
            language=title.lang,
            text="\n".join([*plan.subtitle.values(), *plan.intro.values()]),
            changed_at=plan.changed_at,
            more_paths=(
                "/plan",
                *((f"{under}/draft",) if plan.draft_public else ()),
                *await _permanent(plan),
            ),
        )
        for chapter in one.chapters:
            for text in chapter.texts:
                yield _document(plan, chapter, text)


async def _permanent(plan: PlanFacts) -> list[str]:
    """List the addresses that citations name."""
    paths: list[str] = []
    for version in await versions_of(plan.id):
        under = f"/plan/{plan.key}/versions/{version.number}"
        for one in await contents_of(version.id):
            page = f"{under}/{one.key}/{one.language}"
            paths += [f"{under}/{one.key}", page, f"{page}/pdf", f"{page}/markdown"]
        paths += [f"{under}/measures/{key}" for key in await sheet_keys(version.id)]
    return list(dict.fromkeys(paths))


@lru_cache(maxsize=256)
def _said(text: str, line_length: int) -> str:
    """Give what a chapter says without its Markdown; feed and site map ask often."""
    blocks = blocks_of(text, line_length=line_length)
    return "\n".join(block.text for block in blocks)


def _document(plan: PlanFacts, chapter: OpenChapter, text: OpenText) -> Document:
    folder = f"/plan/{plan.key}/{chapter.key}"
    page = f"{folder}/{text.language}"
    draft = f"/plan/{plan.key}/draft/{chapter.key}"
    drafts = (draft, f"{draft}/{text.language}")
    return Document(
        kind=SubjectKind.CHAPTER,
        id=chapter.id,
        path=page,
        title=head_of(chapter.number, text.title),
        language=text.language,
        text=_said(text.text, plan.line_length),
        changed_at=text.changed_at,
        more_paths=(
            folder,
            f"{page}/pdf",
            f"{page}/markdown",
            *(drafts if plan.draft_public and not plan.latest else ()),
        ),
    )


def _subject(texts: list[Mapping[str, Any]]) -> Subject:
    row = texts[0]
    titles = {
        one["language"]: head_of(row["number"], one["title"])
        for one in sorted(texts, key=lambda one: one["language"] != row["own"])
        if one["language"]
    }
    readable = any(one["state"] in READABLE for one in texts)
    in_draft = row["draft_public"] and readable and row["removed_at"] is None
    public = bool(row["frozen"] or in_draft)
    draft = "" if row["frozen"] else "draft/"
    return Subject(
        kind=SubjectKind.CHAPTER,
        id=row["id"],
        title=Said(titles),
        path=f"/plan/{row['plan']}/{draft}{row['key']}" if public else "",
        code=row["code"],
        state=MOTION_STATUSES[MotionStatus(row["status"])],
        public=public,
    )
