"""What became of what, for everybody: one page for each thing, and the figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from litestar import Router, get
from litestar.params import FromPath
from litestar.response import Template

from lip.conference.queries.conferences import all_conferences
from lip.errors import NotFound
from lip.subjects import SubjectKind
from lip.tracing.pages.ways import way_of
from lip.tracing.queries.answers import answers_of_conferences
from lip.tracing.rules.chains import Node
from lip.tracing.rules.figures import WAITING, Figures, figures_of
from lip.web.page import AnyRequest, page
from lip.words import N_
from proposals.words import BECAME

ANSWERS: Final[Mapping[str, str]] = {
    **{one.value: word for one, word in BECAME.items()},
    WAITING: N_("Noch ohne Antwort"),
}
"""Each answer in words, in the order of the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One answer, how often it was given, and how long its bar is (of a hundred)."""

    word: str
    many: int | None
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A conference, and how its proposals were answered."""

    key: str
    title: str
    language: str
    figures: Figures
    bars: Sequence[Bar]


@get("/", name="traces.list")
async def show_figures(request: AnyRequest) -> Template:
    """Say how many proposals have an answer, and how soon they had it."""
    told = await answers_of_conferences()
    conferences = [
        Shown(
            key=one.key,
            title=one.title,
            language=one.language,
            figures=(figures := figures_of(told[one.key])),
            bars=_bars(figures),
        )
        for one in await all_conferences()
        if one.key in told
    ]
    return page(request, "tracing/figures.html", conferences=conferences)


@get("/{kind:str}/{subject:uuid}", name="traces.show")
async def show_way(
    request: AnyRequest, kind: FromPath[str], subject: FromPath[UUID]
) -> Template:
    """Show where something came from, and what became of it."""
    if kind not in set(SubjectKind):
        raise NotFound("unknown_subject")
    way = await way_of(request, Node(SubjectKind(kind), subject))
    if way is None:
        raise NotFound("unknown_subject")
    return page(request, "tracing/way.html", way=way)


def _bars(figures: Figures) -> Sequence[Bar]:
    whole = figures.proposals or 1
    counted = {one: figures.by_answer.get(one, 0) for one in ANSWERS}
    return [
        Bar(word=ANSWERS[one], many=many, share=round(100 * (many or 0) / whole))
        for one, many in counted.items()
    ]


router = Router(
    path="/traces", route_handlers=[show_figures, show_way], include_in_schema=False
)
