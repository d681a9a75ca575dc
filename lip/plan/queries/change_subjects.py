"""Amendments and versions as other areas name them, and as search reads them."""

from collections.abc import AsyncIterator, Collection, Mapping
from typing import Any
from uuid import UUID

from lip.database import fetch, fetch_in
from lip.database.titles import Titled, titles_of
from lip.plan.rules.amendments import UNSEEN
from lip.plan.rules.kinds import MotionStatus
from lip.plan.status_words import MOTION_STATUSES
from lip.said import Said
from lip.subjects import Document, Subject, SubjectKind

_AMENDMENTS = (
    "SELECT a.id, a.code, a.status, a.reason, a.language, a.changed_at, "
    "p.key AS plan, p.draft_public, t.title FROM amendment a "
    "JOIN chapter c ON c.id = a.chapter JOIN plan p ON p.id = c.plan "
    "JOIN chapter_text t ON t.chapter = a.chapter AND t.language = a.language "
)
_VERSIONS = (
    "SELECT v.id, v.number, v.name, v.note, v.published_at, p.key AS plan, p.title, "
    "p.language FROM plan_version v JOIN plan p ON p.id = v.plan "
)


async def subjects_of_amendments(ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Name amendments by their code and the chapter that they want to change."""
    rows = await fetch_in(_AMENDMENTS + "WHERE a.id IN", ids)
    return {
        row["id"]: Subject(
            kind=SubjectKind.AMENDMENT,
            id=row["id"],
            title=Said({row["language"]: row["title"]}),
            path=_amendment_path(row),
            code=row["code"],
            state=MOTION_STATUSES[MotionStatus(row["status"])],
            public=_is_public(row),
        )
        for row in rows
    }


async def subjects_of_versions(ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Name versions by their name, or that of the plan."""
    rows = await fetch_in(_VERSIONS + "WHERE v.id IN", ids)
    return {
        row["id"]: Subject(
            kind=SubjectKind.VERSION,
            id=row["id"],
            title=Said.load(row["name"]) or Said.load(row["title"]),
            path=_version_path(row),
            code=str(row["number"]),
            public=True,
        )
        for row in rows
    }


async def amendments_to_read() -> AsyncIterator[Document]:
    """Give every amendment that everybody may read."""
    rows = await fetch(_AMENDMENTS + "ORDER BY p.key, a.code")
    words = await _words()
    for row in rows:
        if _is_public(row):
            yield Document(
                kind=SubjectKind.AMENDMENT,
                id=row["id"],
                path=_amendment_path(row),
                title=f"{row['code']}: {row['title']}",
                language=row["language"],
                text=f"{words.get(row['id'], '')}\n{row['reason']}".strip(),
                changed_at=row["changed_at"],
            )


async def versions_to_read() -> AsyncIterator[Document]:
    """Give every version, and what changed in it."""
    for row in await fetch(_VERSIONS + "ORDER BY p.key, v.number"):
        name, note = Said.load(row["name"]), Said.load(row["note"])
        title = name.pick(row["language"]) or Said.load(row["title"]).pick(
            row["language"]
        )
        yield Document(
            kind=SubjectKind.VERSION,
            id=row["id"],
            path=_version_path(row),
            title=title.text,
            language=title.lang,
            text="\n".join([*name.values(), *note.values()]),
            changed_at=row["published_at"],
            more_paths=(
                f"/plan/{row['plan']}/versions",
                f"/plan/{row['plan']}/changes",
            ),
        )


async def _words() -> Mapping[UUID, str]:
    rows = await fetch(
        "SELECT amendment, new_text FROM amendment_edit ORDER BY amendment, position"
    )
    words: dict[UUID, str] = {}
    for row in rows:
        before = words.get(row["amendment"], "")
        words[row["amendment"]] = f"{before}\n{row['new_text']}".strip()
    return words


def _is_public(row: Mapping[str, Any]) -> bool:
    return bool(row["draft_public"]) and MotionStatus(row["status"]) not in UNSEEN


def _amendment_path(row: Mapping[str, Any]) -> str:
    return f"/plan/{row['plan']}/amendments/{row['code']}"


def _version_path(row: Mapping[str, Any]) -> str:
    return f"/plan/{row['plan']}/versions/{row['number']}"


async def names_of_changes(ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Name amendments and versions for the journal."""
    return await titles_of(
        ids,
        Titled(table="amendment", column="code", said=False),
        Titled(table="plan_version", column="name"),
    )
