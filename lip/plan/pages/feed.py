"""The Atom feed of a plan: its versions, and what changed in each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from lip.measures.queries.thawed import thawed
from lip.plan.queries.plans import public_plan_by_key
from lip.plan.queries.versions import (
    FrozenText,
    SheetStep,
    VersionFacts,
    digests_of_plan,
    sheet_steps,
    versions_of,
)
from lip.plan.rules.feed import Feed, FeedEntry, atom
from lip.plan.rules.plans import PlanFacts
from lip.settings import Settings
from lip.web.page import AnyRequest
from lip.web.pages import prefixed
from lip.words import _, current_language

MOST: Final = 200

_Texts = Mapping[tuple[UUID, str], FrozenText]


@get("/feed.atom", name="plan_feed.show")
async def show_feed(
    request: AnyRequest, plan: FromPath[str], settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Give the versions of a plan, newest first, each with what changed in it."""
    there = await public_plan_by_key(plan)
    versions = await versions_of(there.id)
    site = settings.base_url.rstrip("/")
    telling = _Telling(
        request=request,
        plan=there,
        site=site,
        texts=await digests_of_plan(there.id),
        sheets=await sheet_steps(there.id),
    )
    entries = [entry for version in versions for entry in telling.of(version)]
    feed = Feed(
        id=there.id,
        title=there.title.pick(current_language(), there.language).text,
        address=site + prefixed(request, "plan_feed.show", plan=plan),
        page=site + prefixed(request, "plans.show", plan=plan),
        author=settings.operator or settings.site_name,
        updated=versions[0].published_at if versions else there.changed_at,
        language=current_language(),
        entries=entries[:MOST],
    )
    return Response(atom(feed), media_type="application/atom+xml; charset=utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """Tells what a version brought, entry by entry."""

    request: AnyRequest
    plan: PlanFacts
    site: str
    texts: Mapping[int, _Texts]
    sheets: Sequence[SheetStep]

    def of(self, version: VersionFacts) -> Iterator[FeedEntry]:
        """Tell of the version itself, then of chapters, then of measures."""
        name = version.name.pick(current_language(), self.plan.language)
        note = version.note.pick(current_language(), self.plan.language)
        yield FeedEntry(
            id=version.id,
            title=name.text or _("Fassung %(number)s", number=version.number),
            address=self._address("versions.show", version.number),
            updated=version.published_at,
            summary=note.text,
            kind="version",
        )
        yield from self._chapters(version)
        for step in self.sheets:
            if step.number == version.number:
                yield self._sheet(version, step)

    def _chapters(self, version: VersionFacts) -> Iterator[FeedEntry]:
        mine = self.texts.get(version.number, {})
        before = self.texts.get(version.number - 1, {})
        for key, text in mine.items():
            known = before.get(key)
            if known is None or known.digest != text.digest:
                summary = _("Neu") if known is None else _("Geändert")
                yield self._chapter(version, text, summary)
        for key, text in before.items():
            if key not in mine:
                yield self._chapter(version, text, _("Gestrichen"), back=1)

    def _chapter(
        self, version: VersionFacts, text: FrozenText, summary: str, *, back: int = 0
    ) -> FeedEntry:
        return FeedEntry(
            id=uuid5(NAMESPACE_URL, f"{version.id}/{text.chapter}/{text.language}"),
            title=text.head,
            address=self._address(
                "versions.chapter_in",
                version.number - back,
                chapter=text.key,
                language=text.language,
            ),
            updated=version.published_at,
            summary=summary,
            language=text.language,
            kind="chapter",
        )

    def _sheet(self, version: VersionFacts, step: SheetStep) -> FeedEntry:
        there = thawed(step.measure, step.document, at=version.published_at).measure
        title = there.sheet.title.pick(current_language(), self.plan.language)
        summary = _("Geändert") if step.known else _("Neu")
        return FeedEntry(
            id=uuid5(NAMESPACE_URL, f"{version.id}/{step.measure}"),
            title=title.text,
            address=self._address(
                "versions.measure",
                version.number - step.gone,
                measure_key=there.key,
            ),
            updated=version.published_at,
            summary=_("Gestrichen") if step.gone else summary,
            language=title.lang,
            kind="measure",
        )

    def _address(self, route: str, number: int, **parts: str) -> str:
        path = prefixed(self.request, route, plan=self.plan.key, number=number, **parts)
        return self.site + path


router = Router(
    path="/plan/{plan:str}", route_handlers=[show_feed], include_in_schema=False
)
