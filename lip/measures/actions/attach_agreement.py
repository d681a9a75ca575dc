"""Keep the file of an agreement with it, or take it away again."""

import hashlib
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from lip.database import fetch, transaction
from lip.errors import Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.measures.actions.changing import locked, note_change
from lip.measures.tables import Agreement, AgreementFile, FrozenFile
from lip.programme.files.documents import checked_document
from lip.programme.rules.document_kinds import ending_of
from lip.programme.rules.file_names import cleaned_name

KIND: Final = "pdf"
"""What is signed shall look the same on every screen, and on paper."""


async def attach_agreement(
    agreement: UUID, content: bytes, filename: str, *, by: Actor, now: datetime
) -> bool:
    """Keep a PDF instead of the one before; the same one twice changes nothing."""
    if ending_of(filename) != KIND:
        raise Unusable("agreement_not_pdf")
    content, _ending = checked_document(content, filename)
    name = cleaned_name(filename, ending=KIND)
    digest = hashlib.sha256(content).hexdigest()
    async with transaction():
        measure = await locked(Agreement, agreement, unknown="unknown_agreement")
        there = await _there(agreement)
        if there == (name, digest):
            return False
        await _remove(agreement)
        frozen = await FrozenFile.exists().where(FrozenFile.digest == digest)
        await AgreementFile.insert(
            AgreementFile(
                id=uuid4(),
                agreement=agreement,
                filename=name,
                content=b"" if frozen else content,
                size=len(content),
                digest=digest,
                created_at=now,
            )
        )
        await note_change(measure, Act.AGREEMENT_FILE_ADDED, by, now)
    return True


async def detach_agreement(agreement: UUID, *, by: Actor, now: datetime) -> bool:
    """Take the file away; tell whether there was one."""
    async with transaction():
        measure = await locked(Agreement, agreement, unknown="unknown_agreement")
        if await _there(agreement) is None:
            return False
        await _remove(agreement)
        await note_change(measure, Act.AGREEMENT_FILE_REMOVED, by, now)
    return True


async def _there(agreement: UUID) -> tuple[str, str] | None:
    rows = await fetch(
        "SELECT filename, digest FROM agreement_file WHERE agreement = ?", agreement
    )
    return (rows[0]["filename"], rows[0]["digest"]) if rows else None


async def _remove(agreement: UUID) -> None:
    await AgreementFile.delete().where(AgreementFile.agreement == agreement)
