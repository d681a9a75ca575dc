"""Read chapters as everybody may read them: of a version, or of a public draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.bodies.queries.bodies import body_by_id
from lip.database import fetch
from lip.errors import NotFound
from lip.fields.queries.fields import field_by_id
from lip.partial_dates import PartialDate
from lip.plan.queries.chapters import (
    chapter_by_key,
    chapters_of,
    shown_text,
    shown_texts,
    terms_in,
)
from lip.plan.queries.versions import (
    FrozenText,
    VersionFacts,
    contents_of,
    frozen_chapter,
)
from lip.plan.rules.chapters import ChapterFacts, TextHead
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.shown import LanguageShown, Neighbour, ShownChapter, head_of
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A chapter in a table of contents, with its title in each language."""

    id: UUID
    key: str
    number: str
    titles: Mapping[str, str]

    def neighbour(self, *tags: str) -> Neighbour:
        """Name it in the best language."""
        for tag in (*tags, *self.titles):
            if tag in self.titles:
                head = head_of(self.number, self.titles[tag])
                return Neighbour(key=self.key, head=head, language=tag)
        return Neighbour(key=self.key, head=self.number)


_STAMP = (
    "SELECT (SELECT max(changed_at) FROM chapter WHERE plan = p.id) AS chapters, "
    "(SELECT max(t.changed_at) FROM chapter_text t JOIN chapter c ON c.id = t.chapter "
    "WHERE c.plan = p.id) AS texts, "
    "(SELECT sum(t.version) FROM chapter_text t JOIN chapter c ON c.id = t.chapter "
    "WHERE c.plan = p.id) AS saved, "
    "(SELECT max(changed_at) FROM glossary_term WHERE plan = p.id) AS terms, "
    "(SELECT count(*) FROM glossary_term WHERE plan = p.id) AS number_of_terms, "
    "(SELECT max(changed_at) FROM body) AS bodies, "
    "(SELECT max(changed_at) FROM field_of_action) AS fields, "
    "(SELECT max(s.changed_at) FROM step s JOIN chapter c ON c.id = s.subject "
    "WHERE s.subject_kind = 'chapter' AND c.plan = p.id) AS steps, "
    "(SELECT max(number) FROM plan_version WHERE plan = p.id) AS versions, "
    "p.changed_at, p.id FROM plan p WHERE p.key = ?"
)


async def stamp_of(plan: str) -> str:
    """Say something that is different when anything shown of a plan is, or nothing."""
    rows = await fetch(_STAMP, plan)
    return "|".join(str(value) for value in rows[0].values()) if rows else ""


async def draft_shown(plan: PlanFacts, key: str, language: str) -> ShownChapter:
    """Read a chapter of a public draft in a language, or the next best."""
    if not plan.draft_public:
        raise NotFound("unknown_chapter")
    chapter = await chapter_by_key(plan.id, key)
    chapters = await chapters_of(plan.id)
    texts = await shown_texts([one.id for one in chapters])
    mine = texts.get(chapter.id, ())
    tag = best_language([one.language for one in mine], language, plan.language)
    text = await shown_text(chapter.id, tag)
    listed = [
        Listed(id=one.id, key=one.key, number=one.number, titles=_titles(texts[one.id]))
        for one in chapters
        if one.id in texts
    ]
    before, after = _beside(listed, chapter.id, tag, plan.language)
    return ShownChapter(
        plan=plan,
        chapter=chapter.id,
        key=chapter.key,
        language=tag,
        title=text.title,
        text=text.text,
        wording=text.version,
        since=text.changed_at,
        code=chapter.code,
        number=chapter.number,
        kind=chapter.kind,
        initiator=await initiator_of(chapter, plan.language),
        decided_on=chapter.decided_on,
        field=await _field(chapter.field),
        status=chapter.status,
        submitted_at=chapter.submitted_at,
        state=text.state,
        languages=_languages(mine, plan.language),
        terms=await terms_in(plan.id, tag),
        before=before,
        after=after,
    )


async def version_shown(
    plan: PlanFacts, version: VersionFacts, key: str, language: str
) -> ShownChapter:
    """Read a chapter of a version in a language, or the next best."""
    mine = {one.language: one for one in await frozen_chapter(version.id, key)}
    tag = best_language(list(mine), language, plan.language)
    text = mine[tag]
    contents = await contents_of(version.id)
    before, after = _beside(listed_in(contents), text.chapter, tag, plan.language)
    rows = await fetch(
        "SELECT field FROM frozen_chapter WHERE version = ? AND chapter = ? "
        "AND language = ?",
        *(version.id, text.chapter, tag),
    )
    return ShownChapter(
        plan=plan,
        chapter=text.chapter,
        key=text.key,
        language=tag,
        title=text.title,
        text=text.text,
        version=version.number,
        since=version.published_at,
        code=text.code,
        number=text.number,
        kind=text.kind,
        initiator=text.initiator,
        decided_on=PartialDate.load(text.decided_on) if text.decided_on else None,
        field=await _field(rows[0]["field"]),
        languages=tuple(
            LanguageShown(tag=one.language, title=one.title) for one in mine.values()
        ),
        terms=await terms_in(plan.id, tag),
        before=before,
        after=after,
    )


async def _field(field: UUID | None) -> Said:
    return (await field_by_id(field)).name if field else Said()


async def initiator_of(chapter: ChapterFacts, language: str) -> Said:
    """Name the body or the person that a chapter comes from."""
    if chapter.initiator:
        return (await body_by_id(chapter.initiator)).name
    name = chapter.initiator_name
    return Said({language: name}) if name else Said()


def best_language(there: Sequence[str], wished: str, own: str) -> str:
    """
    Choose among the languages in which a text stands, or raise NotFound.

    >>> best_language(["ar", "de", "de-simple"], "en", "de")
    'de'
    """
    for tag in (wished, own, *there):
        if tag in there:
            return tag
    raise NotFound("unknown_chapter_text")


def _languages(mine: Sequence[TextHead], own: str) -> tuple[LanguageShown, ...]:
    first = next((one.changed_at for one in mine if one.language == own), None)
    return tuple(
        LanguageShown(
            tag=one.language,
            title=one.title,
            state=one.state,
            older=first is not None and _older(one, own, first),
        )
        for one in mine
    )


def _older(text: TextHead, own: str, first: datetime) -> bool:
    return text.language != own and text.changed_at < first


def listed_in(contents: Sequence[FrozenText]) -> Sequence[Listed]:
    """List the chapters of a version, each with its titles."""
    listed: dict[UUID, dict[str, str]] = {}
    for one in contents:
        listed.setdefault(one.chapter, {})[one.language] = one.title
    heads = {one.chapter: one for one in contents}
    return [
        Listed(
            id=chapter,
            key=heads[chapter].key,
            number=heads[chapter].number,
            titles=titles,
        )
        for chapter, titles in listed.items()
    ]


def _titles(texts: Sequence[TextHead]) -> Mapping[str, str]:
    return {one.language: one.title for one in texts}


def _beside(
    listed: Sequence[Listed], chapter: UUID, *tags: str
) -> tuple[Neighbour | None, Neighbour | None]:
    at = next(place for place, one in enumerate(listed) if one.id == chapter)
    before = listed[at - 1].neighbour(*tags) if at else None
    after = listed[at + 1].neighbour(*tags) if at + 1 < len(listed) else None
    return before, after
