"""Add documents to a conference, publish them, take them away."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.tables import Conference
from lip.database import lock_rows, transaction
from lip.errors import Conflict, Unusable
from lip.journal.actions.record import record
from lip.journal.queries import entry_of_request
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.programme.files.documents import checked_document
from lip.programme.queries.files import document_by_id, documents_of
from lip.programme.rules.document_kinds import MEDIA_TYPES, MOST
from lip.programme.rules.file_names import cleaned_name
from lip.programme.tables import ConferenceFile
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentWish:
    """What is said of a document, and whether everybody may read it."""

    title: Said
    language: str = ""
    published: bool = False


async def add_file(
    content: bytes,
    filename: str,
    wish: DocumentWish,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID | None = None,
) -> UUID:
    """Store a document under a clean name; the same request stores it once."""
    _check(wish)
    checked, ending = checked_document(content, filename)
    async with transaction():
        await lock_rows(
            Conference.select(Conference.id).where(Conference.id == conference.id)
        )
        if request and (entry := await entry_of_request(request)):
            return _same(entry)
        if len(await documents_of(conference.id, drafts=True)) >= MOST:
            raise Conflict("too_many_documents", most=MOST)
        row = ConferenceFile(
            id=uuid4(),
            conference=conference.id,
            title=wish.title.dump(),
            language=wish.language,
            filename=cleaned_name(filename, ending=ending),
            media_type=MEDIA_TYPES[ending],
            content=checked,
            published_at=now if wish.published else None,
            created_at=now,
        )
        await row.save()
        added = _entry(Act.FILE_ADDED, row.id, conference, by, now, request)
        await record(added)
    return row.id


def _same(entry: Entry) -> UUID:
    if entry.act is not Act.FILE_ADDED or entry.subject is None:
        raise Conflict("request_used_otherwise")
    return entry.subject


async def change_file(
    document: UUID,
    wish: DocumentWish,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> bool:
    """Change what is said of a document; tell whether anything is different now."""
    _check(wish)
    async with transaction():
        await lock_rows(
            ConferenceFile.select(ConferenceFile.id).where(
                ConferenceFile.id == document
            )
        )
        there = await document_by_id(document, conference=conference.id)
        before = DocumentWish(
            title=there.title, language=there.language, published=there.published
        )
        if before == wish:
            return False
        since = (there.published_at or now) if wish.published else None
        await ConferenceFile.update({
            ConferenceFile.title: wish.title.dump(),
            ConferenceFile.language: wish.language,
            ConferenceFile.published_at: since,
        }).where(ConferenceFile.id == document)
        await record(_entry(Act.FILE_CHANGED, document, conference, by, now))
    return True


async def remove_file(
    document: UUID, *, conference: ConferenceFacts, by: Actor, now: datetime
) -> bool:
    """Delete a document for good; deleting it twice changes nothing."""
    async with transaction():
        gone = (
            await ConferenceFile
            .delete()
            .where(ConferenceFile.id == document)
            .where(ConferenceFile.conference == conference.id)
            .returning(ConferenceFile.id)
        )
        if not gone:
            return False
        await record(_entry(Act.FILE_REMOVED, document, conference, by, now))
    return True


def _check(wish: DocumentWish) -> None:
    if not wish.title:
        raise Unusable("document_needs_title")


def _entry(  # noqa: PLR0917 - a short form
    act: Act,
    subject: UUID,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID | None = None,
) -> Entry:
    return Entry(
        at=now,
        by=by,
        act=act,
        subject=subject,
        scope=conference.key,
        request=request,
    )
