"""Attach a file to a paper, or take it away again."""

from datetime import datetime
from hashlib import sha512
from uuid import UUID, uuid4

from lip.database import transaction
from lip.errors import Conflict, NotFound
from lip.journal.actions.once import once
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.papers.actions.save_paper import locked_paper
from lip.papers.queries.papers import whole_paper
from lip.papers.queries.parts import file_by_id
from lip.papers.rules.papers import MOST_FILES
from lip.papers.tables import CouncilPaper, PaperFile
from lip.programme.files.documents import checked_document
from lip.programme.rules.document_kinds import MEDIA_TYPES
from lip.programme.rules.file_names import cleaned_name


async def attach_file(
    paper: UUID,
    content: bytes,
    filename: str,
    *,
    title: str = "",
    by: Actor,
    now: datetime,
    request: UUID | None = None,
) -> UUID:
    """Store an attachment that is what its ending says; the same request once."""
    content, ending = checked_document(content, filename)

    async def write() -> UUID:
        facts = await locked_paper(paper)
        files = (await whole_paper(facts)).files
        if len(files) >= MOST_FILES:
            raise Conflict("too_many_paper_files", most=MOST_FILES)
        name = cleaned_name(filename, ending=ending)
        row = PaperFile(
            id=uuid4(),
            paper=paper,
            position=len(files) + 1,
            title=title or name.rpartition(".")[0],
            filename=name,
            media_type=MEDIA_TYPES[ending],
            content=content,
            size=len(content),
            sha512=sha512(content).hexdigest(),
            created_at=now,
            changed_at=now,
        )
        await PaperFile.insert(row)
        await _touch(paper, now)
        await record(
            Entry(
                at=now, by=by, act=Act.PAPER_FILE_ADDED, subject=row.id, request=request
            )
        )
        return row.id

    return await once(Act.PAPER_FILE_ADDED, write, request=request)


async def remove_file(paper: UUID, file: UUID, *, by: Actor, now: datetime) -> None:
    """Take an attachment away: its content goes, a mark that it was there stays."""
    async with transaction():
        await locked_paper(paper)
        there = await file_by_id(file)
        if there.paper != paper or there.removed_at is not None:
            raise NotFound("unknown_paper_file")
        await PaperFile.update({
            PaperFile.content: b"",
            PaperFile.removed_at: now,
            PaperFile.changed_at: now,
        }).where(PaperFile.id == file)
        await _touch(paper, now)
        await record(Entry(at=now, by=by, act=Act.PAPER_FILE_REMOVED, subject=file))


async def _touch(paper: UUID, now: datetime) -> None:
    await CouncilPaper.update({CouncilPaper.changed_at: now}).where(
        CouncilPaper.id == paper
    )
