"""The form of an election: read into a wish, and shown with what was typed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from elections.actions.associations import MOST_DELEGATES
from elections.actions.wish import TIMETABLE, ElectionWish
from elections.queries.elections import ElectionFacts
from elections.rules.eligibility import Condition
from elections.rules.planning import MOST_SEATS, MOST_STANDING, MOST_VOTES, Method
from elections.rules.record import Board
from elections.rules.stages import Entitled, TieRule
from elections.rules.terms import Completion, Quota
from lip.web.forms import Form
from lip.words import _

MOST_SECONDS: Final = 3600
SPEAKING: Final = 120
EMPTY_LINES: Final = 2
MORE_LINES: Final = 3
NUMBERS: Final = {
    "seats": (0, MOST_SEATS),
    "deputies": (0, MOST_SEATS),
    "votes_each": (1, MOST_VOTES),
    "votes_per_candidate": (1, MOST_VOTES),
    "own_limit": (1, MOST_SEATS),
    "highest_score": (1, MOST_VOTES),
    "advance": (0, MOST_STANDING),
    "delegates": (1, MOST_DELEGATES),
    "speaking_seconds": (0, MOST_SECONDS),
}
_QUOTA: Final = re.compile(r"quota-(\d{1,3})-(?:attribute|value|min|max)")
_PLAIN: Final = ("method", "completion", "ties", "board", "entitled", "voters_group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A wish as it was typed, whatever is wrong with it."""

    wish: ElectionWish
    values: Mapping[str, object]


def wish_of(election: ElectionFacts) -> ElectionWish:
    """Give what is prepared as a wish again."""
    return ElectionWish(**{
        one.name: getattr(election, one.name) for one in fields(ElectionWish)
    })


def read_wish(form: Form, zone: ZoneInfo) -> Typed:
    """Read all fields; mistakes stand in the form."""
    numbers = {
        name: _number(form, name, least, most)
        for name, (least, most) in NUMBERS.items()
    }
    wish = ElectionWish(
        title=form.said("title", most=200),
        purpose=form.said("purpose", most=2000, lines=True),
        term=form.said("term", most=100),
        seats=numbers["seats"] or 0,
        deputies=numbers["deputies"] or 0,
        method=form.choice("method", Method, default=Method.BLOCK),
        votes_each=numbers["votes_each"] or 1,
        votes_per_candidate=numbers["votes_per_candidate"],
        own_limit=numbers["own_limit"],
        highest_score=numbers["highest_score"],
        completion=form.choice("completion", Completion, default=Completion.ADD1),
        ties=form.choice("ties", TieRule, default=TieRule.LOT),
        quotas=_quotas(form),
        standing_rules=tuple(
            one.value for one in Condition if one.value in form.all("standing_rules")
        ),
        advance=numbers["advance"] or 0,
        board=form.choice("board", Board, default=Board.FULL),
        entitled=form.choice("entitled", Entitled, default=Entitled.PRESENT),
        delegates=numbers["delegates"] or 1,
        voters_group=_group(form),
        speaking_seconds=_seconds(form, numbers["speaking_seconds"]),
        nominations_until=form.moment("nominations_until", zone),
        **{name: form.day(name) for name in TIMETABLE if name != _UNTIL},
    )
    return Typed(wish=wish, values=_typed(form, wish))


_UNTIL: Final = "nominations_until"


def values_of(wish: ElectionWish, zone: ZoneInfo) -> Mapping[str, object]:
    """Give a wish as the fields of the form show it."""
    values: dict[str, object] = {
        name: _shown(getattr(wish, name), zone)
        for name in (*NUMBERS, *_PLAIN, *TIMETABLE)
    }
    for name in ("deputies", "advance", "speaking_seconds"):
        values[name] = getattr(wish, name) or ""
    return {
        **values,
        "title": wish.title,
        "purpose": wish.purpose,
        "term": wish.term,
        "standing_rules": wish.standing_rules,
        "quotas": _lines([_plain(one) for one in wish.quotas], EMPTY_LINES),
    }


def _typed(form: Form, wish: ElectionWish) -> Mapping[str, object]:
    sent = _sent_lines(form)
    filled = [line for line in sent if any(line.values())]
    empty = len(sent) - len(filled) + MORE_LINES if form.raw("more") else EMPTY_LINES
    return {
        **{name: form.raw(name)[:40] for name in (*NUMBERS, *_PLAIN, *TIMETABLE)},
        "method": wish.method.value,
        "entitled": wish.entitled.value,
        "board": wish.board.value,
        "title": wish.title,
        "purpose": wish.purpose,
        "term": wish.term,
        "standing_rules": wish.standing_rules,
        "quotas": _lines(filled, empty),
    }


def _shown(value: object, zone: ZoneInfo) -> object:
    if isinstance(value, datetime):
        return value.astimezone(zone).strftime("%Y-%m-%dT%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def _number(form: Form, name: str, least: int, most: int) -> int | None:
    if not form.raw(name).strip():
        return None
    return form.whole_number(name, least=least, most=most)


def _seconds(form: Form, typed: int | None) -> int:
    """Read the time to speak; emptied there is none, and no clock."""
    return (typed or 0) if "speaking_seconds" in form.names() else SPEAKING


def _group(form: Form) -> UUID | None:
    try:
        return UUID(form.raw("voters_group"))
    except ValueError:
        return None


def _plain(quota: Quota) -> Mapping[str, str]:
    return {
        "attribute": quota.attribute,
        "value": quota.value,
        "min": str(quota.at_least or ""),
        "max": "" if quota.at_most is None else str(quota.at_most),
    }


def _lines(
    filled: Sequence[Mapping[str, str]], empty: int
) -> Sequence[Mapping[str, str]]:
    blank = {"attribute": "", "value": "", "min": "", "max": ""}
    return [*filled, *[blank] * empty]


def _sent_lines(form: Form) -> Sequence[Mapping[str, str]]:
    """Give the lines of quotas as they were sent, empty ones included."""
    numbers = {
        int(found[1]) for name in form.names() if (found := _QUOTA.fullmatch(name))
    }
    return [
        {
            part: form.raw(f"quota-{number}-{part}").strip()[:100]
            for part in ("attribute", "value", "min", "max")
        }
        for number in sorted(numbers)
    ]


def _quotas(form: Form) -> tuple[Quota, ...]:
    """Read quotas; lines move up where one above is empty, and so do mistakes."""
    filled = [line for line in _sent_lines(form) if any(line.values())]
    return tuple(
        Quota(
            attribute=" ".join(line["attribute"].split()),
            value=" ".join(line["value"].split()),
            at_least=_seats(form, line["min"], f"quota-{place}-min") or 0,
            at_most=_seats(form, line["max"], f"quota-{place}-max"),
        )
        for place, line in enumerate(filled)
    )


def _seats(form: Form, text: str, name: str) -> int | None:
    if not text:
        return None
    if text.isdecimal() and int(text) <= MOST_SEATS:
        return int(text)
    form.refuse(
        name,
        _("Bitte eine Zahl von %(least)s bis %(most)s eingeben.", least=0, most=40),
    )
    return None
