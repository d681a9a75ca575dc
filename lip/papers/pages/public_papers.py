"""Council papers for everybody: the list, each paper, its print and attachments."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from anyio.to_thread import run_sync
from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from lip.bodies.pages.bodies import body_options
from lip.bodies.pages.paper_links import linked_page
from lip.bodies.pages.timeline import timeline_of
from lip.bodies.pages.words import counts_in_words
from lip.bodies.queries.bodies import all_bodies
from lip.errors import NotFound
from lip.papers.documents.print_paper import paper_pdf
from lip.papers.pages.addresses import PaperMoved, lead_on, public_at, readable_at
from lip.papers.pages.costs import cost_lines
from lip.papers.pages.downloads import file_answer
from lip.papers.pages.words import (
    KINDS,
    RELATIONS,
    ROLES,
    kind_of,
    printed_kind,
    recipient_lines,
)
from lip.papers.queries.papers import (
    Wanted,
    number_of_papers,
    papers,
    whole_paper,
    years_of_papers,
)
from lip.papers.queries.parts import content_of, file_by_id
from lip.papers.rules.from_oparl import foreign_files
from lip.papers.rules.kinds import PaperKind
from lip.papers.rules.papers import Paper
from lip.papers.rules.printing import printed
from lip.subjects import SubjectKind
from lip.web.json_ld import markup
from lip.web.markdown import rendered
from lip.web.page import AnyRequest, page
from lip.web.pages import prefixed
from lip.words import _

SIZE: Final = 50


@get("/", name="council_papers.read_all")
async def read_papers(
    request: AnyRequest,
    now: NamedDependency[datetime],
    kind: FromQuery[str] = "",
    year: FromQuery[str] = "",
    who: FromQuery[str] = "",
    q: FromQuery[str] = "",
    at: FromQuery[int] = 1,
) -> Template:
    """List the papers that everybody may read, newest first."""
    bodies = await all_bodies()
    chosen = next((one.id for one in bodies if str(one.id) == who), None)
    wanted = Wanted(
        kind=next((one for one in PaperKind if one.value == kind), None),
        year=year[:4],
        body=chosen,
        text=q[:200],
        public_at=now,
    )
    total = await number_of_papers(wanted)
    pages = max(1, -(-total // SIZE))
    number = min(max(1, at), pages)
    there = await papers(wanted, limit=SIZE, offset=(number - 1) * SIZE)
    years = await years_of_papers(Wanted(public_at=now))
    fields = {"kind": kind, "year": year, "who": str(chosen or ""), "q": q[:200]}
    return page(
        request,
        "papers/public_list.html",
        papers=[(one, kind_of(one)) for one in there],
        total=total,
        fields=fields,
        kinds=[("", _("Alle")), *((one.value, _(word)) for one, word in KINDS.items())],
        years=[("", _("Alle")), *((one, one) for one in years)],
        bodies=[("", _("Alle")), *body_options(bodies, chosen=chosen)[1:]],
        filtered=any(fields.values()),
        number=number,
        pages=pages,
        before=_path(request, fields, number - 1) if number > 1 else "",
        after=_path(request, fields, number + 1) if number < pages else "",
    )


@get("/{paper_key:str}", name="council_papers.read")
async def read_paper(
    request: AnyRequest, paper_key: FromPath[str], now: NamedDependency[datetime]
) -> Response[str] | Template:
    """Show a paper in the order in which the city prints it."""
    facts = await public_at(paper_key, now)
    if facts.removed_at is not None:
        return page(request, "papers/removed.html", status=410, facts=facts)
    paper = await whole_paper(facts)
    made = page(
        request,
        "papers/paper.html",
        paper=paper,
        facts=facts,
        kind=printed_kind(facts),
        lines=recipient_lines(paper),
        sections=_sections(paper),
        costs=cost_lines(paper),
        log=_log(paper),
        related=[(one, _(RELATIONS[one.kind])) for one in paper.related],
        foreign=foreign_files(facts.source),
        timeline=await timeline_of(request, SubjectKind.PAPER, facts.id, now=now),
        about=markup(
            request,
            "Legislation",
            path=f"/papers/{facts.key}",
            name=facts.title,
            legislationIdentifier=facts.reference,
            legislationType=kind_of(facts),
            legislationDate=facts.dated.dump() if facts.dated else "",
            language=facts.language,
        ),
    )
    return await linked_page(request, made)


@get("/{paper_key:str}/print.pdf", name="council_papers.print")
async def print_paper(
    paper_key: FromPath[str], now: NamedDependency[datetime]
) -> Response[bytes]:
    """Give the paper as the city prints it, PDF/UA."""
    facts = await readable_at(paper_key, now)
    paper, kind = await whole_paper(facts), printed_kind(facts)
    return Response(
        await run_sync(partial(paper_pdf, paper, kind=kind)),
        media_type="application/pdf",
        headers={
            "Content-Disposition": f'inline; filename="{facts.key}.pdf"',
            "Cache-Control": "public, max-age=300",
        },
    )


@get("/{paper_key:str}/files/{file_id:uuid}", name="council_papers.file")
async def read_file(
    paper_key: FromPath[str], file_id: FromPath[UUID], now: NamedDependency[datetime]
) -> Response[bytes]:
    """Give an attachment to be saved."""
    facts = await readable_at(paper_key, now)
    file = await file_by_id(file_id)
    if file.paper != facts.id:
        raise NotFound("unknown_paper_file")
    return file_answer(file, await content_of(file_id))


def _sections(paper: Paper) -> Sequence[Mapping[str, Any]]:
    return [
        {
            "kind": one.kind.value,
            "heading": one.heading,
            "html": rendered(one.text),
        }
        for one in printed(paper)
    ]


def _log(paper: Paper) -> Sequence[Mapping[str, Any]]:
    return [
        {
            "line": one,
            "role": _(ROLES[one.role]),
            "votes": counts_in_words(one.yes, one.no, one.abstained),
        }
        for one in paper.log
    ]


def _path(request: AnyRequest, fields: Mapping[str, str], number: int) -> str:
    query = {name: value for name, value in fields.items() if value}
    path = prefixed(request, "council_papers.read_all")
    return f"{path}?{urlencode({**query, 'at': number})}"


router = Router(
    path="/papers",
    route_handlers=[read_papers, read_paper, print_paper, read_file],
    exception_handlers={PaperMoved: lead_on},
    include_in_schema=False,
)
