"""Real contests beside the repository, and small ones made for a test."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from elections.files.reading import read_contest
from elections.rules.ballots import Ballot, Contest, Kind
from elections.rules.terms import Quota, Quotas, Terms

SHARED = Path(__file__).parents[3] / "shared/data"
CONTESTS = SHARED / "contests"
HERE = CONTESTS.is_dir()
needs_contests = pytest.mark.skipif(not HERE, reason="no real contests beside us")
LISTED = json.loads((CONTESTS / "contests.json").read_text("utf-8")) if HERE else []
BY_ID = {one["id"]: one for one in LISTED}


def real(one, method):
    file = CONTESTS / one["file"]
    return read_contest(file.name, file.read_bytes(), method=method)


def ranked(*papers, seats=1, withdrawn=()):
    ballots = tuple(
        Ballot(tuple((name, rank) for rank, name in enumerate(names, 1)), times)
        for times, names in papers
    )
    return contest_of(Kind.RANKED, ballots, seats, withdrawn)


def marked(*papers, seats=1, candidates=()):
    ballots = tuple(
        Ballot(tuple((name, 1) for name in names), times) for times, names in papers
    )
    return contest_of(Kind.MARKED, ballots, seats, (), candidates)


def scored(*papers, seats=1, candidates=(), lists=()):
    ballots = tuple(Ballot(tuple(points.items()), times) for times, points in papers)
    return contest_of(Kind.POINTS, ballots, seats, (), candidates, lists)


def contest_of(kind, ballots, seats, withdrawn, candidates=(), lists=()):
    named = {name for ballot in ballots for name, _ in ballot.marks}
    return Contest(
        kind=kind,
        candidates=tuple(candidates) or tuple(sorted(named | set(withdrawn))),
        ballots=ballots,
        seats=seats,
        withdrawn=frozenset(withdrawn),
        lists=tuple(lists),
    )


def at_most(number, association, *members):
    return Quotas(
        rules=(Quota(attribute="of", value=association, at_most=number),),
        attributes={name: {"of": association} for name in members},
    )


def terms(seats, **more):
    return Terms(seats=seats, **more)


FIVE_PERCENT = Fraction(1, 20)
TEN_PERCENT = Fraction(1, 10)
