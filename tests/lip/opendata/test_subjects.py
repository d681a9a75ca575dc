"""Conferences, clusters and votes as traces, search and feeds name them."""

import pytest

from lip.conference.rules.stages import Stage
from lip.conference.tables import Conference
from lip.database import StoreEngine
from lip.programme.queries.subjects import (
    public_conference_pages,
    subjects_of_conferences,
)
from lip.said import Said
from proposals.board.queries.subjects import public_clusters, subjects_of_clusters
from proposals.board.tables import Board, Cluster
from proposals.voting.queries.subjects import public_rounds, subjects_of_rounds
from proposals.voting.rules.rounds import Stage as RoundStage
from proposals.voting.tables import VotingRound
from tests.factories import clock, make_conference
from tests.proposals.voting.counted import make_round

pytestmark = pytest.mark.anyio


async def test_a_draft_has_a_name_and_no_public_page(db: StoreEngine):
    draft, shown = await make_conference("entwurf"), await make_conference("eins")
    await Conference.update({Conference.stage: Stage.DRAFT}).where(
        Conference.id == draft.id
    )

    named = await subjects_of_conferences([draft.id, shown.id])
    pages = [one async for one in public_conference_pages()]

    assert [named[one.id].public for one in (draft, shown)] == [False, True]
    assert [one.path for one in pages] == ["/c/eins"]
    assert await subjects_of_conferences([]) == {}


@pytest.mark.parametrize("public", [True, False])
async def test_clusters_can_be_read_where_the_board_is_open(
    db: StoreEngine, public: bool
):
    place = await make_conference("eins")
    await Board.insert(Board(conference=place.id, public=public, changed_at=clock()))
    named = Cluster(
        conference=place.id,
        number=1,
        position=1,
        name=Said.of(de="Sprache", ar="اللغة").dump(),
        changed_at=clock(),
    )
    nameless = Cluster(conference=place.id, number=2, position=2, changed_at=clock())
    await Cluster.insert(named, nameless)

    found = await subjects_of_clusters([named.id, nameless.id])
    pages = [(one.path, one.language) async for one in public_clusters()]

    assert found[named.id].title == Said.of(de="Sprache", ar="اللغة")
    assert found[nameless.id].title == Said.of(de="Bündel 2")
    assert {one.public for one in found.values()} == {public}
    assert ("/c/eins/clusters/1", "ar") in pages or not public
    assert len(pages) == (3 if public else 0)


async def test_a_round_is_known_from_its_opening_on(db: StoreEngine):
    place = await make_conference("eins")
    one = await make_round(place)
    opened = (await subjects_of_rounds([one.id]))[one.id]
    pages = [(page.path, page.language) async for page in public_rounds()]

    await VotingRound.update({VotingRound.stage: RoundStage.DRAFT}).where(
        VotingRound.id == one.id
    )

    assert opened.public
    assert pages == [("/c/eins/rounds/1", "de"), ("/c/eins/rounds/1", "ar")]
    assert not (await subjects_of_rounds([one.id]))[one.id].public
    assert [page async for page in public_rounds()] == []
