"""The states of all proposals for programs: JSON and CSV at addresses that stay."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Final

from litestar import MediaType, Response, Router, get
from litestar.di import NamedDependency, Provide

from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import Stage
from lip.errors import NotFound
from lip.said import Said
from lip.web.page import AnyRequest
from proposals.queries.following import ways_of
from proposals.queries.proposals import ProposalFacts, number_shown, shown_proposals
from proposals.rules.following import ANSWERS, State, Step, state_at_end

COLUMNS: Final = (
    *("number", "language", "title", "text", "state", "since", "merged_into"),
    *("place", "out_of", "reason", "named", "address", "page"),
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would run a cell that begins so."""


@get("/c/{key:str}/proposals.json", name="proposals.json", media_type=MediaType.JSON)
async def show_json(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Response[bytes]:
    """Give every shown proposal with its whole way."""
    lines = [
        {**_state(request, conference, one, way), "way": [_step(s) for s in way]}
        for one, way in await _all(request, conference)
    ]
    whole = {"conference": conference.key, "proposals": lines}
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    return Response(text.encode(), media_type="application/json; charset=utf-8")


@get("/c/{key:str}/proposals.csv", name="proposals.csv", media_type="text/csv")
async def show_csv(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Response[bytes]:
    """Give every shown proposal with its state, one a line."""
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, COLUMNS)
    writer.writeheader()
    for one, way in await _all(request, conference):
        row = _state(request, conference, one, way)
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return Response(
        sheet.getvalue().encode("utf-8-sig"),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{conference.key}.csv"'},
    )


async def _all(
    request: AnyRequest, conference: ConferenceFacts
) -> Sequence[tuple[ProposalFacts, Sequence[Step]]]:
    if conference.stage is Stage.DRAFT:
        raise NotFound("unknown_conference", key=conference.key)
    many = max(1, await number_shown(conference.id))
    found = await shown_proposals(conference.id, most=many)
    ways = await ways_of([one.id for one in found], request.app.state.tracers)
    return [(one, ways[one.id]) for one in reversed(found)]


def _state(
    request: AnyRequest,
    conference: ConferenceFacts,
    one: ProposalFacts,
    way: Sequence[Step],
) -> Mapping[str, object]:
    state = state_at_end(way)
    last = _last(way, state)
    answered = last if state in ANSWERS else Step(state=state)
    merged = [step.number for step in way if step.state is State.MERGED]
    voted = [step for step in way if step.state is State.VOTED]
    base = request.app.state.settings.base_url
    return {
        "number": one.number,
        "language": one.wording.language,
        "title": one.wording.title,
        "text": one.wording.text,
        "state": state.value,
        "since": last.at.isoformat() if last.at else "",
        "merged_into": merged[-1] if merged else "",
        "place": voted[-1].place or "" if voted else "",
        "out_of": voted[-1].out_of or "" if voted else "",
        "reason": _words(answered.reason, conference),
        "named": _words(answered.title, conference),
        "address": answered.path,
        "page": f"{base}/c/{conference.key}/proposals/{one.number}",
    }


def _last(way: Sequence[Step], state: State) -> Step:
    return next(step for step in reversed(way) if step.state is state)


def _step(step: Step) -> Mapping[str, object]:
    return {
        "state": step.state.value,
        "at": step.at.isoformat() if step.at else None,
        "number": step.number or None,
        "title": dict(step.title),
        "path": step.path,
        "place": step.place or None,
        "out_of": step.out_of or None,
        "tied": step.tied,
        "reason": dict(step.reason),
    }


def _words(texts: Mapping[str, str], conference: ConferenceFacts) -> str:
    return Said(texts).pick(conference.language, "de").text


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


router = Router(
    path="/",
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_json, show_csv],
    include_in_schema=False,
)
