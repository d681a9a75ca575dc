"""Ways of many proposals at once, and support over those that merged."""

import random
from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

import pytest

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import StoreEngine, fetch
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from proposals.actions.follow_up import Answer, say_what_became
from proposals.actions.support import support
from proposals.queries.following import merged_numbers, ways_of
from proposals.queries.proposals import shown_proposals
from proposals.queries.supported import SUPPORT
from proposals.rules.following import Became, State, Step, state_at_end
from proposals.rules.standing import Standing
from proposals.tables import Proposal
from tests.factories import clock, make_participant
from tests.proposals.collections import make_collecting, make_proposal
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio


async def merge(one: UUID, into: UUID | None) -> None:
    await Proposal.update({Proposal.merged_into: into}).where(Proposal.id == one)


async def answer(
    conference: ConferenceFacts, number: int, became: Became, **said: Said
) -> None:
    await say_what_became(
        number,
        Answer(became=became, **said),
        conference=conference,
        by=COMMAND,
        now=clock(),
        request=uuid4(),
    )


async def support_of(conference: UUID) -> dict[UUID, int]:
    rows = await fetch(
        f"SELECT p.id, {SUPPORT} AS support FROM proposal p WHERE p.conference = ?",
        conference,
    )
    return {row["id"]: int(row["support"]) for row in rows}


async def test_support_counts_every_person_once_over_what_merged(db: StoreEngine):
    conference = await make_collecting()
    ada, bo, cem = [await make_participant(conference) for _ in range(3)]
    one, two, three = [await make_proposal(conference) for _ in range(3)]
    for person, made in ((ada, one), (ada, two), (bo, two), (cem, three), (bo, three)):
        await support(
            made.number, participant=person.id, conference=conference, now=clock()
        )
    await merge(two.id, one.id)
    await merge(three.id, two.id)

    counts = await support_of(conference.id)

    assert counts == {one.id: 3, two.id: 3, three.id: 2}
    listed = {each.id: each.support for each in await shown_proposals(conference.id)}
    assert listed == counts


async def test_support_comes_apart_again_when_proposals_part(db: StoreEngine):
    conference = await make_collecting()
    ada = await make_participant(conference)
    one, two = [await make_proposal(conference) for _ in range(2)]
    await support(two.number, participant=ada.id, conference=conference, now=clock())

    await merge(two.id, one.id)
    together = await support_of(conference.id)
    await merge(two.id, None)
    apart = await support_of(conference.id)

    assert (together[one.id], apart[one.id], apart[two.id]) == (1, 0, 1)


@pytest.mark.parametrize("seed", range(5))
async def test_support_is_the_union_over_any_mergers_even_circles(
    db: StoreEngine, seed: int
):
    chance = random.Random(seed)
    conference = await make_collecting()
    people = [await make_participant(conference) for _ in range(5)]
    made = [await make_proposal(conference) for _ in range(6)]
    supporters: dict[UUID, set[UUID]] = {one.id: set() for one in made}
    for one in made:
        for person in chance.sample(people, chance.randrange(5)):
            await support(
                one.number, participant=person.id, conference=conference, now=clock()
            )
            supporters[one.id].add(person.id)
    into = {one.id: chance.choice([None, *made]) for one in made}
    for one, speaker in into.items():
        if speaker and speaker.id != one:
            await merge(one, speaker.id)

    counts = await support_of(conference.id)

    assert counts == {one: len(people) for one, people in _union(supporters, into)}


def _union(supporters, into):
    for speaker in supporters:
        group, grown = {speaker}, True
        while grown:
            more = {
                one
                for one, to in into.items()
                if to and to.id != one and to.id in group
            }
            grown = not more <= group
            group |= more
        yield speaker, set().union(*(supporters[one] for one in group))


async def test_a_merged_one_goes_the_way_of_the_one_that_speaks_for_it(
    db: StoreEngine,
):
    conference = await make_collecting()
    one, two = [await make_proposal(conference) for _ in range(2)]
    await merge(two.id, one.id)
    await answer(conference, one.number, Became.ADOPTED, title=Said.of(de="2.3"))

    ways = await ways_of([one.id, two.id])

    assert [step.state for step in ways[one.id]] == [State.COLLECTED, State.ADOPTED]
    assert [step.state for step in ways[two.id]] == [
        State.COLLECTED,
        State.MERGED,
        State.ADOPTED,
    ]
    assert ways[two.id][1].path == f"/c/konferenz/proposals/{one.number}"
    assert await merged_numbers(one.id) == [two.number]


async def test_what_a_hidden_one_speaks_for_has_no_way_to_it(db: StoreEngine):
    conference = await make_collecting()
    one, two = [await make_proposal(conference) for _ in range(2)]
    await merge(two.id, one.id)
    await Proposal.update({Proposal.standing: Standing.HIDDEN}).where(
        Proposal.id == one.id
    )

    ways = await ways_of([two.id])

    assert [step.path for step in ways[two.id]] == ["", ""]
    assert await merged_numbers(two.id) == []


async def test_what_areas_above_know_is_asked_once_for_all(db: StoreEngine):
    conference = await make_collecting()
    made = [await make_proposal(conference) for _ in range(3)]
    asked: list[Sequence[UUID]] = []

    async def voted(proposals: Sequence[UUID]) -> Mapping[UUID, Sequence[Step]]:
        asked.append(proposals)
        return {made[1].id: [Step(state=State.VOTED, place=2, out_of=3)]}

    ways = await ways_of([one.id for one in made], [voted])

    assert len(asked) == 1
    assert [state_at_end(ways[one.id]) for one in made] == [
        State.COLLECTED,
        State.VOTED,
        State.COLLECTED,
    ]


async def test_ways_cost_the_same_with_one_and_with_many(db: StoreEngine):
    conference = await make_collecting()
    made = [await make_proposal(conference) for _ in range(9)]

    with counted_queries() as for_one:
        await ways_of([made[0].id])
    with counted_queries() as for_all:
        await ways_of([one.id for one in made])

    assert len(for_one) == len(for_all) == 2


async def test_of_nothing_nothing_is_asked(db: StoreEngine):
    with counted_queries() as asked:
        assert await ways_of([]) == {}

    assert asked == []
