"""Proposals as everybody may read them."""

from typing import Final
from uuid import UUID

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Template

from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import Stage
from lip.errors import NotFound
from lip.programme.pages.about_conference import about_page
from lip.web.json_ld import download
from lip.web.page import AnyRequest, page
from lip.web.pages import prefixed
from lip.web.paths import path_to
from lip.words import _
from proposals.pages.field_words import fields_in_words
from proposals.pages.rows import rows_drawn
from proposals.queries.listed import Counted, listed_proposals
from proposals.queries.proposals import ON_A_PAGE

_FILES: Final = {"json": "application/json", "csv": "text/csv"}


@get("/", name="proposals.list")
async def show_proposals(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    page_number: FromQuery[int] = 1,
    field: FromQuery[str] = "",
) -> Template:
    """Show what has been handed in, to everybody; of one field of action, or of all."""
    if conference.stage is Stage.DRAFT:
        raise NotFound("unknown_conference", key=conference.key)
    names = await fields_in_words()
    chosen = next((one for one in names if str(one) == field), None)
    here = max(1, min(page_number, 10_000))
    found = await _page(request, conference.id, here, chosen)
    if not found.proposals and here > 1:
        here, found = 1, await _page(request, conference.id, 1, chosen)
    key = {"key": conference.key}
    base = prefixed(request, "proposals.list", key=conference.key)
    return page(
        request,
        "proposals/list.html",
        conference=conference,
        base=base,
        rows=rows_drawn(request, found.proposals, names, f"{base}/%d"),
        many=found.many,
        here=here,
        pages=max(1, -(-found.many // ON_A_PAGE)),
        fields=names,
        field=str(chosen or ""),
        about=about_page(
            request,
            conference,
            "CollectionPage",
            "proposals.list",
            name=_("Vorschläge"),
            mainEntity={
                "@type": "Dataset",
                "name": _("Vorschläge: %(title)s", title=conference.title),
                "distribution": [
                    download(
                        request,
                        path_to(request.app, f"proposals.{ending}", key),
                        media_type,
                    )
                    for ending, media_type in _FILES.items()
                ],
            },
        ),
    )


async def _page(
    request: AnyRequest, conference: UUID, here: int, field: UUID | None
) -> Counted:
    offset, marks = (here - 1) * ON_A_PAGE, request.app.state.state_marks
    return await listed_proposals(conference, offset=offset, field=field, marks=marks)


router = Router(
    path="/c/{key:str}/proposals",
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_proposals],
    include_in_schema=False,
)
