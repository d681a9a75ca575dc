"""Proposals as other areas name them, and the pages of them that are public."""

from collections.abc import AsyncIterator, Collection, Mapping
from typing import Any
from uuid import UUID

from lip.database import fetch, fetch_in
from lip.said import Said
from lip.subjects import Document, Subject, SubjectKind
from proposals.rules.handing_in import Wording, heading

_FACTS = (
    "SELECT p.id, p.number, p.title, p.text, p.language, p.standing, p.changed_at, "
    "c.key, c.stage FROM proposal p JOIN conference c ON c.id = p.conference "
)


async def subjects_of_proposals(ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Name proposals; only what everybody may read is public."""
    rows = await fetch_in(f"{_FACTS} WHERE p.id IN", ids)
    return {row["id"]: _subject(row) for row in rows}


async def public_proposals() -> AsyncIterator[Document]:
    """List the page of every proposal that everybody may read."""
    rows = await fetch(
        f"{_FACTS} WHERE p.standing = 'shown' AND c.stage <> 'draft' "
        "ORDER BY c.key, p.number"
    )
    for row in rows:
        subject = _subject(row)
        spoken = subject.title.pick(row["language"])
        yield Document(
            kind=SubjectKind.PROPOSAL,
            id=row["id"],
            path=subject.path,
            title=spoken.text,
            language=spoken.lang,
            text=row["text"],
            changed_at=row["changed_at"],
        )


def _subject(row: Mapping[str, Any]) -> Subject:
    wording = Wording(title=row["title"], text=row["text"], language=row["language"])
    tag = row["language"] or "und"
    return Subject(
        kind=SubjectKind.PROPOSAL,
        id=row["id"],
        title=Said({tag: heading(wording)}),
        path=f"/c/{row['key']}/proposals/{row['number']}",
        code=str(row["number"]),
        public=row["standing"] == "shown" and row["stage"] != "draft",
    )
