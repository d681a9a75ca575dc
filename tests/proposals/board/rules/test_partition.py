"""What the machine suggests leaves alone what people have done."""

from datetime import UTC, datetime
from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from lip.said import Spoken
from proposals.board.rules.desk import Desk
from proposals.board.rules.machine_name import MachineName
from proposals.board.rules.partition import Suggested, applied
from proposals.board.rules.rows import ClusterRow, PlacementRow, ProposalRow
from proposals.rules.standing import Standing

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ROOT = UUID(int=0)


def a_proposal(number: int, **row: object) -> ProposalRow:
    return ProposalRow(id=UUID(int=number), number=number, **row)  # type: ignore[arg-type]


def a_cluster(number: int, **row: object) -> ClusterRow:
    return ClusterRow(**{  # type: ignore[arg-type]
        "id": uuid5(ROOT, f"cluster {number}"),
        "number": number,
        "position": number * 1024,
        "changed_at": NOW,
        **row,
    })


def a_placement(
    proposal: int, cluster: ClusterRow, *, rank: int = 0, by_person: bool = True
) -> PlacementRow:
    return PlacementRow(
        id=uuid5(ROOT, f"{proposal} in {cluster.number} {rank}"),
        proposal=UUID(int=proposal),
        cluster=cluster.id,
        rank=rank,
        position=proposal,
        by_person=by_person,
    )


def a_desk(
    proposals: list[ProposalRow],
    clusters: list[ClusterRow],
    placements: list[PlacementRow],
) -> Desk:
    return Desk(
        clusters={row.id: row for row in clusters},
        placements={row.id: row for row in placements},
        proposals={row.id: row for row in proposals},
    )


def suggested(*numbers: int, word: str = "Kurse") -> Suggested:
    return Suggested(
        name=MachineName(words=(Spoken(text=word, lang="de"),)),
        medoid=UUID(int=numbers[0]),
        distances={UUID(int=each): 100 for each in numbers},
    )


def lie(desk: Desk) -> dict[int, set[int]]:
    """Say which proposals have their main topic in which cluster."""
    found: dict[int, set[int]] = {row.number: set() for row in desk.clusters.values()}
    for row in desk.placements.values():
        if row.rank == 0:
            found[desk.clusters[row.cluster].number].add(row.proposal.int)
    return found


def run(desk: Desk, *clusters: Suggested, number: int = 9, key: int = 1) -> Desk:
    return applied(desk, clusters, number=number, key=UUID(int=key), now=NOW)


def test_an_empty_board_gets_what_is_suggested():
    desk = a_desk([a_proposal(each) for each in range(1, 5)], [], [])

    after = run(desk, suggested(1, 2, 3), suggested(4, word="Amt"), number=1)

    assert lie(after) == {1: {1, 2, 3}, 2: {4}}
    names = [MachineName.load(row.words).words for row in after.columns()]
    assert [[str(word) for word in words] for words in names] == [["Kurse"], ["Amt"]]
    assert not any(row.by_person for row in after.placements.values())


def test_the_same_suggestion_again_changes_nothing():
    desk = a_desk([a_proposal(each) for each in range(1, 5)], [], [])
    once = run(desk, suggested(1, 2, 3), suggested(4), number=1)

    again = run(once, suggested(1, 2, 3), suggested(4), number=3, key=2)

    assert again == once


def test_a_cluster_that_comes_out_much_the_same_keeps_its_number():
    desk = a_desk([a_proposal(each) for each in range(1, 7)], [], [])
    once = run(desk, suggested(1, 2, 3), suggested(4, 5, 6), number=1)

    again = run(once, suggested(4, 5, 3), suggested(1, 2, 6), number=3, key=2)

    assert lie(again) == {1: {1, 2, 6}, 2: {3, 4, 5}}


def test_new_ones_join_a_kept_cluster_that_makes_up_a_good_part():
    kept = a_cluster(1, kept=True, name='{"de": "Kurse"}')
    desk = a_desk(
        [a_proposal(each) for each in range(1, 6)],
        [kept],
        [a_placement(1, kept), a_placement(2, kept)],
    )

    after = run(desk, suggested(3, 1, 2, 4), suggested(5))

    assert lie(after) == {1: {1, 2, 3, 4}, 9: {5}}
    assert after.clusters[kept.id] == kept
    assert {row.proposal.int for row in after.placements.values() if row.by_person} == {
        1,
        2,
    }


def test_a_small_kept_cluster_does_not_swallow_a_large_topic():
    kept = a_cluster(1, kept=True)
    desk = a_desk(
        [a_proposal(each) for each in range(1, 9)], [kept], [a_placement(1, kept)]
    )

    after = run(desk, suggested(*range(1, 9)))

    assert lie(after) == {1: {1}, 9: set(range(2, 9))}


def test_a_further_topic_of_a_person_stays_behind_the_new_main_one():
    loose, kept = a_cluster(1), a_cluster(2, kept=True)
    second = a_placement(1, kept, rank=1)
    desk = a_desk(
        [a_proposal(1), a_proposal(2)],
        [loose, kept],
        [a_placement(1, loose, by_person=False), second],
    )

    after = run(desk, suggested(1, 2))

    assert after.placements[second.id] == second
    assert [row.rank for row in after.topics_of(UUID(int=1))] == [0, 1]


def test_what_left_the_board_or_speaks_through_another_gets_no_place():
    desk = a_desk(
        [
            a_proposal(1),
            a_proposal(2, standing=Standing.WITHDRAWN),
            a_proposal(3, standing=Standing.HIDDEN),
            a_proposal(4, merged_into=UUID(int=1)),
        ],
        [],
        [],
    )

    assert lie(run(desk, suggested(1, 2, 3, 4))) == {9: {1}}


NUMBERS = st.integers(1, 12)


@given(
    by_people=st.dictionaries(NUMBERS, st.integers(1, 3)),
    kinds=st.lists(st.integers(0, 3), min_size=12, max_size=12),
    further=st.dictionaries(NUMBERS, st.integers(1, 3)),
)
def test_every_suggestion_keeps_people_s_work_and_places_everything_once(
    by_people: dict[int, int], kinds: list[int], further: dict[int, int]
):
    clusters = {each: a_cluster(each, kept=True) for each in (1, 2, 3)}
    placements = [a_placement(one, clusters[c]) for one, c in by_people.items()]
    placements += [
        a_placement(one, clusters[c], rank=1)
        for one, c in further.items()
        if one in by_people and by_people[one] != c
    ]
    desk = a_desk(
        [a_proposal(each) for each in range(1, 13)], [*clusters.values()], placements
    )
    groups = [
        suggested(*[at + 1 for at, kind in enumerate(kinds) if kind == each])
        for each in sorted(set(kinds))
    ]

    after = run(desk, *groups, number=4)

    assert all(after.placements[row.id] == row for row in placements)
    assert all(after.clusters[row.id] == row for row in clusters.values())
    mains = [row.proposal.int for row in after.placements.values() if row.rank == 0]
    assert sorted(mains) == list(range(1, 13))
    pairs = [(row.proposal, row.cluster) for row in after.placements.values()]
    assert len(pairs) == len(set(pairs))
