"""
The way of a text from a first paper to the last report, step by step.

Expert group, statements, steering group, committee, council, carrying out (Drucksache
2472/2019). A text may go back, and points may be voted on by themselves; so nothing
here forbids an order, what looks odd is said (`remarks_on`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from lip.bodies.rules.kinds import Outcome, Station
from lip.partial_dates import PartialDate
from lip.said import Said
from lip.subjects import SubjectKind

LONGEST_WORDS: Final = 5000
LONGEST_PART: Final = 200
MOST_VOTES: Final = 100_000
MOST_STEPS: Final = 500

SUBJECTS: Final = (
    SubjectKind.CHAPTER,
    SubjectKind.MEASURE,
    SubjectKind.PAPER,
    SubjectKind.AMENDMENT,
    SubjectKind.PROPOSAL,
)
"""What can go this way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepHead:
    """One station of a text, and what came of it; `part` names points of it."""

    station: Station
    outcome: Outcome = Outcome.PENDING
    part: str = ""
    body: UUID | None = None
    words: Said = field(default_factory=Said)
    result: Said = field(default_factory=Said)
    yes: int | None = None
    no: int | None = None
    abstained: int | None = None
    happened: PartialDate | None = None
    movers: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts(StepHead):
    """A step as it is kept: of which text, where it stands, who may read it."""

    id: UUID
    kind: SubjectKind
    subject: UUID
    position: int = 0
    body_key: str = ""
    body_name: Said = field(default_factory=Said)
    public_from: datetime | None = None

    @property
    def counted(self) -> bool:
        """Tell whether votes were counted."""
        return self.yes is not None or self.no is not None


class Standing(StrEnum):
    """How far a text has come, as the city says it."""

    DRAFT = "draft"
    IN_STATEMENT = "in_statement"
    SENT_BACK = "sent_back"
    AGREED = "agreed"
    AGREED_CHANGED = "agreed_changed"
    REFUSED = "refused"
    DECIDED = "decided"
    IN_PROGRESS = "in_progress"
    ONGOING_BUSINESS = "ongoing_business"
    DONE = "done"
    NOT_PURSUED = "not_pursued"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How far it has come, and the step that says so (body, date, paper, reason)."""

    standing: Standing = Standing.DRAFT
    step: StepFacts | None = None


_LEADS_TO: Final[Mapping[Outcome, Standing]] = {
    Outcome.STATED: Standing.IN_STATEMENT,
    Outcome.AGREED: Standing.AGREED,
    Outcome.AGREED_CHANGED: Standing.AGREED_CHANGED,
    Outcome.SENT_BACK: Standing.SENT_BACK,
    Outcome.REFUSED: Standing.REFUSED,
    Outcome.DECIDED: Standing.DECIDED,
    Outcome.IN_PROGRESS: Standing.IN_PROGRESS,
    Outcome.ONGOING_BUSINESS: Standing.ONGOING_BUSINESS,
    Outcome.DONE: Standing.DONE,
    Outcome.NOT_PURSUED: Standing.NOT_PURSUED,
}
_REVIEWED: Final = (
    *(Outcome.PENDING, Outcome.AGREED, Outcome.AGREED_CHANGED, Outcome.SENT_BACK),
    *(Outcome.REFUSED, Outcome.NOTED, Outcome.POSTPONED),
)
OUTCOMES_AT: Final[Mapping[Station, tuple[Outcome, ...]]] = {
    Station.EXPERT_GROUP: (
        *(Outcome.PENDING, Outcome.AGREED, Outcome.AGREED_CHANGED, Outcome.REFUSED),
        *(Outcome.NOTED, Outcome.POSTPONED),
    ),
    Station.STATEMENTS: (Outcome.PENDING, Outcome.STATED, Outcome.NOTED),
    Station.STEERING_GROUP: _REVIEWED,
    Station.COMMITTEE: _REVIEWED,
    Station.COUNCIL: (*_REVIEWED, Outcome.DECIDED),
    Station.CARRYING_OUT: (
        *(Outcome.PENDING, Outcome.IN_PROGRESS, Outcome.ONGOING_BUSINESS),
        *(Outcome.DONE, Outcome.NOT_PURSUED),
    ),
}
"""What usually comes of a text at each station; anything else is remarked on."""

NEEDS_REASON: Final = frozenset({Outcome.REFUSED, Outcome.NOT_PURSUED})
"""Who is told no is told why."""


def state_after(steps: Sequence[StepFacts]) -> State:
    """
    Tell how far a text has come, from its steps in order.

    Points that were voted on by themselves count together where nothing was voted on
    as a whole at that station: what was refused of them leaves the rest changed.
    """
    state = State()
    run: list[StepFacts] = []
    for step in steps:
        if run and run[0].station is not step.station:
            run = []
        run = [*run, step] if step.part else []
        if (standing := _standing_of(step, run)) is not None:
            state = State(standing=standing, step=step)
    return state


def _standing_of(step: StepFacts, points: Sequence[StepFacts]) -> Standing | None:
    if not step.part:
        if step.station is Station.STATEMENTS and step.outcome is Outcome.PENDING:
            return Standing.IN_STATEMENT
        return _LEADS_TO.get(step.outcome)
    reached = {_LEADS_TO[one.outcome] for one in points if one.outcome in _LEADS_TO}
    if not reached:
        return None
    if Standing.REFUSED in reached and len(reached) > 1:
        others = reached - {Standing.REFUSED}
        if others <= {Standing.AGREED, Standing.AGREED_CHANGED}:
            return Standing.AGREED_CHANGED
        reached = others
    order = list(Standing)
    return max(reached, key=order.index)


class Remark(StrEnum):
    """What looks odd about a step beside those before it; nothing is forbidden."""

    UNUSUAL_OUTCOME = "unusual_outcome"
    EARLIER_THAN_BEFORE = "earlier_than_before"
    NOT_DECIDED_YET = "not_decided_yet"
    NOT_AGREED_YET = "not_agreed_yet"
    WENT_BACK = "went_back"
    AFTER_REFUSAL = "after_refusal"
    VOTES_SAY_OTHERWISE = "votes_say_otherwise"
    WHO_DECIDED = "who_decided"
    WHEN_DECIDED = "when_decided"
    WHICH_PAPER = "which_paper"
    WHAT_TO_CHANGE = "what_to_change"


_YES: Final = frozenset({Outcome.AGREED, Outcome.AGREED_CHANGED, Outcome.DECIDED})


def remarks_on(step: StepFacts, before: Sequence[StepFacts]) -> tuple[Remark, ...]:
    """Say what looks odd about a step, for whoever enters it."""
    found = {
        Remark.UNUSUAL_OUTCOME: step.outcome not in OUTCOMES_AT[step.station],
        Remark.EARLIER_THAN_BEFORE: _goes_back_in_time(step, before),
        **_beside(step, before),
        Remark.VOTES_SAY_OTHERWISE: _votes_say_otherwise(step),
        Remark.WHAT_TO_CHANGE: step.outcome is Outcome.SENT_BACK and not step.words,
    }
    if step.outcome is Outcome.DECIDED:
        found |= {
            Remark.WHO_DECIDED: step.body is None,
            Remark.WHEN_DECIDED: step.happened is None,
            Remark.WHICH_PAPER: not step.paper,
        }
    return tuple(remark for remark in Remark if found.get(remark))


def remarks_by_step(
    steps: Sequence[StepFacts],
) -> Mapping[UUID, tuple[Remark, ...]]:
    """Say it of every step beside those before it."""
    return {one.id: remarks_on(one, steps[:at]) for at, one in enumerate(steps)}


def _beside(step: StepFacts, before: Sequence[StepFacts]) -> Mapping[Remark, bool]:
    if not before:
        return {
            Remark.NOT_DECIDED_YET: step.station is Station.CARRYING_OUT,
        }
    order = list(Station)
    last, standing = before[-1], state_after(before).standing
    went_back = order.index(step.station) < order.index(last.station)
    decided = any(one.outcome is Outcome.DECIDED for one in before)
    agreed = any(one.outcome in _YES for one in before)
    late = step.station in {Station.COMMITTEE, Station.COUNCIL}
    return {
        Remark.NOT_DECIDED_YET: step.station is Station.CARRYING_OUT and not decided,
        Remark.NOT_AGREED_YET: late
        and not agreed
        and any(one.station is Station.STEERING_GROUP for one in before),
        Remark.WENT_BACK: went_back and standing is not Standing.SENT_BACK,
        Remark.AFTER_REFUSAL: standing is Standing.REFUSED and not step.part,
    }


def _goes_back_in_time(step: StepFacts, before: Sequence[StepFacts]) -> bool:
    mine = step.happened
    if mine is None:
        return False
    return any(one.happened and one.happened.first > mine.last for one in before)


def _votes_say_otherwise(step: StepFacts) -> bool:
    if step.yes is None or step.no is None:
        return False
    if step.outcome in _YES:
        return step.yes <= step.no
    return step.outcome is Outcome.REFUSED and step.yes > step.no


def place_of(steps: Sequence[StepFacts], happened: PartialDate | None) -> int:
    """Say before which step a new one stands: by its date, without one at the end."""
    if happened is None:
        return len(steps)
    later = [
        at
        for at, one in enumerate(steps)
        if one.happened and one.happened.first > happened.last
    ]
    return min(later, default=len(steps))


def station_after(steps: Sequence[StepFacts]) -> Station:
    """
    Say where a text goes next: on where it was agreed to, else it stays.

    Statements and what a committee takes note of let it go on too; a text that was
    sent back is written anew.
    """
    if not steps:
        return Station.EXPERT_GROUP
    last = steps[-1]
    if last.outcome is Outcome.SENT_BACK:
        return Station.EXPERT_GROUP
    order = list(Station)
    further = last.outcome in _LETS_GO_ON and not last.part
    return order[min(order.index(last.station) + further, len(order) - 1)]


_LETS_GO_ON: Final = _YES | {Outcome.STATED, Outcome.NOTED}
