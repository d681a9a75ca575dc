"""Conferences as other areas name them, and their public pages."""

from collections.abc import AsyncIterator, Collection, Mapping
from typing import Any
from uuid import UUID

from lip.conference.rules.stages import Stage
from lip.database import fetch, fetch_in
from lip.programme.rules.public_page import PublicPage, titles_of
from lip.said import Said
from lip.subjects import Document, Subject, SubjectKind

_FACTS = (
    "SELECT f.id, f.key, f.title, f.language, f.stage, f.place, f.created_at, "
    "p.title AS titles, p.subtitle, p.summary, p.text, p.changed_at "
    "FROM conference f LEFT JOIN conference_page p ON p.conference = f.id "
)


async def subjects_of_conferences(ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Name conferences; a draft is a secret."""
    rows = await fetch_in(f"{_FACTS} WHERE f.id IN", ids)
    return {row["id"]: _subject(row) for row in rows}


async def public_conference_pages() -> AsyncIterator[Document]:
    """List the page of every conference, in each language that it is written in."""
    rows = await fetch(f"{_FACTS} WHERE f.stage <> ? ORDER BY f.key", Stage.DRAFT.value)
    for row in rows:
        subject = _subject(row)
        texts = [Said.load(row[name] or "") for name in ("subtitle", "summary", "text")]
        for tag, title in subject.title.items():
            parts = [said.pick(tag, row["language"]).text for said in texts]
            yield Document(
                kind=SubjectKind.CONFERENCE,
                id=row["id"],
                path=subject.path,
                title=title,
                language=tag,
                text="\n".join(filter(None, (row["place"], *parts))),
                changed_at=row["changed_at"] or row["created_at"],
                more_paths=(f"{subject.path}/programme",),
            )


def _subject(row: Mapping[str, Any]) -> Subject:
    page = PublicPage(title=Said.load(row["titles"] or ""))
    return Subject(
        kind=SubjectKind.CONFERENCE,
        id=row["id"],
        title=titles_of(row["title"], row["language"], page),
        path=f"/c/{row['key']}",
        public=Stage(row["stage"]) is not Stage.DRAFT,
    )
