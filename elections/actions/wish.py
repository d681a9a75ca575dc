"""What an election is to be like, and what of it cannot be."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from elections.rules.planning import (
    HIGHEST_SCORE,
    LISTS,
    MOST_SEATS,
    MOST_STANDING,
    MOST_VOTES,
    ONE_SEAT,
    OWN_LIMITED,
    SCORED,
    Method,
    votes_each,
    votes_fit,
)
from elections.rules.quota_lines import faulty_lines, quotas_plain
from elections.rules.record import Board
from elections.rules.stages import Entitled, RoundKind, TieRule
from elections.rules.terms import Completion, Quota
from lip.said import Said

WITH_ASSOCIATIONS: Final = frozenset({Entitled.ASSOCIATIONS, Entitled.IMPORTED})
"""Where the roll says for which association somebody votes."""
TIMETABLE: Final = (
    "called_on",
    "nominations_until",
    "admission_on",
    "polls_on",
    "objections_until",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionWish:
    """What an election is to be like; words as in `tables.Election`."""

    title: Said
    purpose: Said = field(default_factory=Said)
    term: Said = field(default_factory=Said)
    seats: int = 1
    deputies: int = 0
    method: Method = Method.BLOCK
    votes_each: int = 1
    votes_per_candidate: int | None = None
    own_limit: int | None = None
    highest_score: int | None = None
    completion: str = ""
    ties: TieRule = TieRule.LOT
    quotas: tuple[Quota, ...] = ()
    standing_rules: tuple[str, ...] = ()
    advance: int = 0
    board: Board = Board.FULL
    entitled: Entitled = Entitled.PRESENT
    delegates: int = 1
    voters_group: UUID | None = None
    called_on: date | None = None
    nominations_until: datetime | None = None
    admission_on: date | None = None
    polls_on: date | None = None
    objections_until: date | None = None
    speaking_seconds: int = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class WishFault:
    """What cannot be, and the field it stands in."""

    at: str
    code: str
    facts: dict[str, object] = field(default_factory=dict)


def settled(wish: ElectionWish) -> ElectionWish:
    """Drop what the method and the voters chosen have no use for, and fill in."""
    cumulative = wish.method is Method.CUMULATIVE
    shares = wish.method is Method.EQUAL_SHARES
    score = wish.highest_score or HIGHEST_SCORE
    return replace(
        wish,
        votes_per_candidate=wish.votes_per_candidate if cumulative else None,
        own_limit=wish.own_limit if wish.method in OWN_LIMITED else None,
        highest_score=score if wish.method in SCORED else None,
        completion=(wish.completion or Completion.ADD1.value) if shares else "",
        delegates=wish.delegates if wish.entitled is Entitled.ASSOCIATIONS else 1,
        voters_group=wish.voters_group if wish.entitled is Entitled.GROUP else None,
    )


def wish_faults(wish: ElectionWish, *, zone: ZoneInfo) -> Sequence[WishFault]:
    """List all that cannot be, in the order of the form."""
    wish = settled(wish)
    found = [] if wish.title else [WishFault(at="title", code=_TITLE)]
    found += [*_of_seats(wish), *_of_votes(wish)]
    if wish.advance and wish.method in {*ONE_SEAT, *LISTS}:
        found.append(WishFault(at="advance", code="no_second_round_by_this_method"))
    elif wish.advance and not wish.seats < wish.advance <= MOST_STANDING:
        found.append(WishFault(at="advance", code="election_advance"))
    if wish.entitled is Entitled.GROUP and wish.voters_group is None:
        found.append(WishFault(at="voters_group", code="election_without_group"))
    found += [
        WishFault(at=f"quota-{one.line}-attribute", code=one.fault.value)
        for one in faulty_lines(wish.quotas, seats=wish.seats)
    ]
    return [*found, *_of_timetable(wish, zone)]


def columns_of(wish: ElectionWish) -> dict[str, Any]:
    """Write a wish as `tables.Election` keeps it."""
    wish = settled(wish)
    columns = {one.name: getattr(wish, one.name) for one in fields(ElectionWish)}
    for name in ("title", "purpose", "term"):
        columns[name] = columns[name].dump()
    for name in ("method", "ties", "board", "entitled"):
        columns[name] = columns[name].value
    columns["quotas"] = json.dumps(quotas_plain(wish.quotas), ensure_ascii=False)
    columns["standing_rules"] = json.dumps(list(wish.standing_rules))
    return columns


def round_of(wish: ElectionWish) -> RoundKind:
    """Say which round it is: the first one, where the best of it go on."""
    return RoundKind.FIRST if wish.advance else RoundKind.ONLY


_TITLE: Final = "election_without_title"


def _of_seats(wish: ElectionWish) -> list[WishFault]:
    found = []
    if not 1 <= wish.seats <= MOST_SEATS:
        fault = WishFault(at="seats", code="election_seats", facts={"most": MOST_SEATS})
        found.append(fault)
    if not 0 <= wish.deputies <= MOST_SEATS:
        found.append(WishFault(at="deputies", code="election_deputies"))
    if wish.seats > 1 and wish.method in ONE_SEAT:
        found.append(WishFault(at="method", code="election_one_seat"))
    return found


def _of_votes(wish: ElectionWish) -> list[WishFault]:
    found = []
    if not votes_fit(wish.method, seats=wish.seats, wished=wish.votes_each):
        found.append(WishFault(at="votes_each", code="election_votes"))
    for_one = wish.votes_per_candidate
    if for_one is not None and not 1 <= for_one <= wish.votes_each:
        found.append(WishFault(at="votes_per_candidate", code="election_votes_for_one"))
    if wish.own_limit is not None:
        each = votes_each(
            wish.method, seats=wish.seats, wished=wish.votes_each, standing=MOST_VOTES
        )
        if not 0 < wish.own_limit < each:
            found.append(WishFault(at="own_limit", code="election_own_limit"))
        elif wish.entitled not in WITH_ASSOCIATIONS:
            found.append(WishFault(at="own_limit", code="election_own_limit_of_whom"))
    if wish.highest_score is not None and not 1 <= wish.highest_score <= MOST_VOTES:
        found.append(WishFault(at="highest_score", code="election_highest_score"))
    return found


def _of_timetable(wish: ElectionWish, zone: ZoneInfo) -> list[WishFault]:
    """Find the first day that stands before the one it has to follow."""
    days = [(name, _day(getattr(wish, name), zone)) for name in TIMETABLE]
    set_days = [(name, day) for name, day in days if day is not None]
    return [
        WishFault(at=name, code="election_timetable")
        for (_, before), (name, day) in pairwise(set_days)
        if day < before
    ]


def _day(moment: date | datetime | None, zone: ZoneInfo) -> date | None:
    if isinstance(moment, datetime):
        return moment.astimezone(zone).date()
    return moment
