"""Measures and contact points as other areas name them, and their public pages."""

from collections.abc import AsyncIterator, Collection, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from lip.database import fetch_in
from lip.measures.queries.contact_points import contact_points
from lip.measures.queries.measures import all_measures, measures_by_id
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.sheet import Sheet
from lip.measures.words import STATUS
from lip.said import Said
from lip.subjects import Document, Subject, SubjectKind
from lip.words import _


def _now() -> datetime:
    """Whoever names things hands in no time; a release may lie ahead."""
    return datetime.now(UTC)


async def subjects_of_measures(ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Name measures; a draft has no page to read."""
    now = _now()
    there = await measures_by_id(ids, parts=())
    return {key: _subject(one, now) for key, one in there.items()}


async def subjects_of_contact_points(ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Name contact points by their addresses."""
    rows = await fetch_in(
        "SELECT l.id, l.address, l.contact_point, m.public_from FROM location l "
        "JOIN measure m ON m.id = l.measure WHERE l.id IN",
        ids,
    )
    now = _now()
    return {row["id"]: _place(row, now) for row in rows}


async def documents_to_read() -> AsyncIterator[Document]:
    """List the page of every public measure, in each language that it is written in."""
    for one in await all_measures(public_at=_now()):
        path = f"/measures/{one.key}"
        more = (f"{path}/short", f"{path}/sheet.pdf")
        for tag, title in one.sheet.title.items():
            yield Document(
                kind=SubjectKind.MEASURE,
                id=one.id,
                path=path,
                title=title,
                language=tag,
                text=words_in(one.sheet, tag),
                changed_at=one.changed_at,
                more_paths=more,
            )


async def contact_points_to_read() -> AsyncIterator[Document]:
    """List the page of all contact points, so that a search finds an address."""
    there = await contact_points(now=_now())
    if there:
        said = [
            text
            for one in there
            for it in (one.place.service, one.place.opening, one.place.note)
            for text in it.values()
        ]
        yield Document(
            kind=SubjectKind.CONTACT_POINT,
            id=uuid5(NAMESPACE_URL, "contact-points"),
            path="/contact-points",
            title=_("Anlaufstellen"),
            text="\n".join([*(one.place.address for one in there), *said]),
            changed_at=max(one.changed_at for one in there),
            more_paths=("/contact-points/list.pdf",),
        )


def words_in(sheet: Sheet, tag: str) -> str:
    """Give what a sheet says in a language, or in the first one that was written."""
    lines: list[Said] = [
        *(sheet.subtitle, sheet.kind, sheet.status, sheet.summary, sheet.target),
        *(sheet.criteria, sheet.participation, sheet.funding),
        *(one.text for one in sheet.goals),
        *(one.text for one in sheet.timetable),
        *(one.text for one in sheet.council),
        *(one.name for one in sheet.partners),
        *(one.name for one in sheet.indicators),
        *(one.name for one in sheet.related),
        *(one.sentence for one in sheet.costs),
        *(one.title for one in sheet.agreements),
        *(one.text for one in sheet.statements),
        *(it for one in sheet.places for it in (one.service, one.opening)),
    ]
    texts = [*(one.pick(tag).text for one in lines), *(p.address for p in sheet.places)]
    return "\n".join(text for text in texts if text)


def _subject(one: MeasureFacts, now: datetime) -> Subject:
    public = one.is_public(now)
    return Subject(
        kind=SubjectKind.MEASURE,
        id=one.id,
        title=one.sheet.title,
        path=f"/measures/{one.key}" if public else "",
        code=one.sheet.code,
        state=STATUS[one.sheet.status_kind],
        public=public,
    )


def _place(row: Mapping[str, Any], now: datetime) -> Subject:
    public = bool(
        row["contact_point"] and row["public_from"] and row["public_from"] <= now
    )
    return Subject(
        kind=SubjectKind.CONTACT_POINT,
        id=row["id"],
        title=Said.of(de=row["address"]),
        path=f"/contact-points#p{row['id']}" if public else "",
        public=public,
    )
