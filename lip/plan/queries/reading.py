"""Read chapters as everybody may read them: of a version, or of a public draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.bodies.queries.bodies import body_by_id
from lip.errors import NotFound
from lip.fields.queries.fields import field_by_id
from lip.partial_dates import PartialDate
from lip.plan.queries.chapters import (
    chapter_by_key,
    chapters_of,
    shown_text,
    shown_texts,
)
from lip.plan.queries.glossary import frozen_terms, terms_in
from lip.plan.queries.versions import (
    FrozenText,
    VersionFacts,
    contents_of,
    frozen_chapter,
)
from lip.plan.rules.chapters import ChapterFacts, TextFacts, TextHead
from lip.plan.rules.nesting import nested
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.shown import LanguageShown, Neighbour, ShownChapter, head_of
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A chapter in a table of contents, with its title in each language."""

    id: UUID
    key: str
    number: str
    level: int
    titles: Mapping[str, str]

    def neighbour(self, *tags: str) -> Neighbour:
        """Name it in the best language."""
        for tag in (*tags, *self.titles):
            if tag in self.titles:
                head = head_of(self.number, self.titles[tag])
                return Neighbour(key=self.key, head=head, language=tag)
        return Neighbour(key=self.key, head=self.number)


async def draft_shown(plan: PlanFacts, key: str, language: str) -> ShownChapter:
    """Read a chapter of a public draft in a language, or the next best."""
    if not plan.draft_public:
        raise NotFound("unknown_chapter")
    chapter = await chapter_by_key(plan.id, key)
    mine = (await shown_texts([chapter.id])).get(chapter.id, ())
    tag = best_language([one.language for one in mine], language, plan.language)
    text = await shown_text(chapter.id, tag)
    return ShownChapter(
        **_common(plan, chapter, text, chapter.id),
        **_beside(await listed_in_draft(plan), chapter.id, tag, plan.language),
        wording=text.version,
        since=text.changed_at,
        initiator=await initiator_of(chapter, plan.language),
        decided_on=chapter.decided_on,
        field=await _field(chapter.field),
        status=chapter.status,
        submitted_at=chapter.submitted_at,
        state=text.state,
        languages=_languages(mine, plan.language),
        terms=await terms_in(plan.id, tag),
    )


async def version_shown(
    plan: PlanFacts, version: VersionFacts, key: str, language: str
) -> ShownChapter:
    """Read a chapter of a version as it stood then, in a language or the next best."""
    mine = {one.language: one for one in await frozen_chapter(version.id, key)}
    tag = best_language(list(mine), language, plan.language)
    text = mine[tag]
    listed = listed_in(await contents_of(version.id))
    return ShownChapter(
        **_common(plan, text, text, text.chapter),
        **_beside(listed, text.chapter, tag, plan.language),
        version=version.number,
        since=version.published_at,
        initiator=text.initiator,
        decided_on=PartialDate.load(text.decided_on) if text.decided_on else None,
        field=await _field(text.field),
        languages=tuple(
            LanguageShown(tag=one.language, title=one.title) for one in mine.values()
        ),
        terms=await frozen_terms(version.id, tag),
        terms_later=version.terms_later,
    )


def _common(
    plan: PlanFacts,
    head: ChapterFacts | FrozenText,
    text: TextFacts | FrozenText,
    chapter: UUID,
) -> dict[str, Any]:
    """Give what a draft and a version say of a chapter alike."""
    return {
        "plan": plan,
        "chapter": chapter,
        "key": head.key,
        "code": head.code,
        "number": head.number,
        "kind": head.kind,
        "language": text.language,
        "title": text.title,
        "text": text.text,
    }


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


async def listed_in_draft(plan: PlanFacts) -> Sequence[Listed]:
    """List the chapters of a public draft that everybody may read."""
    there = {one.id: one for one in await chapters_of(plan.id)}
    texts = await shown_texts(there)
    shown = {one: chapter.parent for one, chapter in there.items() if one in texts}
    return [
        Listed(
            id=one,
            key=there[one].key,
            number=there[one].number,
            level=level,
            titles={text.language: text.title for text in texts[one]},
        )
        for one, level in nested(shown).items()
    ]


def listed_in(contents: Sequence[FrozenText]) -> Sequence[Listed]:
    """List the chapters of a version, each with its titles."""
    titles: dict[UUID, dict[str, str]] = {}
    for one in contents:
        titles.setdefault(one.chapter, {})[one.language] = one.title
    heads = {one.chapter: one for one in contents}
    levels = nested({one: head.parent for one, head in heads.items()})
    return [
        Listed(
            id=one,
            key=heads[one].key,
            number=heads[one].number,
            level=level,
            titles=titles[one],
        )
        for one, level in levels.items()
    ]


def _beside(listed: Sequence[Listed], chapter: UUID, *tags: str) -> dict[str, Any]:
    """Say where a chapter stands among the others."""
    at = next(place for place, one in enumerate(listed) if one.id == chapter)
    return {
        "level": listed[at].level,
        "before": listed[at - 1].neighbour(*tags) if at else None,
        "after": listed[at + 1].neighbour(*tags) if at + 1 < len(listed) else None,
    }
