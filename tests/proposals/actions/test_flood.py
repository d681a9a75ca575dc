"""Spam and floods are limited, and nothing that people wrote is lost."""

from uuid import uuid4

import pytest

from lip.database import StoreEngine
from lip.errors import TooMany
from proposals.queries.proposals import counts_by_standing, shown_proposals
from proposals.rules.standing import Standing, Way
from tests.factories import make_participant
from tests.proposals.collections import make_collecting, make_proposal

pytestmark = pytest.mark.anyio


async def test_the_same_words_of_one_person_are_kept_once(db: StoreEngine):
    conference = await make_collecting(most_each=3)
    ada, bo = [await make_participant(conference) for _ in range(2)]

    made = [
        await make_proposal(conference, "Mehr Kurse", participant=ada.id)
        for _ in range(5)
    ]
    other = await make_proposal(conference, "Mehr Kurse", participant=bo.id)

    assert {one.number for one in made} == {1}
    assert [one.repeated for one in made] == [False, True, True, True, True]
    assert other.number == 2


async def test_500_times_the_same_by_the_link_drowns_nobody(db: StoreEngine):
    conference = await make_collecting(with_link=True)
    await make_proposal(conference, "Ein anderer Vorschlag", way=Way.LINK)

    refused = 0
    for _ in range(500):
        try:
            await make_proposal(conference, "Kauft bei uns!", way=Way.LINK)
        except TooMany:
            refused += 1

    counts = await counts_by_standing(conference.id)
    assert counts[Standing.SHOWN] == 4
    assert counts[Standing.WAITING] == 17
    assert refused == 480


async def test_500_cards_with_the_same_words_are_500_cards(db: StoreEngine):
    conference = await make_collecting()

    for _ in range(30):
        await make_proposal(conference, "Mehr Kurse", way=Way.CARD, place="Tisch 4")

    assert len(await shown_proposals(conference.id)) == 30


async def test_a_repeated_request_is_no_flood(db: StoreEngine):
    conference = await make_collecting(most_each=1)
    ada = await make_participant(conference)
    request = uuid4()

    made = [
        await make_proposal(conference, participant=ada.id, request=request)
        for _ in range(3)
    ]

    assert len({one.id for one in made}) == 1
