"""A measure as it stood in a version, heading by heading."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from litestar import Response, Router, get
from litestar.params import FromPath
from litestar.response import Template

from lip.errors import NotFound
from lip.measures.actions.attach_agreement import KIND
from lip.measures.documents.outline import blocks, kind_beside, status_words
from lip.measures.queries.measures import frozen_content
from lip.measures.queries.thawed import Thawed, thawed
from lip.measures.rules.sheet import Sheet as MeasureSheet
from lip.measures.words import STATUS, STATUS_SIGNS
from lip.plan.pages.kept import kept_page
from lip.plan.queries.plans import public_plan_by_key
from lip.plan.queries.versions import (
    FrozenSheet,
    VersionFacts,
    frozen_sheet,
    frozen_sheets,
    version_of,
)
from lip.plan.rules.plans import PlanFacts
from lip.programme.pages.downloads import download
from lip.programme.rules.document_kinds import MEDIA_TYPES
from lip.said import Spoken
from lip.web.deps import now as clock
from lip.web.markdown import rendered
from lip.web.page import AnyRequest, page
from lip.words import _, current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSheet:
    """A measure in the list of a version, with its state at that time."""

    key: str
    title: Spoken
    standing: Spoken
    sign: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A sheet of a version, with the plan that it is of."""

    plan: PlanFacts
    version: VersionFacts
    sheet: FrozenSheet

    @property
    def thawed(self) -> Thawed:
        """The sheet as values."""
        at = self.version.published_at
        return thawed(self.sheet.measure, self.sheet.document, at=at)


async def listed_sheets(version: VersionFacts) -> Sequence[ListedSheet]:
    """List the measures of a version as they stood."""
    at = version.published_at
    found = [
        thawed(one.measure, one.document, at=at)
        for one in await frozen_sheets(version.id)
    ]
    return [_listed(one) for one in found]


def _listed(there: Thawed) -> ListedSheet:
    sheet = there.measure.sheet
    return ListedSheet(
        key=there.measure.key,
        title=sheet.title.pick(current_language()),
        standing=_standing(sheet),
        sign=STATUS_SIGNS[sheet.status_kind],
    )


def _standing(sheet: MeasureSheet) -> Spoken:
    return status_words(sheet, _(STATUS[sheet.status_kind]))


@get("/{number:int}/measures/{measure_key:str}", name="versions.measure")
async def show_measure(
    request: AnyRequest,
    plan: FromPath[str],
    number: FromPath[int],
    measure_key: FromPath[str],
) -> Response[Any]:
    """Show a sheet as it was published then."""

    async def make() -> Template:
        found = await _found(plan, number, measure_key)
        return page(
            request,
            "plan/frozen_measure.html",
            plan=found.plan,
            version=found.version,
            today=found.sheet.readable,
            **_shown(found.thawed),
        )

    return await kept_page(request, plan, make)


@get(
    "/{number:int}/measures/{measure_key:str}/agreements/{agreement:uuid}/agreement.pdf",
    name="versions.agreement",
)
async def read_agreement(
    plan: FromPath[str],
    number: FromPath[int],
    measure_key: FromPath[str],
    agreement: FromPath[UUID],
) -> Response[bytes]:
    """Give the file of an agreement as it was published then."""
    found = await _found(plan, number, measure_key)
    file = found.thawed.measure.files.get(agreement)
    if file is None:
        raise NotFound("unknown_agreement")
    return download(
        await frozen_content(file.digest),
        file.filename,
        media_type=MEDIA_TYPES[KIND],
    )


async def _found(plan: str, number: int, measure_key: str) -> _Found:
    there = await public_plan_by_key(plan)
    version = await version_of(there.id, number)
    sheet = await frozen_sheet(version.id, measure_key, now=clock())
    return _Found(plan=there, version=version, sheet=sheet)


def _shown(frozen: Thawed) -> dict[str, Any]:
    """Give what the blocks of a sheet show; papers are linked by the whole page."""
    sheet = frozen.measure.sheet
    return {
        "measure": frozen.measure,
        "sheet": sheet,
        "blocks": [
            replace(one, papers=False) for one in blocks(frozen.measure, frozen.names)
        ],
        "standing": _standing(sheet),
        "kind_word": kind_beside(sheet, _(STATUS[sheet.status_kind])),
        "sign": STATUS_SIGNS[sheet.status_kind],
        "summary": rendered(sheet.summary.pick(current_language()).text),
        "council": (),
        "related": [
            frozen.names.measures[one.other].title if one.other else one.name
            for one in sheet.related
            if one.other or one.name
        ],
        "status_kinds": STATUS,
    }


router = Router(
    path="/plan/{plan:str}/versions",
    route_handlers=[show_measure, read_agreement],
    include_in_schema=False,
)
