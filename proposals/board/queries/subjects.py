"""Clusters as other areas name them, and the public pages of them."""

from collections.abc import AsyncIterator, Collection, Mapping
from typing import Any, Final
from uuid import UUID

from lip.conference.rules.stages import Stage
from lip.database import fetch, fetch_in
from lip.said import Said
from lip.subjects import Document, Subject, SubjectKind
from proposals.board.rules.machine_name import MachineName, shortly

_FACTS: Final = (
    "SELECT k.id, k.number, k.name, k.summary, k.words, b.public, b.changed_at, "
    "f.key, f.stage FROM cluster k JOIN conference f ON f.id = k.conference "
    "LEFT JOIN board b ON b.conference = k.conference "
)


async def subjects_of_clusters(ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Name clusters; they can be read where the board is open to everybody."""
    rows = await fetch_in(f"{_FACTS} WHERE k.id IN", ids)
    return {row["id"]: _subject(row) for row in rows}


async def public_clusters() -> AsyncIterator[Document]:
    """List the page of every cluster that everybody may read, in its languages."""
    rows = await fetch(
        f"{_FACTS} WHERE b.public IS TRUE AND f.stage <> ? ORDER BY f.key, k.number",
        Stage.DRAFT.value,
    )
    for row in rows:
        subject, summary = _subject(row), Said.load(row["summary"])
        for tag, title in subject.title.items():
            yield Document(
                kind=SubjectKind.CLUSTER,
                id=row["id"],
                path=subject.path,
                title=title,
                language=tag,
                text=summary.pick(tag).text,
                changed_at=row["changed_at"],
            )


def _subject(row: Mapping[str, Any]) -> Subject:
    return Subject(
        kind=SubjectKind.CLUSTER,
        id=row["id"],
        title=_title(row),
        path=f"/c/{row['key']}/clusters/{row['number']}",
        code=str(row["number"]),
        public=bool(row["public"]) and Stage(row["stage"]) is not Stage.DRAFT,
    )


def _title(row: Mapping[str, Any]) -> Said:
    """Take the name that people gave it, or the machine's words, or its number."""
    if name := Said.load(row["name"]):
        return name
    words = MachineName.load(row["words"]).words
    found = {word.lang or "und": shortly(words, word.lang).text for word in words}
    return Said(found) if found else Said.of(de=f"Bündel {row['number']}")
