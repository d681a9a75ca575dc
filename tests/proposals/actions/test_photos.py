"""Photos beside proposals: kept, deleted, and gone with the person."""

from uuid import uuid4

import pytest

from lip.database import StoreEngine
from lip.errors import NotFound, TooMany
from lip.journal.rules.entries import COMMAND
from proposals.actions.forget import forget_photos
from proposals.actions.photos import MOST_PHOTOS, add_photo, remove_photo
from proposals.kept import KINDS
from proposals.photo_files import photo_from
from proposals.queries.photos import photos_of, picture_of
from proposals.rules.owner import Owner
from proposals.tables import ProposalPhoto
from tests.factories import clock, make_participant
from tests.proposals.collections import (
    SOMEBODY,
    collect,
    make_collecting,
    make_proposal,
)
from tests.proposals.pictures import picture

pytestmark = pytest.mark.anyio


async def with_photo():
    conference = await make_collecting()
    ada = await make_participant(conference)
    photo = photo_from(picture(), shows="Deutschkurse")
    made = await make_proposal(conference, participant=ada.id, photo=photo)
    return conference, ada, made


async def add(conference, number, owner, size):
    await add_photo(
        number,
        photo_from(picture((size, 40)), shows="Noch eins"),
        owner=owner,
        conference=conference,
        by=SOMEBODY,
        now=clock(),
    )


async def test_a_photo_comes_with_the_proposal(db: StoreEngine):
    conference, ada, made = await with_photo()

    (photo,) = (await photos_of([made.id]))[made.id]
    sent = await picture_of(conference.id, made.number, photo.id)

    assert (photo.width, photo.height, photo.shows) == (80, 40, "Deutschkurse")
    assert sent is not None
    assert (sent.shown, sent.participant) == (True, ada.id)
    assert await picture_of(conference.id, made.number, uuid4()) is None


async def test_only_so_many_and_the_same_one_once(db: StoreEngine):
    conference, ada, made = await with_photo()
    owner = Owner(participant=ada.id)

    for size in (80, 100, 120, 120):
        if size == 80:
            continue
        await add(conference, made.number, owner, size)

    assert len((await photos_of([made.id]))[made.id]) == MOST_PHOTOS
    with pytest.raises(TooMany):
        await add(conference, made.number, owner, 140)


async def test_where_photos_are_not_wanted_none_is_kept(db: StoreEngine):
    conference, ada, made = await with_photo()
    await collect(conference, photos_allowed=False)

    with pytest.raises(NotFound):
        await add(conference, made.number, Owner(participant=ada.id), 100)


async def test_author_and_moderators_delete_others_do_not(db: StoreEngine):
    conference, ada, made = await with_photo()
    bo = await make_participant(conference)
    (photo,) = (await photos_of([made.id]))[made.id]
    rest = {"conference": conference, "by": COMMAND, "now": clock()}

    with pytest.raises(NotFound):
        await remove_photo(
            made.number, photo.id, owner=Owner(participant=bo.id), **rest
        )
    mine = Owner(participant=ada.id)
    gone = [
        await remove_photo(made.number, photo.id, owner=who, **rest)
        for who in (mine, None)
    ]

    assert gone == [True, False]
    assert await ProposalPhoto.count() == 0


async def test_photos_are_in_the_copy_and_go_with_the_person(db: StoreEngine):
    _conference, ada, _made = await with_photo()
    (kind,) = [one for one in KINDS if one.name == "proposal photos"]

    copy = await kind.of_person(ada.id)
    gone = await forget_photos(ada.id)

    assert "Deutschkurse" in copy[0].values()
    assert gone == 1
    assert await ProposalPhoto.count() == 0
