"""Opinion groups as their page shows them: letters, shares of ten, sentences."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from lip.said import Spoken
from lip.words import _
from proposals.rules.consensus import Position, Side
from proposals.rules.opinion_report import ProposalShown
from proposals.voting.pages.result_views import Bar, Part
from proposals.voting.result_table import title_of
from proposals.voting.rules.opinion_groups import HEIGHT, WIDTH, Area, OpinionGroups
from proposals.voting.rules.result import Option

MOST_DIVIDING: Final = 5
CLEARLY_DIVIDED: Final = 0.3
MOST_SHARED: Final = 5
LETTERS: Final = "ABCDE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How somebody stands on a proposal: a sign, a sentence, a bar."""

    title: Spoken
    side: str
    sentence: str
    bar: Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupStand:
    """How one group stands on a proposal that divides."""

    letter: str
    sentence: str
    bar: Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """A proposal on which groups stand apart."""

    title: Spoken
    groups: Sequence[GroupStand]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A group with what is typical of it."""

    letter: str
    size: int
    typical: Sequence[Stand]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapArea:
    """An ellipse on the map with its letter; numbers as SVG wants them."""

    letter: str
    size: int
    x: float
    y: float
    wide: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGroups:
    """Everything that the page says of opinion groups."""

    enough: bool
    people: int
    grouped: int
    groups: Sequence[GroupView]
    areas: Sequence[MapArea]
    width: int
    height: int
    uniting: Sequence[Stand]
    shared: Sequence[Stand]
    dividing: Sequence[Divided]
    guide: str


def shown_groups(found: OpinionGroups, options: Sequence[Option]) -> ShownGroups:
    """Put groups into words."""
    titles = _titles(found, options)
    report = found.report
    return ShownGroups(
        enough=found.can_be_shown,
        people=report.participants,
        grouped=sum(group.size for group in report.groups),
        groups=[
            GroupView(
                letter=LETTERS[group.number - 1],
                size=group.size,
                typical=[_stand(one, titles) for one in group.representative],
            )
            for group in report.groups
        ],
        areas=[_area(area) for area in found.areas],
        width=WIDTH,
        height=HEIGHT,
        uniting=[
            _stand(one, titles)
            for one in sorted(
                (*report.united_for, *report.united_against),
                key=lambda one: -one.share,
            )[:MOST_SHARED]
        ],
        shared=_shared(report.proposals, titles),
        dividing=_dividing(report.proposals, titles),
        guide=_guide(found),
    )


def _titles(found: OpinionGroups, options: Sequence[Option]) -> Sequence[Spoken]:
    by_position = {option.position: title_of(option) for option in options}
    return [by_position[position] for position in found.positions]


def _area(area: Area) -> MapArea:
    return MapArea(
        letter=LETTERS[area.number - 1],
        size=area.size,
        x=area.x,
        y=area.y,
        wide=area.wide,
        high=area.high,
    )


def _stand(one: Position, titles: Sequence[Spoken]) -> Stand:
    tenths = of_ten(one.votes, one.seen)
    words = (
        _("%(many)s von 10 sind dafür", many=tenths)
        if one.side is Side.AGREE
        else _("%(many)s von 10 sind dagegen", many=tenths)
    )
    return Stand(
        title=titles[one.proposal],
        side=one.side.value,
        sentence=words,
        bar=_tenths_bar(one.side.value, tenths),
    )


def of_ten(many: int, seen: int) -> int:
    """Round a share to tenths: exact enough to read, too rough to reckon back."""
    return (20 * many + seen) // (2 * seen) if seen else 0


def _tenths_bar(kind: str, tenths: int) -> Bar:
    part = Part(kind=kind, begins=0, width=10 * tenths, many=str(tenths))
    return Bar(place="", title=Spoken(), parts=[part], value="")


def _shared(
    proposals: Sequence[ProposalShown], titles: Sequence[Spoken]
) -> Sequence[Stand]:
    """Find what every group is for, most of all the one that is least for it."""
    found = []
    for one in proposals:
        tenths = [of_ten(agree, seen) for agree, _dis, seen in one.by_group]
        if tenths and min(tenths) >= 6 and all(seen for *_rest, seen in one.by_group):
            found.append((one, min(tenths)))
    found.sort(key=lambda pair: (-pair[0].agree, pair[0].proposal))
    return [
        Stand(
            title=titles[one.proposal],
            side=Side.AGREE.value,
            sentence=_("In jeder Gruppe mindestens %(many)s von 10 dafür", many=least),
            bar=_tenths_bar(Side.AGREE.value, least),
        )
        for one, least in found[:MOST_SHARED]
    ]


def _dividing(
    proposals: Sequence[ProposalShown], titles: Sequence[Spoken]
) -> Sequence[Divided]:
    apart = [one for one in proposals if one.division >= CLEARLY_DIVIDED]
    apart.sort(key=lambda one: (-one.division, one.proposal))
    return [
        Divided(
            title=titles[one.proposal],
            groups=[
                _group_stand(LETTERS[place], *counts)
                for place, counts in enumerate(one.by_group)
            ],
        )
        for one in apart[:MOST_DIVIDING]
    ]


def _group_stand(letter: str, agree: int, disagree: int, seen: int) -> GroupStand:
    on, against = of_ten(agree, seen), of_ten(disagree, seen)
    passed = max(0, 10 - on - against) if seen else 0
    parts = []
    begins = 0
    for kind, tenths in (("agree", on), ("passed", passed), ("disagree", against)):
        if tenths:
            width = min(10 * tenths, 100 - begins)
            parts.append(Part(kind=kind, begins=begins, width=width, many=str(tenths)))
        begins += 10 * tenths
    return GroupStand(
        letter=letter,
        sentence=_(
            "%(on)s von 10 dafür, %(against)s von 10 dagegen", on=on, against=against
        ),
        bar=Bar(place="", title=Spoken(), parts=parts, value=""),
    )


def _guide(found: OpinionGroups) -> str:
    """Write what a browser needs to find one's own group."""
    if not found.can_be_shown:
        return ""
    plain = {"positions": found.positions, **asdict(found.guide)}
    return json.dumps(plain, separators=(",", ":"))
