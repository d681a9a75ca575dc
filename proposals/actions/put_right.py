"""Put a proposal into a field of action, and correct its language; words stay."""

from datetime import datetime
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import transaction
from lip.errors import Unusable
from lip.fields.queries.fields import field_by_id
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from proposals.actions.owning import row_for
from proposals.rules.owner import Owner
from proposals.rules.tongues import TONGUES
from proposals.tables import Proposal


async def put_in_field(
    number: int,
    field: UUID | None,
    *,
    owner: Owner | None,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> bool:
    """Put a proposal into a field of action, None: into none; staff has no `owner`."""
    if field is not None:
        await field_by_id(field)
    async with transaction():
        row = await row_for(number, owner, conference)
        if row["field"] == field:
            return False
        await Proposal.update({Proposal.field: field, Proposal.changed_at: now}).where(
            Proposal.id == row["id"]
        )
        await note_of(
            Act.PROPOSAL_PUT_IN_FIELD, row["id"], conference.key, by=by, now=now
        )
    return True


async def set_language(
    number: int,
    language: str,
    *,
    owner: Owner | None,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> bool:
    """Say in which language a proposal is; what a person says, no machine changes."""
    if language not in TONGUES:
        raise Unusable("bad_request")
    async with transaction():
        row = await row_for(number, owner, conference)
        if row["language"] == language and row["language_chosen"]:
            return False
        await Proposal.update({
            Proposal.language: language,
            Proposal.language_chosen: True,
            Proposal.changed_at: now,
        }).where(Proposal.id == row["id"])
        await note_of(
            Act.PROPOSAL_LANGUAGE_SET, row["id"], conference.key, by=by, now=now
        )
    return True
