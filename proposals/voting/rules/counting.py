"""
Count a voting round: what everything was given, its place, and what is bought.

Whatever the order of votes, options or sheets, the result is the same. Paper counts are
added to what was given on screens. Ties share a place and are never broken; within a
tie the order is that of the options, which says nothing.
"""

from collections.abc import Mapping, Sequence

from lip.registration.rules.small_counts import published
from proposals.voting.rules.budget import Spending, Ware, by_most_votes
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method
from proposals.voting.rules.ranking import Score, rank
from proposals.voting.rules.result import (
    Asked,
    Doubt,
    FieldRanking,
    Line,
    Option,
    Participation,
    Result,
    Sheet,
    Standing,
)
from proposals.voting.rules.rounds import Completion
from proposals.voting.rules.sharing import EqualShares, Paper, by_equal_shares


def result_of(
    asked: Asked,
    options: Sequence[Option],
    lines: Sequence[Line],
    *,
    took_part: Mapping[Channel, int],
    sheets: Sequence[Sheet] = (),
    shares: EqualShares | None = None,
) -> Result:
    """
    Count a round.

    `took_part` counts receipts by channel; without one of paper the people of the
    sheets are added, and people of the lines without a receipt came by a code.
    `shares` counts by equal shares where the round announced that.
    """
    options = sorted(options, key=lambda option: option.position)
    lines = merged(lines)
    found = _standings(options, _scores(asked, options, lines, sheets), _dots(sheets))
    return Result(
        asked=asked,
        participation=_participation(took_part, lines, sheets),
        standings=found,
        fields=_by_field(found),
        spending=_spending(asked, found, lines, shares),
        lines=lines if asked.method is Method.BUDGET else (),
        doubts=_doubts(asked, sheets),
    )


def merged(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Put equal lines together, in the order of what they say."""
    people: dict[tuple[tuple[int, int], ...], int] = {}
    for line in lines:
        marks = tuple(sorted(line.marks.items()))
        people[marks] = people.get(marks, 0) + line.people
    return tuple(
        Line(marks=dict(marks), people=people[marks]) for marks in sorted(people)
    )


def _scores(
    asked: Asked,
    options: Sequence[Option],
    lines: Sequence[Line],
    sheets: Sequence[Sheet],
) -> list[Score]:
    given: dict[int, dict[int, int]] = {option.position: {} for option in options}
    for line in lines:
        for position, mark in line.marks.items():
            if position in given:
                marks = given[position]
                marks[mark] = marks.get(mark, 0) + line.people
    dots = _dots(sheets)
    return [
        _score(option, given[option.position], dots.get(option.position, 0), asked)
        for option in options
    ]


def _dots(sheets: Sequence[Sheet]) -> dict[int, int]:
    dots: dict[int, int] = {}
    for sheet in sheets:
        for position, many in sheet.counts.items():
            dots[position] = dots.get(position, 0) + many
    return dots


def _score(option: Option, given: Mapping[int, int], dots: int, asked: Asked) -> Score:
    """Add up marks; a dot is a person unless several points may go to one option."""
    points = sum(mark * people for mark, people in given.items()) + dots
    if asked.method is Method.OPINION:
        agree, disagree = given.get(1, 0) + dots, given.get(-1, 0)
        return Score(
            option=option.id,
            points=points,
            people=agree + disagree,
            agree=agree,
            disagree=disagree,
            passed=given.get(0, 0),
        )
    people = sum(people for mark, people in given.items() if mark > 0)
    one_each = asked.method is not Method.POINTS or asked.each == 1
    return Score(
        option=option.id, points=points, people=people + (dots if one_each else 0)
    )


def _standings(
    options: Sequence[Option], scores: Sequence[Score], dots: Mapping[int, int]
) -> tuple[Standing, ...]:
    option_of = {option.id: option for option in options}
    return tuple(
        Standing(
            option=option_of[one.score.option],
            place=one.place,
            tied=one.tied,
            points=one.score.points,
            people=one.score.people,
            dots=dots.get(option_of[one.score.option].position, 0),
            agree=one.score.agree,
            disagree=one.score.disagree,
            passed=one.score.passed,
        )
        for one in rank(scores)
    )


def _by_field(found: Sequence[Standing]) -> tuple[FieldRanking, ...]:
    parts: dict[str, list[Standing]] = {}
    for one in found:
        parts.setdefault(one.option.field.dump(), []).append(one)
    return tuple(
        FieldRanking(field=part[0].option.field, standings=_placed_anew(part))
        for _field, part in sorted(parts.items(), key=lambda item: (not item[0], item))
    )


def _placed_anew(part: Sequence[Standing]) -> tuple[Standing, ...]:
    places = {
        one.score.option: one
        for one in rank([Score(option=x.option.id, points=x.points) for x in part])
    }
    return tuple(
        Standing(
            option=one.option,
            place=places[one.option.id].place,
            tied=places[one.option.id].tied,
            points=one.points,
            people=one.people,
            dots=one.dots,
            agree=one.agree,
            disagree=one.disagree,
            passed=one.passed,
        )
        for one in part
    )


def _participation(
    took_part: Mapping[Channel, int], lines: Sequence[Line], sheets: Sequence[Sheet]
) -> Participation:
    """Count people by receipts; whoever voted by a code and left none counts too."""
    many = {channel: took_part.get(channel, 0) for channel in Channel}
    if not many[Channel.PAPER]:
        many[Channel.PAPER] = sum(sheet.people for sheet in sheets)
    on_screens = sum(many.values()) - many[Channel.PAPER]
    many[Channel.CODE] += max(0, sum(line.people for line in lines) - on_screens)
    used = [channel for channel in Channel if many[channel]]
    shown = published([many[channel] for channel in used]).counts
    return Participation(
        people=sum(many.values()),
        by_channel=tuple(zip(used, shown, strict=True)),
    )


def _spending(
    asked: Asked,
    found: Sequence[Standing],
    lines: Sequence[Line],
    shares: EqualShares | None,
) -> Spending | None:
    if asked.method is not Method.BUDGET:
        return None
    wares = [
        Ware(position=one.option.position, cost=one.option.cost, votes=one.people)
        for one in found
    ]
    if asked.completion is Completion.MOST_VOTES:
        return by_most_votes(wares, asked.budget)
    if shares is None:
        raise ValueError("equal shares are counted by a function that is handed in")
    return by_equal_shares(wares, papers_of(lines), asked.budget, shares)


def papers_of(lines: Sequence[Line]) -> list[Paper]:
    """Give what people chose, without what they did not."""
    return [
        Paper(
            chosen=frozenset(place for place, mark in line.marks.items() if mark > 0),
            people=line.people,
        )
        for line in lines
    ]


def _doubts(asked: Asked, sheets: Sequence[Sheet]) -> tuple[Doubt, ...]:
    by_shares = asked.completion is Completion.EQUAL_SHARES
    if asked.method is Method.BUDGET and by_shares and any(_dots(sheets).values()):
        return (Doubt.PAPER_NOT_IN_SHARES,)
    return ()
