"""Keep photos of flipcharts beside a proposal, and delete them."""

from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import NotFound, TooMany
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from proposals.actions.owning import own_row, row_for
from proposals.actions.usable import check_open
from proposals.photo_files import NewPhoto
from proposals.rules.owner import Owner
from proposals.rules.standing import Way
from proposals.tables import ProposalPhoto

MOST_PHOTOS: Final = 3
LONGEST_SHOWS: Final = 500


async def add_photo(
    number: int,
    photo: NewPhoto,
    *,
    owner: Owner,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> None:
    """Keep a photo beside one's own proposal; the same picture is kept once."""
    collecting = await check_open(conference, Way.TICKET, now=now)
    if not collecting.photos_allowed:
        raise NotFound("photos_not_wanted")
    async with transaction():
        row = await own_row(number, owner, conference)
        there = await ProposalPhoto.select(ProposalPhoto.content).where(
            ProposalPhoto.proposal == row["id"]
        )
        if any(bytes(one["content"]) == photo.content for one in there):
            return
        if len(there) >= MOST_PHOTOS:
            raise TooMany("enough_photos", most=MOST_PHOTOS, seconds=0)
        await insert_photo(row["id"], photo, now=now)
        await record(_entry(Act.PHOTO_ADDED, row["id"], conference, by=by, now=now))


async def remove_photo(
    number: int,
    photo: UUID,
    *,
    owner: Owner | None,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> bool:
    """Delete a photo for good: its author may, and staff (no `owner`)."""
    async with transaction():
        row = await row_for(number, owner, conference)
        gone = await fetch(
            "DELETE FROM proposal_photo WHERE id = ? AND proposal = ? RETURNING id",
            photo,
            row["id"],
        )
        if not gone:
            return False
        await record(_entry(Act.PHOTO_REMOVED, row["id"], conference, by=by, now=now))
    return True


async def insert_photo(proposal: UUID, photo: NewPhoto, *, now: datetime) -> None:
    """Write a photo, within the transaction of the caller."""
    await ProposalPhoto.insert(
        ProposalPhoto(
            id=uuid4(),
            proposal=proposal,
            content=photo.content,
            width=photo.width,
            height=photo.height,
            shows=photo.shows[:LONGEST_SHOWS],
            added_at=now,
        )
    )


def _entry(
    act: Act, proposal: UUID, conference: ConferenceFacts, *, by: Actor, now: datetime
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=proposal, scope=conference.key)
