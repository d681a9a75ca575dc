"""The Atom feed of a plan: its versions, and the chapters that changed in each."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from lip.plan.queries.plans import public_plan_by_key
from lip.plan.queries.versions import (
    FrozenText,
    VersionFacts,
    digests_of_plan,
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
    """Give the versions of a plan, newest first, each with its changed chapters."""
    there = await public_plan_by_key(plan)
    versions = await versions_of(there.id)
    site = settings.base_url.rstrip("/")
    texts = await digests_of_plan(there.id)
    entries = [
        entry
        for version in versions
        for entry in _entries(request, there, version, texts, site)
    ]
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


def _entries(
    request: AnyRequest,
    plan: PlanFacts,
    version: VersionFacts,
    texts: Mapping[int, _Texts],
    site: str,
) -> Sequence[FeedEntry]:
    mine, before = texts.get(version.number, {}), texts.get(version.number - 1, {})
    name = version.name.pick(current_language(), plan.language)
    note = version.note.pick(current_language(), plan.language)
    numbered = {"plan": plan.key, "number": version.number}
    entries = [
        FeedEntry(
            id=version.id,
            title=name.text or _("Fassung %(number)s", number=version.number),
            address=site + prefixed(request, "versions.show", **numbered),
            updated=version.published_at,
            summary=note.text,
            kind="version",
        )
    ]
    for key, text in mine.items():
        known = before.get(key)
        if known is None or known.digest != text.digest:
            address = prefixed(
                request,
                "versions.chapter_in",
                **numbered,
                chapter=text.key,
                language=text.language,
            )
            entries.append(
                FeedEntry(
                    id=uuid5(NAMESPACE_URL, f"{version.id}/{text.chapter}/{key[1]}"),
                    title=text.head,
                    address=site + address,
                    updated=version.published_at,
                    summary=_("Neu") if known is None else _("Geändert"),
                    language=text.language,
                    kind="chapter",
                )
            )
    return entries


router = Router(
    path="/plan/{plan:str}", route_handlers=[show_feed], include_in_schema=False
)
