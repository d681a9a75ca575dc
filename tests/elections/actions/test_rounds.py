"""Ties: by lot, by another round, and never by an officer alone."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from elections.actions.count_ballots import agree_to_finish, count_ballots
from elections.actions.draw_lot import agree_to_lot, drawn, thrown
from elections.actions.next_round import prepare_next_round
from elections.checking import check
from elections.files.bundle import read_bundle, written
from elections.queries.elections import election_by_id, election_of, nominations_of
from elections.queries.rounds import rounds_of
from elections.records import unsigned_of
from elections.recounting import whole
from elections.rules.record import Kind
from elections.rules.stages import PollStage, RoundKind, TieRule
from elections.rules.terms import Quota
from lip.errors import TooEarly, TooLate, Unusable
from lip.journal.rules.entries import COMMAND
from tests.elections.polls import (
    Hall,
    close,
    credential_for,
    make_hall,
    open_hall,
    published,
    vote,
)
from tests.factories import KEYS, clock

pytestmark = pytest.mark.anyio

WITNESSES = ("Ida", "Jo")
DICE = "61524" * 4


async def voted(hall: Hall, *ballots: Sequence[str]) -> Hall:
    """Let people vote, close and count."""
    for person, marks in zip(hall.people, ballots, strict=False):
        await vote(hall, await credential_for(hall, person.id), *marks)
    await close(hall)
    await count_ballots(hall.election, by=COMMAND, now=clock())
    return replace(hall, election=await election_by_id(hall.election.id))


async def finished(hall: Hall, *officers: UUID) -> Hall:
    for officer in officers or (uuid4(), uuid4()):
        await agree_to_finish(
            hall.election, officer=officer, keys=KEYS, by=COMMAND, now=clock()
        )
    return replace(hall, election=await election_by_id(hall.election.id))


async def next_hall(hall: Hall) -> Hall:
    """Prepare the next round, make this one final, and open the polls again."""
    number = await prepare_next_round(hall.election, by=COMMAND, now=clock())
    await finished(hall)
    election = await election_of(hall.conference.id, number)
    return await open_hall(replace(hall, election=election))


async def lot_by(hall: Hall, officer: UUID, digits: str = DICE) -> bool:
    lot = await thrown(hall.election, digits, WITNESSES)
    return await agree_to_lot(
        hall.election, lot, officer=officer, by=COMMAND, now=clock()
    )


def failing(bundle):
    return [one.code for one in check(bundle) if not one.holds]


async def test_a_runoff_of_the_tied_fills_the_open_seat_and_the_chain_is_checked(db):
    hall = await make_hall(ties=TieRule.RUNOFF, deputies=1)
    hall = await voted(
        await open_hall(hall), ("k1", "k2"), ("k1", "k3"), ("k1", "k2"), ("k3",)
    )

    second = await next_hall(hall)
    standing = await nominations_of(second.election.id)
    second = await voted(second, ("k1",), ("k1",), ("k2",))
    await finished(second)
    bundle = await published(second)

    assert second.election.round_kind is RoundKind.RUNOFF
    assert second.election.seats == 1
    assert sorted(one.name for one in standing) == ["Bo", "Cem"]
    assert failing(bundle) == []
    assert failing(read_bundle(written(bundle))) == []
    assert whole(bundle.rounds).winners == ("k1", "k2")
    assert whole(bundle.rounds).deputies[0] == ("k3",)
    assert [one.id for one in await rounds_of(hall.election)] == [
        hall.election.id,
        second.election.id,
    ]


async def test_the_best_go_on_and_who_is_level_at_the_border_goes_on_too(db):
    hall = await make_hall(seats=1, advance=2, names=("Ada", "Bo", "Cem", "Dilek"))
    hall = await voted(await open_hall(hall), ("k4",), ("k4",), ("k1",), ("k3",))

    second = await next_hall(hall)
    names = [one.name for one in await nominations_of(second.election.id)]
    second = await voted(second, ("k1",), ("k1",), ("k2",))
    await finished(second)
    bundle = await published(second)

    assert second.election.round_kind is RoundKind.SECOND
    assert sorted(names) == ["Ada", "Cem", "Dilek"]
    assert failing(bundle) == []
    assert whole(bundle.rounds).winners == ("k1",)
    assert {one.facts.get("winners") for one in check(bundle)} >= {("Ada",)}


async def test_a_bundle_without_the_round_before_is_found_out(db):
    hall = await make_hall(seats=1, advance=2)
    hall = await voted(await open_hall(hall), ("k4",), ("k4",), ("k1",), ("k3",))
    second = await voted(await next_hall(hall), ("k1",), ("k2",))
    for officer in (uuid4(), uuid4()):
        await lot_by(second, officer)
    await finished(second)
    bundle = await published(second)

    other = replace(bundle, earlier=(replace(bundle, earlier=()),))

    assert failing(bundle) == []
    assert failing(replace(bundle, earlier=())) == ["follows"]
    assert failing(other) != []


async def test_nothing_goes_on_before_the_round_before_is_final(db):
    hall = await make_hall(seats=1, advance=2)
    hall = await voted(await open_hall(hall), ("k4",), ("k1",), ("k1",))
    number = await prepare_next_round(hall.election, by=COMMAND, now=clock())
    again = await prepare_next_round(hall.election, by=COMMAND, now=clock())
    later = replace(hall, election=await election_of(hall.conference.id, number))

    assert number == again
    with pytest.raises(TooEarly, match="earlier_round_not_final"):
        await open_hall(later)


async def test_without_a_tie_there_is_no_runoff(db):
    hall = await voted(await open_hall(await make_hall(seats=1)), ("k1",), ("k1",))

    with pytest.raises(Unusable, match="nothing_is_tied"):
        await prepare_next_round(hall.election, by=COMMAND, now=clock())


async def test_quotas_of_a_runoff_are_what_the_elected_leave_open(db):
    quota = Quota(attribute="association", value="MiSO", at_least=0, at_most=1)
    hall = await make_hall(quotas=(quota,), ties=TieRule.RUNOFF)
    hall = await voted(
        await open_hall(hall), ("k1", "k2"), ("k1", "k3"), ("k1",), ("k2",), ("k3",)
    )

    second = await next_hall(hall)
    second = await voted(second, ("k1",))
    await finished(second)

    assert second.election.quotas == (quota,)
    assert failing(await published(second)) == []


async def test_two_officers_type_in_the_dice_and_a_third_decides_between_them(db):
    hall = await voted(await open_hall(await make_hall(seats=1)), ("k1",), ("k2",))
    one, other, third = uuid4(), uuid4(), uuid4()

    told = [
        await lot_by(hall, one),
        await lot_by(hall, one),
        await lot_by(hall, other, DICE[::-1]),
        await lot_by(hall, third),
    ]
    lots = (await unsigned_of(hall.election.id)).all(Kind.LOT)

    assert told == [False, False, False, True]
    assert [lot["digits"] for lot in lots] == [DICE]


async def test_a_lot_drawn_by_hand_names_everybody_who_is_level(db):
    hall = await voted(await open_hall(await make_hall(seats=1)), ("k1",), ("k2",))

    with pytest.raises(Unusable, match="lot_names_missing"):
        await drawn(hall.election, ["k2"], WITNESSES)
    with pytest.raises(Unusable, match="lot_names_wrong"):
        await drawn(hall.election, ["k2", "k2"], WITNESSES)
    with pytest.raises(Unusable, match="too_few_witnesses"):
        await drawn(hall.election, ["k2", "k1"], ["Ida"])
    lot = await drawn(hall.election, ["k2", "k1"], WITNESSES)
    for officer in (uuid4(), uuid4()):
        await agree_to_lot(hall.election, lot, officer=officer, by=COMMAND, now=clock())
    await finished(hall)

    assert failing(await published(hall)) == []
    assert whole([await published(hall)]).winners == ("k2",)


async def test_no_lot_where_the_next_round_decides(db):
    hall = await make_hall(seats=1, ties=TieRule.RUNOFF)
    hall = await voted(await open_hall(hall), ("k1",), ("k2",))
    await prepare_next_round(hall.election, by=COMMAND, now=clock())

    with pytest.raises(TooLate, match="next_round_decides"):
        await lot_by(hall, uuid4())


async def test_an_officer_alone_or_early_neither_closes_counts_settles_nor_ends(db):
    alone = uuid4()
    hall = await open_hall(await make_hall(seats=1))
    for place, mark in enumerate(("k1", "k2")):
        await vote(hall, await credential_for(hall, hall.people[place].id), mark)

    with pytest.raises(TooEarly, match="polls_still_open"):
        await count_ballots(hall.election, by=COMMAND, now=clock())
    with pytest.raises(TooEarly, match="ballots_not_counted"):
        await agree_to_finish(
            hall.election, officer=alone, keys=KEYS, by=COMMAND, now=clock()
        )
    closed = [await close(hall, alone), await close(hall, alone)]
    await close(hall)
    hall = replace(hall, election=await election_by_id(hall.election.id))
    with pytest.raises(TooEarly, match="ballots_not_counted"):
        await lot_by(hall, alone)
    await count_ballots(hall.election, by=COMMAND, now=clock())
    settled = [await lot_by(hall, alone), await lot_by(hall, alone)]
    with pytest.raises(Unusable, match="tie_not_settled"):
        await finished(hall, alone)
    await lot_by(hall, uuid4())
    hall = await finished(hall, alone, alone)

    assert closed == settled == [False, False]
    assert hall.election.stage is PollStage.COUNTED
