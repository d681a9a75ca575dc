"""What came out of an election, over all its rounds, ready to be drawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from elections.files.bundle import Bundle, listed_of, terms_of
from elections.minutes_parts import LINES_ON_A_PAGE
from elections.queries.elections import ElectionFacts, nominations_of
from elections.records import Counted
from elections.recounting import round_of
from elections.rules.lots import ticket
from elections.rules.record import Kind, root_of
from elections.rules.rounds import Seated, Whole, goes_on, seated, whole_of
from elections.shown_stages import (
    Person,
    StageShown,
    people_of,
    person_of,
    stages_shown,
)
from elections.stage_words import REASONS, ROUNDS
from lip.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class LotShown:
    """One lot: by dice with every digest, or drawn by hand."""

    digits: str
    question: str
    root: str
    witnesses: Sequence[str]
    lines: Sequence[tuple[Person, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many could vote, have voted on which way, and how it was counted."""

    entitled: int
    given: int
    papers_given: int
    online: int
    on_paper: int
    valid: int
    abstained: int
    spoiled: Sequence[tuple[str, int]]

    @property
    def ballots(self) -> int:
        """Count all ballots."""
        return self.online + self.on_paper


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundShown:
    """One round that is counted."""

    election: ElectionFacts
    label: str
    figures: Figures
    stages: Sequence[StageShown]
    lots: Sequence[LotShown]
    going_on: Sequence[Person]
    border_tied: bool
    signer: str

    @property
    def is_long(self) -> bool:
        """Tell whether the steps have more lines than one page should bear."""
        cells = sum(len(one.rows) + len(one.duels) ** 2 // 4 for one in self.stages)
        return cells > LINES_ON_A_PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Elected:
    """Somebody who was elected or moved up; `accepted` is None before she answers."""

    person: Person
    accepted: bool | None
    moved_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The whole election as far as it is counted."""

    rounds: Sequence[RoundShown]
    elected: Sequence[Elected]
    deputies: Sequence[Sequence[Person]]
    tied: Sequence[Person]
    open_seats: int
    level: Sequence[Person]
    vacant: int
    seats: int

    @property
    def last(self) -> RoundShown:
        """Give the round that was counted last."""
        return self.rounds[-1]


async def outcome_of(counted: Sequence[Counted], *, rtl: bool = False) -> Outcome:
    """Put all counted rounds together with what the elected have answered."""
    whole = whole_of([round_of(one.bundle, one.tally) for one in counted])
    accepted = await _answers(counted)
    declined = [mark for mark, answer in accepted.items() if answer is False]
    last = counted[-1]
    now = seated(
        whole.winners,
        whole.deputies,
        declined,
        quotas=terms_of(counted[0].bundle).quotas,
    )
    people = people_of(counted[0].bundle)

    def named(marks: Iterable[str]) -> list[Person]:
        return [person_of(people, mark) for mark in marks]

    return Outcome(
        rounds=[_round(one, rtl=rtl) for one in counted],
        elected=_elected(whole, now, accepted, people),
        deputies=[named(group) for group in now.deputies][: _deputies(counted)],
        tied=named(whole.tied),
        open_seats=whole.open_seats,
        level=named(now.level),
        vacant=now.vacant,
        seats=last.election.seats,
    )


def _deputies(counted: Sequence[Counted]) -> int:
    return max(one.election.deputies for one in counted)


def _elected(
    whole: Whole,
    now: Seated,
    accepted: Mapping[str, bool | None],
    people: Mapping[str, Person],
) -> Sequence[Elected]:
    """List those elected, also who has declined, and then those who moved up."""
    first = [
        Elected(person=person_of(people, mark), accepted=accepted.get(mark))
        for mark in whole.winners
    ]
    return first + [
        Elected(
            person=person_of(people, mark), accepted=accepted.get(mark), moved_up=True
        )
        for mark in now.moved_up
    ]


async def _answers(counted: Sequence[Counted]) -> Mapping[str, bool | None]:
    """Read who has accepted, by the marks of the first round; the last answer holds."""
    answers: dict[str, bool | None] = {}
    roots: Mapping[str, str] = {}
    for place, one in enumerate(counted):
        marks = round_of(one.bundle, one.tally).marks
        roots = {here: roots.get(m, m) for here, m in marks.items()} if place else {}
        for nomination in await nominations_of(one.election.id):
            if nomination.accepted is not None:
                mark = roots.get(nomination.mark, nomination.mark)
                answers[mark] = nomination.accepted
    return answers


def _round(one: Counted, *, rtl: bool) -> RoundShown:
    people = people_of(one.bundle)
    going_on = goes_on(one.tally) if one.election.advance else ()
    return RoundShown(
        election=one.election,
        label=_(ROUNDS[one.election.round_kind]),
        figures=figures_of(one),
        stages=stages_shown(
            one.tally, people, rtl=rtl, onward=bool(one.election.advance)
        ),
        lots=[_lot(lot, one.bundle, people) for lot in one.bundle.all(Kind.LOT)],
        going_on=[person_of(people, mark) for mark in going_on],
        border_tied=bool(going_on) and not one.tally.decided,
        signer=one.bundle.signer.hex(),
    )


def figures_of(one: Counted) -> Figures:
    """Count ballots by way, and what became of them."""
    closed = one.bundle.the(Kind.CLOSED)
    papers = one.bundle.the(Kind.PAPERS)["papers"]
    return Figures(
        entitled=one.bundle.the(Kind.ROLL)["size"],
        given=closed["credentials"],
        papers_given=closed["papers"],
        online=len(listed_of(one.bundle)),
        on_paper=sum(paper["times"] for paper in papers),
        valid=one.tally.valid,
        abstained=one.tally.abstained,
        spoiled=[(_(REASONS[why]), number) for why, number in one.tally.spoiled],
    )


def _lot(
    lot: Mapping[str, Any], bundle: Bundle, people: Mapping[str, Person]
) -> LotShown:
    root = root_of(bundle.entries)
    digits, question = str(lot.get("digits", "")), str(lot["question"])
    return LotShown(
        digits=digits,
        question=question,
        root=root,
        witnesses=[str(name) for name in lot.get("witnesses", ())],
        lines=[
            (
                person_of(people, mark),
                ticket(root, digits, question, mark) if digits else "",
            )
            for mark in lot["order"]
        ],
    )
