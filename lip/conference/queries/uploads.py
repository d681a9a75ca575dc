"""Uploaded lists between upload and import."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.import_plan import ImportPlan, read_plan
from lip.conference.tables import UploadedList
from lip.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """
    An uploaded list, or what its import came to.

    Once `plan.outcome` is set, `content` is no longer the list but the report as JSON.
    """

    id: UUID
    filename: str
    content: bytes
    sheet: str
    plan: ImportPlan
    uploaded_at: datetime


async def upload_of(conference: ConferenceFacts, upload: UUID) -> Upload:
    """Find an uploaded list of this conference, or raise NotFound."""
    row = (
        await UploadedList
        .select()
        .where(UploadedList.id == upload)
        .where(UploadedList.conference == conference.id)
        .first()
    )
    if row is None:
        raise NotFound("upload_gone")
    return Upload(
        id=row["id"],
        filename=row["filename"],
        content=bytes(row["content"]),
        sheet=row["sheet"],
        plan=read_plan(row["mapping"]),
        uploaded_at=row["uploaded_at"],
    )
