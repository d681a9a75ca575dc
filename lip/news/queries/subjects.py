"""Name projects and news for whoever links to them, and list the public ones."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from lip.news.queries.pages import all_pages, pages_about, pages_by_id
from lip.news.rules.sheets import PageFacts, PageKind
from lip.said import Said
from lip.subjects import Document, Subject, SubjectKind
from lip.words import _

_KINDS: Final = {
    PageKind.PROJECT: (SubjectKind.PROJECT, "/projects"),
    PageKind.NEWS: (SubjectKind.NEWS, "/news"),
}


def _now() -> datetime:
    """Whoever names things hands in no time; a release may lie ahead."""
    return datetime.now(UTC)


async def subjects_of_projects(ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Name projects; a draft has no page to read."""
    now = _now()
    there = await pages_by_id(PageKind.PROJECT, ids)
    return {key: _subject(one, now) for key, one in there.items()}


async def subjects_of_news(ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Name news; a draft has no page to read."""
    now = _now()
    there = await pages_by_id(PageKind.NEWS, ids)
    return {key: _subject(one, now) for key, one in there.items()}


async def pages_about_measure(measure: UUID) -> Sequence[Subject]:
    """Name the projects and news of a measure, drafts too, projects first."""
    now = _now()
    return [
        _subject(one, now)
        for kind in PageKind
        for one in await pages_about(kind, "measure", measure)
    ]


async def news_to_read() -> AsyncIterator[Document]:
    """List the page of every public project and news, in each of its languages."""
    now = _now()
    for kind, (subject, path) in _KINDS.items():
        there = await all_pages(kind, public_at=now)
        for one in there:
            for tag, title in one.sheet.title.items():
                yield Document(
                    kind=subject,
                    id=one.id,
                    path=f"{path}/{one.key}",
                    title=title,
                    language=tag,
                    text=words_in(one.sheet, tag),
                    changed_at=one.changed_at,
                )
        if there:
            yield Document(
                kind=subject,
                id=uuid5(NAMESPACE_URL, path),
                path=path,
                title=_("Projekte") if kind is PageKind.PROJECT else _("Nachrichten"),
                changed_at=max(one.changed_at for one in there),
            )


def words_in(sheet: Any, tag: str) -> str:
    """Give what a page says in a language, or in the first one that was written."""
    said: list[Said | str] = [
        *(getattr(sheet, name, "") for name in _TEXTS),
        *(it for one in getattr(sheet, "events", ()) for it in (one.title, one.note)),
        *(
            it
            for one in sheet.quotations
            for it in (one.text, one.person, one.function, one.organisation, one.source)
        ),
    ]
    texts = [one if isinstance(one, str) else one.pick(tag).text for one in said]
    return "\n".join(text for text in texts if text)


_TEXTS: Final = (
    *("heading", "summary", "text", "period", "circle", "funder", "contact"),
    *("body", "background"),
)


def _subject(one: PageFacts, now: datetime) -> Subject:
    kind, path = _KINDS[one.kind]
    public = one.is_public(now)
    return Subject(
        kind=kind,
        id=one.id,
        title=one.sheet.title,
        path=f"{path}/{one.key}" if public else "",
        public=public,
    )
