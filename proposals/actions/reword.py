"""Let authors word their proposals anew and withdraw them, until collecting ends."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import transaction
from lip.errors import TooLate
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from proposals.actions.owning import own_row
from proposals.actions.usable import check_open, usable
from proposals.actions.vectors import store_meaning, understand
from proposals.queries.revisions import next_revision
from proposals.rules.handing_in import Wording
from proposals.rules.owner import Owner
from proposals.rules.standing import Standing, Way
from proposals.tables import Proposal, ProposalVersion


async def change(
    number: int,
    wording: Wording,
    *,
    owner: Owner,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> None:
    """Word one's own anew; the former wording is kept as a version."""
    wording = usable(wording)
    await check_open(conference, Way.TICKET, now=now)
    read = await understand(wording)
    async with transaction():
        row = await own_row(number, owner, conference)
        if row["standing"] == Standing.WITHDRAWN:
            raise TooLate("proposal_withdrawn")
        anew: dict[str, Any] = {
            "title": wording.title,
            "text": wording.text,
            "language": read.language,
            "language_chosen": bool(wording.language),
        }
        if all(row[name] == value for name, value in anew.items()):
            return
        await _keep_version(row)
        await Proposal.update(
            **anew,
            version=row["version"] + 1,
            revision=await next_revision(conference.id),
            changed_at=now,
        ).where(Proposal.id == row["id"])
        await store_meaning(row["id"], read.meaning)
        await note_of(Act.PROPOSAL_CHANGED, row["id"], conference.key, by=by, now=now)


async def withdraw(
    number: int,
    *,
    owner: Owner,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> None:
    """Take one's proposal back; nobody else reads it from then on."""
    async with transaction():
        row = await own_row(number, owner, conference)
        if row["standing"] == Standing.WITHDRAWN:
            return
        await check_open(conference, Way.TICKET, now=now)
        await Proposal.update({
            Proposal.standing: Standing.WITHDRAWN,
            Proposal.revision: await next_revision(conference.id),
            Proposal.changed_at: now,
        }).where(Proposal.id == row["id"])
        await note_of(Act.PROPOSAL_WITHDRAWN, row["id"], conference.key, by=by, now=now)


async def _keep_version(row: dict[str, Any]) -> None:
    before = ProposalVersion(
        id=uuid4(),
        proposal=row["id"],
        version=row["version"],
        language=row["language"],
        title=row["title"],
        text=row["text"],
        written_at=row["changed_at"],
    )
    await ProposalVersion.insert(before)
