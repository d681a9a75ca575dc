"""Voting rounds as other areas name them, and the public pages of them."""

from collections.abc import AsyncIterator, Collection, Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from lip.conference.rules.stages import Stage as ConferenceStage
from lip.database import fetch, fetch_in
from lip.said import Said
from lip.subjects import Document, Subject, SubjectKind
from proposals.voting.rules.rounds import Stage

_FACTS: Final = (
    "SELECT r.id, r.number, r.title, r.intro, r.stage, r.opened_at, r.closed_at, "
    "f.key, f.stage AS conference_stage FROM voting_round r "
    "JOIN conference f ON f.id = r.conference "
)


async def subjects_of_rounds(ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Name voting rounds; a draft is a secret."""
    rows = await fetch_in(f"{_FACTS} WHERE r.id IN", ids)
    return {row["id"]: _subject(row) for row in rows}


async def public_rounds() -> AsyncIterator[Document]:
    """List the page of every round that everybody may know of, in its languages."""
    rows = await fetch(f"{_FACTS} ORDER BY f.key, r.number")
    for row in rows:
        subject, intro = _subject(row), Said.load(row["intro"])
        changed: datetime | None = row["closed_at"] or row["opened_at"]
        for tag, title in subject.title.items() if subject.public else ():
            yield Document(
                kind=SubjectKind.VOTING_ROUND,
                id=row["id"],
                path=subject.path,
                title=title,
                language=tag,
                text=intro.pick(tag).text,
                changed_at=changed,
            )


def _subject(row: Mapping[str, Any]) -> Subject:
    number = row["number"]
    shown = ConferenceStage(row["conference_stage"]) is not ConferenceStage.DRAFT
    return Subject(
        kind=SubjectKind.VOTING_ROUND,
        id=row["id"],
        title=Said.load(row["title"]) or Said.of(de=f"Abstimmung {number}"),
        path=f"/c/{row['key']}/rounds/{number}",
        code=str(number),
        public=shown and Stage(row["stage"]) is not Stage.DRAFT,
    )
