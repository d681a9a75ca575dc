"""The steps of a count as tables and charts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from elections.files.bundle import Bundle
from elections.rules.record import Kind
from elections.rules.rounds import BY_VOTES, tied_for_seats
from elections.rules.tally import Number, Stage, Step, Tally
from elections.stage_words import onward_sentence, said_number, stage_sentence
from lip.words import _

WIDE: Final = 320
LINE: Final = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who stands, as the record names her."""

    mark: str
    name: str
    association: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line of a chart, in units of its drawing."""

    name: str
    votes: str
    top: int
    length: int
    strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table: whom, how much, and what became of it."""

    person: Person
    votes: str
    elected: bool
    excluded: bool
    tied: bool
    seats: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageShown:
    """One step, ready to be drawn; `quota` is where its line stands, 0 for none."""

    number: int
    sentence: str
    rows: Sequence[Row] = ()
    bars: Sequence[Bar] = ()
    high: int = 0
    quota: int = 0
    facts: Sequence[tuple[str, str]] = ()
    elected: Sequence[Person] = ()
    excluded: Sequence[Person] = ()
    transferred: Sequence[Person] = ()
    by_quota: bool = False
    duels: Sequence[tuple[Person, Sequence[str]]] = ()
    against: Sequence[Person] = field(default=())
    onward: bool = False

    @property
    def elected_word(self) -> str:
        """Say what it means to be among the first: in a first round, to go on."""
        return _("kommt weiter") if self.onward else _("gewählt")

    @property
    def elected_label(self) -> str:
        """Say the same before names."""
        return _("Weiter kommen:") if self.onward else _("Gewählt:")


def people_of(bundle: Bundle) -> Mapping[str, Person]:
    """Name everybody and every list of a round by mark."""
    content = bundle.the(Kind.CANDIDATES)
    people = [
        Person(
            mark=str(one["id"]),
            name=str(one["name"]),
            association=str(one.get("attributes", {}).get("association", "")),
        )
        for one in content["candidates"]
    ]
    lists = [
        Person(mark=str(one["id"]), name=str(one["name"]))
        for one in content.get("lists", ())
    ]
    return {one.mark: one for one in (*people, *lists)}


def person_of(people: Mapping[str, Person], mark: str) -> Person:
    """Name one mark; a numbered seat of a list bears the name of the list."""
    if mark in people:
        return people[mark]
    head, _space, place = mark.rpartition(" ")
    name = people[head].name if head in people else mark
    return Person(mark=mark, name=f"{name} {place}" if head else mark)


def stages_shown(
    tally: Tally,
    people: Mapping[str, Person],
    *,
    rtl: bool = False,
    onward: bool = False,
) -> Sequence[StageShown]:
    """Make every step of a count ready to be drawn; `onward`: the first go on."""
    tied = tied_for_seats(tally)[0]
    shown = [
        _shown(
            number,
            _with_winners(stage, tally),
            tally.method,
            people,
            tied=tied,
            rtl=rtl,
        )
        for number, stage in enumerate(tally.stages, 1)
    ]
    return [_onward(one) for one in shown] if onward else shown


def _onward(stage: StageShown) -> StageShown:
    sentence = onward_sentence(stage.sentence) if stage.elected else stage.sentence
    return replace(stage, onward=True, sentence=sentence)


def _with_winners(stage: Stage, tally: Tally) -> Stage:
    """Mark the elected where one table has all the votes."""
    if stage.step is Step.VOTES and tally.method in BY_VOTES:
        return replace(stage, elected=tally.winners)
    return stage


def _shown(
    number: int,
    stage: Stage,
    method: str,
    people: Mapping[str, Person],
    *,
    tied: Sequence[str],
    rtl: bool,
) -> StageShown:
    def named(marks: Iterable[str]) -> list[Person]:
        return [person_of(people, mark) for mark in marks]

    if stage.step is Step.COMPARISON:
        against, duels = _duels(stage, people)
        return StageShown(
            number=number,
            sentence=stage_sentence(method, stage),
            against=against,
            duels=duels,
        )
    facts = dict(stage.facts)
    ordered = sorted(stage.votes, key=lambda one: (-one[1], one[0]))
    quota = facts.get("quota", 0)
    most = max([quota, *(votes for _mark, votes in ordered)], default=0)
    return StageShown(
        number=number,
        sentence=stage_sentence(method, stage),
        rows=[_row(one, stage, facts, people, tied=tied) for one in ordered],
        bars=[
            _bar(at, person_of(people, mark), votes, stage, most=most)
            for at, (mark, votes) in enumerate(ordered)
        ],
        high=LINE * len(ordered),
        quota=_across(_length(quota, most), rtl=rtl) if quota else 0,
        facts=_facts(stage),
        elected=[] if stage.step is Step.VOTES else named(stage.elected),
        excluded=named(stage.excluded),
        transferred=named(stage.transferred),
        by_quota=bool(stage.excluded) and stage.step in {Step.ELECTED, Step.DOOMED},
    )


def _row(
    line: tuple[str, Number],
    stage: Stage,
    facts: Mapping[str, Number],
    people: Mapping[str, Person],
    *,
    tied: Sequence[str],
) -> Row:
    mark, votes = line
    in_seats = stage.step is Step.SEATS and mark in facts
    return Row(
        person=person_of(people, mark),
        votes=said_number(votes, stage.decimals),
        elected=mark in stage.elected,
        excluded=mark in stage.excluded,
        tied=mark in tied,
        seats=said_number(facts[mark]) if in_seats else "",
    )


def _bar(at: int, person: Person, votes: Number, stage: Stage, *, most: Number) -> Bar:
    return Bar(
        name=person.name,
        votes=said_number(votes, stage.decimals),
        top=LINE * at,
        length=_length(votes, most),
        strong=person.mark in stage.elected,
    )


def _length(votes: Number, most: Number) -> int:
    return int(Fraction(WIDE) * Fraction(votes) / Fraction(most)) if most else 0


def _across(at: int, *, rtl: bool) -> int:
    return WIDE - at if rtl else at


def _facts(stage: Stage) -> Sequence[tuple[str, str]]:
    """Name the figures that stand beside the votes."""
    words = {
        "quota": _("Nötig zur Wahl"),
        "exhausted": _("Ohne weitere Rangfolge"),
        "payment": _("Preis je Stimme"),
    }
    return [
        (words[name], said_number(number, stage.decimals))
        for name, number in stage.facts
        if name in words
    ]


def _duels(
    stage: Stage, people: Mapping[str, Person]
) -> tuple[Sequence[Person], Sequence[tuple[Person, Sequence[str]]]]:
    """Read comparisons into a table: who (line) against whom (column)."""
    found: dict[tuple[str, str], Number] = {}
    for name, votes in stage.facts:
        one, other = name.partition(": ")[2].split(" > ")
        found[one, other] = votes
    marks = sorted({mark for pair in found for mark in pair})
    table = [
        (
            person_of(people, one),
            [said_number(found[one, other]) if one != other else "" for other in marks],
        )
        for one in marks
    ]
    return [person_of(people, mark) for mark in marks], table
