"""The way of a text, for every page that shows one: `bodies/timeline.html`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final
from uuid import UUID

from lip.bodies.pages.words import (
    SIGNS,
    STATIONS,
    outcome_word,
    standing_word,
    votes_in_words,
)
from lip.bodies.queries.steps import steps_of
from lip.bodies.rules.kinds import Station
from lip.bodies.rules.steps import StepFacts, state_after
from lip.partial_dates import PartialDate
from lip.said import Spoken
from lip.subjects import SubjectKind
from lip.web.deps import now as clock
from lip.web.page import AnyRequest
from lip.web.pages import prefixed
from lip.web.visit import visit_of
from lip.words import _, current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What came of the whole, or of points that were voted on by themselves."""

    id: UUID
    part: str
    outcome: str
    tone: str
    icon: str
    votes: str
    result: Spoken
    words: Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One sitting: where and when, on which paper, and what came of each point."""

    station: str
    body: Spoken
    body_path: str
    happened: PartialDate | None
    paper: str
    paper_path: str
    movers: str
    points: Sequence[Point]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All stops in order; `standing` is how far it has come, in words."""

    stops: Sequence[Stop] = ()
    standing: str = ""
    tone: str = ""
    icon: str = ""

    def __bool__(self) -> bool:
        return bool(self.stops)


NO_STEPS: Final = Timeline()
"""What there is to show where no step is public."""


async def timeline_of(
    request: AnyRequest, kind: SubjectKind, subject: UUID, *, now: datetime
) -> Timeline:
    """Give the way of one text as everybody may read it."""
    return await timeline_from(
        request, (await steps_of(kind, [subject], now=now))[subject]
    )


async def timeline_from(request: AnyRequest, steps: Sequence[StepFacts]) -> Timeline:
    """Put steps into words, those of one sitting together."""
    if not steps:
        return Timeline()
    paths = await paper_paths(request, steps)
    state = state_after(steps)
    tone, icon = SIGNS[state.step.outcome] if state.step else ("", "hourglass")
    return Timeline(
        stops=[
            _stop(request, list(together), paths)
            for _sitting, together in groupby(steps, key=_sitting_of)
        ],
        standing=standing_word(state.standing),
        tone=tone,
        icon=icon,
    )


async def paper_paths(
    request: AnyRequest, steps: Sequence[StepFacts]
) -> Mapping[str, str]:
    """Find where everybody can read the papers that steps name."""
    named = {one.paper for one in steps if one.paper}
    paths: Mapping[str, str] = await request.app.state.paper_paths(named, now=clock())
    return paths


def _sitting_of(step: StepFacts) -> tuple[object, ...]:
    return step.station, step.body, step.happened, step.paper, step.movers


def _stop(
    request: AnyRequest, together: Sequence[StepFacts], paths: Mapping[str, str]
) -> Stop:
    first = together[0]
    path = paths.get(first.paper, "")
    return Stop(
        station=_(STATIONS[first.station]),
        body=first.body_name.pick(current_language()),
        body_path=prefixed(request, "bodies.read", body_key=first.body_key)
        if first.body_key
        else "",
        happened=first.happened,
        paper=first.paper,
        paper_path=visit_of(request).prefix + path if path else "",
        movers=first.movers,
        points=[point_of(one) for one in together],
    )


def point_of(step: StepFacts) -> Point:
    """Put what came of a step into words."""
    tone, icon = SIGNS[step.outcome]
    return Point(
        id=step.id,
        part=step.part,
        outcome=outcome_word(step.outcome),
        tone=tone,
        icon=icon,
        votes=votes_in_words(step),
        result=step.result.pick(current_language()),
        words=step.words.pick(current_language()),
    )


def station_options() -> Sequence[tuple[str, str]]:
    """Offer the stations in their order."""
    return [(one.value, _(STATIONS[one])) for one in Station]
