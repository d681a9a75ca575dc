"""A result as its page shows it: bars, rows, steps, words."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from lip.said import Said, Spoken
from lip.words import _
from proposals.voting.pages.result_money import Money, how_counted, money_of
from proposals.voting.result_table import (
    columns_of,
    counted,
    in_fields,
    picked,
    title_of,
)
from proposals.voting.result_words import (
    CHANNELS,
    euros,
    heading,
    number,
)
from proposals.voting.rules.points import Method
from proposals.voting.rules.result import Result, Standing, first, share_of
from proposals.voting.rules.rounds import Subject

MOST_BARS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a bar: its kind, where it begins and ends in per cent, its number."""

    kind: str
    begins: float
    width: float
    many: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of a chart."""

    place: str
    title: Spoken
    parts: Sequence[Part]
    value: str
    bought: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One cell of a row with its heading; a sign stands before it, if there is one."""

    heading: str
    text: str
    is_number: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One option in the table; `called` is its number among all proposals."""

    position: int
    place: str
    tied: bool
    called: int
    title: Spoken
    field: Spoken
    in_field: str
    figures: Sequence[Figure]
    bought: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldTab:
    """One field of action whose options can be looked at alone; 0 is all."""

    number: int
    name: Spoken
    many: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownResult:
    """Everything that a page says of a result."""

    people: int
    options: int
    ways: Sequence[tuple[str, str]]
    method: Method
    too_few: bool
    fields: Sequence[FieldTab]
    field: int
    bars: Sequence[Bar]
    bars_left: int
    tied_at_edge: int
    headings: Sequence[tuple[str, bool]]
    rows: Sequence[Row]
    with_fields: bool
    ties: int
    money: Money | None
    counted: Sequence[str]
    dots: int


def shown_result(
    result: Result, *, field: int = 0, most_bars: int = MOST_BARS
) -> ShownResult:
    """Put a result, or the part of one field of action, into what a page shows."""
    tabs = _tabs(result)
    known = field if field in range(1, len(tabs)) else 0
    standings = result.fields[known - 1].standings if known else result.standings
    drawn, edge = _to_draw(standings, most_bars)
    with_fields = len(tabs) > 1
    within = in_fields(result)
    return ShownResult(
        people=result.participation.people,
        options=len(result.standings),
        ways=_ways(result),
        method=result.asked.method,
        too_few=result.too_few,
        fields=tabs if with_fields else (),
        field=known,
        bars=_bars(result, drawn),
        bars_left=len(standings) - len(drawn),
        tied_at_edge=len(edge),
        headings=_headings(result),
        rows=[_row(result, one, within[one.option.position]) for one in standings],
        with_fields=with_fields and not known,
        ties=len({one.place for one in standings if one.tied}),
        money=money_of(result),
        counted=how_counted(result),
        dots=sum(one.dots for one in result.standings),
    )


def _to_draw(
    standings: Sequence[Standing], most: int
) -> tuple[Sequence[Standing], Sequence[Standing]]:
    """Draw the first ones, and all that are level with the last if that is not many."""
    sure, edge = first(standings, most)
    if len(sure) + len(edge) <= most + most // 2:
        return [*sure, *edge], ()
    return sure, edge


def _tabs(result: Result) -> Sequence[FieldTab]:
    named = [FieldTab(number=0, name=Spoken(), many=len(result.standings))]
    if not any(part.field for part in result.fields):
        return named
    return named + [
        FieldTab(number=place, name=_field_name(part.field), many=len(part.standings))
        for place, part in enumerate(result.fields, 1)
    ]


def _field_name(field: Said) -> Spoken:
    return picked(field) or Spoken(text=_("ohne Handlungsfeld"))


def _ways(result: Result) -> Sequence[tuple[str, str]]:
    return [
        (_(CHANNELS[channel]), _("verborgen") if people is None else number(people))
        for channel, people in result.participation.by_channel
    ]


def _bars(result: Result, standings: Sequence[Standing]) -> Sequence[Bar]:
    bought = set(result.spending.bought) if result.spending else set()
    opinion = result.asked.method is Method.OPINION
    highest = max((one.points for one in standings), default=0)
    return [
        Bar(
            place=number(one.place),
            title=title_of(one.option),
            parts=_opinion_parts(one) if opinion else _one_part(one, highest),
            value=_("Vorsprung %(lead)s", lead=signed(one.points))
            if opinion
            else number(one.points),
            bought=one.option.position in bought,
        )
        for one in standings
    ]


def signed(points: int) -> str:
    """Write a lead with its sign; the minus is a true one."""
    return f"+{number(points)}" if points > 0 else number(points).replace("-", "\u2212")


def _one_part(one: Standing, highest: int) -> Sequence[Part]:
    share = share_of(max(0, one.points), highest)
    return [_part("votes", Fraction(0), share, one.points)] if share else []


def _opinion_parts(one: Standing) -> Sequence[Part]:
    parts, begins = [], Fraction(0)
    for kind, many in (
        ("agree", one.agree),
        ("passed", one.passed),
        ("disagree", one.disagree),
    ):
        width = share_of(many, one.seen)
        if width:
            parts.append(_part(kind, begins, width, many))
        begins += width
    return parts


def _part(kind: str, begins: Fraction, width: Fraction, many: int) -> Part:
    return Part(
        kind=kind,
        begins=round(float(begins * 100), 2),
        width=round(float(width * 100), 2),
        many=number(many),
    )


def _headings(result: Result) -> Sequence[tuple[str, bool]]:
    return [(heading(column), column != "fate") for column in columns_of(result)]


def _row(result: Result, one: Standing, within: Standing) -> Row:
    values = counted(result, one)
    return Row(
        position=one.option.position,
        place=number(one.place),
        tied=one.tied,
        called=one.option.called if result.asked.subject is Subject.PROPOSALS else 0,
        title=title_of(one.option),
        field=picked(one.option.field),
        in_field=number(within.place),
        figures=[
            Figure(
                heading=heading(column),
                text=_written(column, values[column]),
                is_number=column != "fate",
            )
            for column in columns_of(result)
        ],
        bought=bool(result.spending and one.option.position in result.spending.bought),
    )


def _written(column: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if column == "share":
        assert isinstance(value, int | Fraction)
        return number(float(value), 1)
    assert isinstance(value, int)
    if column == "cost":
        return euros(value)
    return signed(value) if column == "lead" else number(value)
