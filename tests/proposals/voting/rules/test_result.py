"""Results: order changes nothing, ties are complete, sums are exact."""

from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lip.equal_shares import equal_shares
from lip.said import Said
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.counting import result_of
from proposals.voting.rules.points import Method
from proposals.voting.rules.result import (
    Asked,
    Doubt,
    Line,
    Option,
    Result,
    Sheet,
    first,
)
from proposals.voting.rules.rounds import Completion, Subject
from proposals.voting.rules.sealing import digest_of, read_result, sealed
from proposals.voting.rules.verifying import Flaw, verify

GOLDEN = Path(__file__).parents[3] / "golden" / "voting-result.json"
DIGEST = "1fe4886cee5ad4c146cfbbd6a6d1fd6a5238ebb4cd6c662bdc92cc2e22be25a1"
"""As `sha256sum` gives it."""

FIELDS = (Said(), Said.of(de="Bildung"), Said.of(de="Wohnen", ar="السكن"))


def asked(method: Method, **terms: object) -> Asked:
    return Asked(
        number=1,
        title=Said.of(de="Was zuerst?"),
        subject=Subject.PROPOSALS,
        method=method,
        **{"most": 3, "each": 3, **terms},
    )


def options(many: int, costs: tuple[int, ...] = ()) -> list[Option]:
    return [
        Option(
            id=UUID(int=place),
            position=place,
            called=10 + place,
            title=Said.of(de=f"Vorschlag {place}"),
            field=FIELDS[place % 3],
            cost=costs[place - 1] if costs else 0,
        )
        for place in range(1, many + 1)
    ]


def lines(method: Method, many: int) -> st.SearchStrategy[list[Line]]:
    marks = {
        Method.APPROVE: st.just(1),
        Method.BUDGET: st.just(1),
        Method.POINTS: st.integers(0, 3),
        Method.OPINION: st.sampled_from([-1, 0, 1]),
    }[method]
    line = st.builds(
        Line,
        marks=st.dictionaries(st.integers(1, many), marks),
        people=st.integers(1, 4),
    )
    return st.lists(line, max_size=12)


def counted(
    given_lines: list[Line], method: Method = Method.APPROVE, **rest: object
) -> Result:
    return result_of(asked(method), options(5), given_lines, took_part={}, **rest)


@given(method=st.sampled_from(Method), content=st.data())
def test_the_order_of_lines_options_and_sheets_changes_nothing(method, content):
    votes = content.draw(lines(method, 6))
    sheets = [Sheet(people=3, counts={1: 2}), Sheet(people=1, counts={2: 1, 6: 4})]
    chance = Random(content.draw(st.integers()))
    costs = (5, 3, 3, 8, 2, 1)
    wish = {"took_part": {Channel.PHONE: 20}, "shares": equal_shares}
    what = asked(method, budget=12, completion=Completion.EQUAL_SHARES)

    once = result_of(what, options(6, costs), votes, sheets=sheets, **wish)
    again = result_of(
        what,
        chance.sample(options(6, costs), 6),
        chance.sample(votes, len(votes)),
        sheets=sheets[::-1],
        **wish,
    )

    assert sealed(again) == sealed(once)


@given(method=st.sampled_from(Method), content=st.data())
def test_equal_points_share_a_place_and_nothing_else_does(method, content):
    result = counted(content.draw(lines(method, 5)), method)

    by_option = {one.option.position: one for one in result.standings}
    assert sorted(by_option) == [1, 2, 3, 4, 5]
    for one in result.standings:
        better = sum(other.points > one.points for other in result.standings)
        level = sum(other.points == one.points for other in result.standings)
        assert one.place == 1 + better
        assert one.tied == (level > 1)


@given(content=st.data())
def test_fields_part_the_options_and_rank_them_among_themselves(content):
    result = counted(content.draw(lines(Method.APPROVE, 5)))

    within = [one.option.position for part in result.fields for one in part.standings]
    assert sorted(within) == [1, 2, 3, 4, 5]
    for part in result.fields:
        assert all(one.option.field == part.field for one in part.standings)
        assert part.standings[0].place == 1


@given(method=st.sampled_from(Method), content=st.data())
def test_what_was_sealed_reads_back_as_it_was(method, content):
    result = counted(
        content.draw(lines(method, 5)),
        method,
        **({"shares": None} if method is Method.BUDGET else {}),
    )

    seal = sealed(result)

    assert read_result(seal.text) == result
    assert digest_of(seal.text) == seal.digest
    assert verify(seal.text, shares=equal_shares, digest=seal.digest).true


@given(content=st.data(), many=st.integers(1, 5))
def test_a_tie_at_the_edge_of_the_first_is_reported_not_broken(content, many):
    standings = counted(content.draw(lines(Method.APPROVE, 5))).standings

    sure, edge = first(standings, many)

    assert len(sure) <= many
    if edge:
        assert len(sure) + len(edge) > many
        assert len({one.points for one in edge}) == 1
        assert all(one.points > edge[0].points for one in sure)


def test_opinions_count_agreements_less_disagreements_and_keep_passes_apart():
    given_lines = [
        Line(marks={1: 1, 2: -1}, people=4),
        Line(marks={1: -1, 2: 0}, people=1),
    ]

    result = counted(given_lines, Method.OPINION)

    best = result.standings[0]
    last = result.standings[-1]
    assert (best.option.position, best.points, best.agree, best.disagree) == (
        1,
        3,
        4,
        1,
    )
    assert (last.option.position, last.points, last.passed) == (2, -4, 1)


def test_dots_on_paper_are_added_and_said_to_be_dots():
    result = counted(
        [Line(marks={1: 1}, people=6)], sheets=[Sheet(people=5, counts={2: 7})]
    )

    best = result.standings[0]
    assert (best.option.position, best.points, best.dots, best.people) == (2, 7, 7, 7)
    assert result.participation.people == 11


def test_points_on_paper_do_not_say_how_many_people_gave_them():
    result = counted(
        [Line(marks={1: 3}, people=2)],
        Method.POINTS,
        sheets=[Sheet(people=5, counts={1: 4})],
    )

    best = result.standings[0]
    assert (best.points, best.people, best.dots) == (10, 2, 4)


@pytest.mark.parametrize(
    "took_part, shown",
    [
        ({Channel.PHONE: 20, Channel.TABLET: 9}, {"phone": 20, "tablet": 9}),
        ({Channel.PHONE: 20, Channel.TABLET: 2}, {"phone": None, "tablet": None}),
        (
            {Channel.PHONE: 20, Channel.TABLET: 2, Channel.CODE: 4},
            {"phone": 20, "tablet": None, "code": None},
        ),
    ],
)
def test_a_way_that_few_took_is_hidden_and_cannot_be_worked_out(took_part, shown):
    result = result_of(asked(Method.APPROVE), options(2), [], took_part=took_part)

    assert dict(result.participation.by_channel) == shown
    assert result.participation.people == sum(took_part.values())


def test_who_voted_by_a_code_without_a_receipt_counts_too():
    result = result_of(
        asked(Method.APPROVE),
        options(2),
        [Line(marks={1: 1}, people=30)],
        took_part={Channel.PHONE: 20},
    )

    assert dict(result.participation.by_channel) == {
        Channel.PHONE: 20,
        Channel.CODE: 10,
    }


@pytest.mark.parametrize("people, too_few", [(0, True), (4, True), (5, False)])
def test_fewer_than_five_people_are_too_few_to_show(people, too_few):
    result = result_of(
        asked(Method.APPROVE), options(2), [], took_part={Channel.PHONE: people}
    )

    assert result.too_few is too_few


def test_lines_are_published_for_budgets_only():
    votes = [Line(marks={1: 1}, people=6)]

    assert counted(votes).lines == ()
    assert counted(votes, Method.BUDGET).lines == tuple(votes)


def test_dots_are_no_papers_of_equal_shares_and_the_result_says_so():
    result = result_of(
        asked(Method.BUDGET, budget=5, completion=Completion.EQUAL_SHARES),
        options(2, (5, 5)),
        [Line(marks={1: 1}, people=6)],
        took_part={},
        sheets=[Sheet(people=5, counts={2: 3})],
        shares=equal_shares,
    )

    assert result.doubts == (Doubt.PAPER_NOT_IN_SHARES,)


@pytest.mark.parametrize(
    "before, after, flaws",
    [
        ('"place":1', '"place":2', {Flaw.OTHER_PLACES, Flaw.OTHER_FIELDS}),
        ('"points":6', '"points":7', {Flaw.OTHER_COUNTS}),
        ('"spent":3', '"spent":4', {Flaw.NOT_CANONICAL}),
        ('"why":"bought"', '"why":"no_room"', {Flaw.OTHER_SPENDING}),
        ('"shape":"lip', '"shape":"lop', {Flaw.NOT_A_RESULT}),
        ('{"channels"', '{ "channels"', {Flaw.NOT_CANONICAL}),
    ],
)
def test_whoever_changes_a_file_is_found_out(before, after, flaws):
    result = result_of(
        asked(Method.BUDGET, budget=4),
        options(2, (3, 3)),
        [Line(marks={1: 1}, people=6), Line(marks={2: 1}, people=2)],
        took_part={},
    )
    seal = sealed(result)
    assert before in seal.text

    verdict = verify(
        seal.text.replace(before, after), shares=equal_shares, digest=seal.digest
    )

    assert flaws <= set(verdict.flaws)
    assert verdict.digest != seal.digest


def test_the_shape_of_the_file_stays_as_it_was_published():
    result = result_of(
        asked(Method.APPROVE),
        options(2),
        [Line(marks={1: 1, 2: 1}, people=5), Line(marks={2: 1}, people=2)],
        took_part={Channel.PHONE: 7},
    )

    golden = GOLDEN.read_text("utf-8")
    assert sealed(result).text == golden
    assert sealed(result).digest == DIGEST
