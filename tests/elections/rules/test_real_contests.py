import json
from fractions import Fraction

import pytest

from elections.rules.ballots import Ballot, Contest, Kind
from elections.rules.counting.methods import count
from elections.rules.terms import Quota, Quotas
from tests.elections.contests import (
    BY_ID,
    CONTESTS,
    FIVE_PERCENT,
    LISTED,
    TEN_PERCENT,
    needs_contests,
    real,
    terms,
)

SCOTTISH = [one for one in LISTED if one["method"] == "stv-scottish"]
EQUAL_SHARES = [one for one in LISTED if one["method"].startswith("equalshares")]
STAR = [one for one in LISTED if one["method"] == "star"]


def named(one):
    return one["id"]


def official(one):
    return json.loads((CONTESTS / one["stages"]).read_text("utf-8"))


def is_printed_as(number, like):
    """Compare with the digits of the sheet; Glasgow cut or rounded them."""
    unit = 10 ** (5 - len(like.partition(".")[2]))
    return abs(number - Fraction(like) * 10**5) < unit


@needs_contests
@pytest.mark.parametrize("one", SCOTTISH, ids=named)
def test_scottish_ward_is_counted_as_on_the_official_sheet(one):
    sheet = official(one)

    tally = count("stv-scottish", real(one, "stv-scottish"), terms(one["seats"]))

    assert sorted(tally.winners) == one["winners"]
    assert tally.valid == sheet["valid"]
    assert dict(tally.stages[0].facts)["quota"] == sheet["quota"] * 10**5
    assert len(tally.stages) == len(sheet["stages"])
    for stage, votes in zip(tally.stages, sheet["stages"].values(), strict=True):
        mine = dict(stage.votes)
        assert mine.keys() == votes.keys()
        for name, like in votes.items():
            assert is_printed_as(mine[name], like), (name, mine[name], like)


@needs_contests
def test_cambridge_elects_the_same_nine_under_the_scottish_rule():
    one = BY_ID["cambridge2019"]

    tally = count("stv-scottish", real(one, "stv-scottish"), terms(9))

    assert sorted(tally.winners) == one["winners"]


@needs_contests
def test_burlington_ends_with_the_last_round_of_the_papers_we_have():
    """Officially 4313 to 4061 of 8980 papers; the file has 8976."""
    one = BY_ID["burlington2009"]

    tally = count("irv", real(one, "irv"), terms(1))

    assert list(tally.winners) == one["winners"]
    assert sorted(votes for _, votes in tally.stages[-1].votes) == [4060, 4313]


@needs_contests
def test_minneapolis_excludes_in_the_published_order():
    one = BY_ID["minneapolis2013mayor"]
    rounds = official(one)["results"]
    published = [
        {result["eliminated"] for result in round_["tallyResults"]}
        for round_ in rounds
        if "eliminated" in round_["tallyResults"][0]
    ]
    first = frozenset({"Undeclared Write-ins"})

    tally = count("irv", real(one, "irv"), terms(1, excluded_first=first))

    assert list(tally.winners) == one["winners"]
    gone = [name for stage in tally.stages for name in stage.excluded]
    at = 0
    for names in published[: len(gone)]:
        assert set(gone[at : at + len(names)]) == names
        at += len(names)


@needs_contests
@pytest.mark.parametrize("one", EQUAL_SHARES, ids=named)
def test_city_budget_funds_what_the_city_funded(one):
    tally = count("equal-shares", real(one, "equal-shares"), terms(one["seats"]))

    assert sorted(tally.winners) == one["winners"]


@needs_contests
@pytest.mark.parametrize("one", STAR, ids=named)
def test_star_poll_has_the_published_winner_and_duel(one):
    page = (CONTESTS / one["stages"]).read_text("utf-8")

    tally = count("star", real(one, "star"), terms(1))

    assert list(tally.winners) == one["winners"]
    for name, votes in tally.stages[1].votes:
        assert any(
            line.strip().startswith(f"{name} ") and f"-- {votes:>3}" in line
            for line in page.splitlines()
        )


@needs_contests
def test_nove_mesto_elects_its_council():
    one = BY_ID["novemesto2018"]
    rules = terms(21, threshold=FIVE_PERCENT, preference=TEN_PERCENT)

    tally = count("dhondt", real(one, "dhondt"), rules)

    assert set(tally.winners) == set(one["winners"])


@needs_contests
def test_utah_has_the_published_totals():
    one = BY_ID["utah-senate-11"]
    papers = json.loads((CONTESTS / one["file"]).read_text("utf-8"))
    ballots = tuple(
        Ballot(tuple((name, 1) for key, name in paper.items() if "vote" in key))
        for paper in papers
    )
    contest = Contest(
        kind=Kind.MARKED, candidates=tuple(one["totals"]), ballots=ballots
    )

    tally = count("approval", contest, terms(1))

    assert list(tally.winners) == one["winners"]
    assert dict(tally.stages[0].votes) == one["totals"]


def board(year):
    file = CONTESTS / f"associations/gnome{year}_totals.json"
    rows = json.loads(file.read_text("utf-8"))["totals"]
    contest = Contest(
        kind=Kind.MARKED,
        candidates=tuple(row[0] for row in rows),
        ballots=tuple(Ballot(((row[0], 1),), row[1]) for row in rows),
    )
    return contest, rows


@needs_contests
def test_gnome_2003_has_at_most_four_of_one_employer():
    contest, rows = board(2003)
    employers = {row[2] for row in rows if row[2]}
    quotas = Quotas(
        rules=tuple(
            Quota(attribute="employer", value=name, at_most=4) for name in employers
        ),
        attributes={row[0]: {"employer": row[2] or ""} for row in rows},
    )

    tally = count("block", contest, terms(11, quotas=quotas))

    assert sorted(tally.winners) == BY_ID["gnome2003"]["winners"]


@needs_contests
def test_gnome_2006_elects_its_board():
    contest, _ = board(2006)

    tally = count("block", contest, terms(7))

    assert sorted(tally.winners) == BY_ID["gnome2006"]["winners"]
