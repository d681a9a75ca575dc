"""Announce a draft, call a conference off, put it into the archive, or take it back."""

from datetime import datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import Stage, may_become
from lip.conference.tables import Conference
from lip.database import lock_rows, transaction
from lip.errors import Conflict
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor


async def change_stage(
    conference: ConferenceFacts, wanted: Stage, *, by: Actor, now: datetime
) -> bool:
    """Bring a conference to another stage; tell whether it was not there already."""
    async with transaction():
        (row,) = await lock_rows(
            Conference.select(Conference.stage).where(Conference.id == conference.id)
        )
        stage = Stage(row["stage"])
        if stage is wanted:
            return False
        if not may_become(stage, wanted):
            raise Conflict("stage_out_of_reach")
        await Conference.update({Conference.stage: wanted}).where(
            Conference.id == conference.id
        )
        await note_of(
            Act.STAGE_CHANGED,
            conference.id,
            conference.key,
            by=by,
            now=now,
            facts={"stage": wanted.value},
        )
    return True
