"""
A result as canonical JSON, its digest, and reading it back.

Canonical means RFC 8785: keys sorted, no spaces, UTF-8; only whole numbers and texts
stand in it, fractions as "1/3". The digest is SHA-256 over exactly these bytes, so
anybody can make it again with any program.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final
from uuid import UUID

from lip.said import Said
from proposals.voting.rules.budget import Spending, Step, Why
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method
from proposals.voting.rules.result import (
    Asked,
    Doubt,
    FieldRanking,
    Line,
    Option,
    Participation,
    Result,
    Standing,
)
from proposals.voting.rules.rounds import Completion, Subject

SHAPE: Final = "lip-voting-result/1"

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """The canonical text of a result and its digest."""

    text: str
    digest: str


def sealed(result: Result) -> Sealed:
    """Seal a result."""
    text = canonical(as_plain(result))
    return Sealed(text=text, digest=digest_of(text))


def canonical(plain: object) -> str:
    """
    Write JSON in the one way that everybody writes it (RFC 8785).

    >>> canonical({"b": [1, "ä"], "a": None})
    '{"a":null,"b":[1,"ä"]}'
    """
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest_of(text: str) -> str:
    """Give the SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def as_plain(result: Result) -> Plain:
    """Give a result as what JSON can say."""
    asked = result.asked
    return {
        "shape": SHAPE,
        "round": {
            "number": asked.number,
            "title": dict(asked.title),
            "subject": asked.subject.value,
            "method": asked.method.value,
            "most": asked.most,
            "each": asked.each,
            "budget": asked.budget,
            "completion": asked.completion.value,
        },
        "people": result.participation.people,
        "channels": [
            {"channel": channel.value, "people": people}
            for channel, people in result.participation.by_channel
        ],
        "options": sorted(
            (_plain_option(one.option) for one in result.standings),
            key=lambda option: int(option["position"]),
        ),
        "ranking": [_plain_standing(one) for one in result.standings],
        "fields": [
            {
                "field": dict(part.field),
                "ranking": [_plain_standing(one) for one in part.standings],
            }
            for part in result.fields
        ],
        "spending": _plain_spending(result.spending),
        "lines": [
            {"marks": _marks(line.marks), "people": line.people}
            for line in result.lines
        ],
        "doubts": [doubt.value for doubt in result.doubts],
    }


def _marks(marks: Mapping[int, int]) -> dict[str, int]:
    return {str(position): mark for position, mark in marks.items()}


def _plain_option(option: Option) -> Plain:
    return {
        "id": str(option.id),
        "position": option.position,
        "called": option.called,
        "title": dict(option.title),
        "text": option.text,
        "language": option.language,
        "field": dict(option.field),
        "cost": option.cost,
    }


def _plain_standing(one: Standing) -> Plain:
    return {
        "option": one.option.position,
        "place": one.place,
        "tied": one.tied,
        "points": one.points,
        "people": one.people,
        "dots": one.dots,
        "agree": one.agree,
        "disagree": one.disagree,
        "passed": one.passed,
    }


def _plain_spending(spending: Spending | None) -> Plain | None:
    if spending is None:
        return None
    return {
        "budget": spending.budget,
        "share": str(spending.share),
        "spent": spending.spent,
        "bought": list(spending.bought),
        "tied": list(spending.tied),
        "steps": [
            {
                "option": step.position,
                "why": step.why.value,
                "cost": step.cost,
                "votes": step.votes,
                "left": step.left,
                "payers": step.payers,
                "most_paid": str(step.most_paid),
            }
            for step in spending.steps
        ],
    }


def read_result(text: str) -> Result:
    """Read what `sealed` has written; what is no result raises ValueError."""
    try:
        return _result(json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a result: {error}") from None


def _result(plain: Plain) -> Result:
    if plain["shape"] != SHAPE:
        raise ValueError(f"not of the shape {SHAPE}")
    options = {one["position"]: _option(one) for one in plain["options"]}
    return Result(
        asked=_asked(plain["round"]),
        participation=Participation(
            people=plain["people"],
            by_channel=tuple(
                (Channel(one["channel"]), one["people"]) for one in plain["channels"]
            ),
        ),
        standings=_standings(plain["ranking"], options),
        fields=tuple(
            FieldRanking(
                field=Said(part["field"]),
                standings=_standings(part["ranking"], options),
            )
            for part in plain["fields"]
        ),
        spending=_spending(plain["spending"]),
        lines=tuple(
            Line(
                marks={int(place): mark for place, mark in one["marks"].items()},
                people=one["people"],
            )
            for one in plain["lines"]
        ),
        doubts=tuple(Doubt(one) for one in plain["doubts"]),
    )


def _asked(plain: Plain) -> Asked:
    return Asked(
        number=plain["number"],
        title=Said(plain["title"]),
        subject=Subject(plain["subject"]),
        method=Method(plain["method"]),
        most=plain["most"],
        each=plain["each"],
        budget=plain["budget"],
        completion=Completion(plain["completion"]),
    )


def _option(plain: Plain) -> Option:
    return Option(
        id=UUID(plain["id"]),
        position=plain["position"],
        called=plain["called"],
        title=Said(plain["title"]),
        text=plain["text"],
        language=plain["language"],
        field=Said(plain["field"]),
        cost=plain["cost"],
    )


def _standings(
    plain: Sequence[Plain], options: Mapping[int, Option]
) -> tuple[Standing, ...]:
    return tuple(
        Standing(
            option=options[one["option"]],
            place=one["place"],
            tied=one["tied"],
            points=one["points"],
            people=one["people"],
            dots=one["dots"],
            agree=one["agree"],
            disagree=one["disagree"],
            passed=one["passed"],
        )
        for one in plain
    )


def _spending(plain: Plain | None) -> Spending | None:
    if plain is None:
        return None
    return Spending(
        budget=plain["budget"],
        share=Fraction(plain["share"]),
        steps=tuple(
            Step(
                position=one["option"],
                why=Why(one["why"]),
                cost=one["cost"],
                votes=one["votes"],
                left=one["left"],
                payers=one["payers"],
                most_paid=Fraction(one["most_paid"]),
            )
            for one in plain["steps"]
        ),
    )
