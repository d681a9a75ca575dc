"""Write a comment, take it back, correct its language."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import NotFound, TooLate, TooMany, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.queries import entry_of_request
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from proposals.detecting import detect_language
from proposals.queries.collecting import CollectingFacts, collecting_of
from proposals.queries.comments import written_lately
from proposals.rules.commenting import (
    LONGEST_COMMENT,
    MOST_AT_ONCE,
    WHILE,
    fault_of,
    minutes_to_wait,
)
from proposals.rules.handing_in import LONGEST_NAME, Fault
from proposals.rules.standing import Standing
from proposals.tables import Comment


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Who writes: the holder of a ticket, or somebody with an account."""

    participant: UUID | None = None
    person: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What somebody wants to say; an empty language is guessed."""

    text: str
    language: str = ""
    author_name: str = ""


async def write_comment(
    number: int,
    remark: Remark,
    *,
    writer: Writer,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID,
) -> int:
    """Write below a proposal and return the comment's number; sent twice it is one."""
    _check(remark.text)
    collecting = await _open(conference)
    if not remark.language:
        guess = await asyncio.to_thread(detect_language, remark.text)
        remark = replace(remark, language=guess)
    async with transaction():
        proposal = await _locked(conference, number)
        if (known := await _known(request, proposal)) is not None:
            return known
        await _check_flood(writer, now=now)
        row = _row(
            remark, writer, collecting, proposal=proposal, request=request, now=now
        )
        row.number = await _next_number(proposal)
        await Comment.insert(row)
        await note_of(
            Act.COMMENT_WRITTEN, row.id, conference.key, by=by, now=now, request=request
        )
    return int(row.number)


async def withdraw_comment(
    number: int,
    comment: int,
    *,
    writer: Writer,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> bool:
    """Take one's own comment back; doing it twice changes nothing."""
    async with transaction():
        row = await own_comment(number, comment, writer, conference)
        if row["standing"] == Standing.WITHDRAWN:
            return False
        await fetch(
            "UPDATE comment SET standing = ? WHERE id = ?",
            Standing.WITHDRAWN.value,
            row["id"],
        )
        act = Act.COMMENT_WITHDRAWN
        await note_of(act, row["id"], conference.key, by=by, now=now)
    return True


async def correct_language(
    number: int,
    comment: int,
    language: str,
    *,
    writer: Writer,
    conference: ConferenceFacts,
) -> None:
    """Let somebody say in what language she wrote."""
    async with transaction():
        row = await own_comment(number, comment, writer, conference)
        await fetch("UPDATE comment SET language = ? WHERE id = ?", language, row["id"])


async def own_comment(
    number: int, comment: int, writer: Writer, conference: ConferenceFacts
) -> dict[str, Any]:
    """Find one's own comment, or raise NotFound."""
    rows = await fetch(
        "SELECT c.id, c.standing FROM comment c JOIN proposal p ON p.id = c.proposal "
        "WHERE p.conference = ? AND p.number = ? AND c.number = ? "
        "AND (c.participant = ? OR c.person = ?)",
        conference.id,
        number,
        comment,
        writer.participant,
        writer.person,
    )
    if not rows:
        raise NotFound("not_your_comment")
    return rows[0]


def _check(text: str) -> None:
    match fault_of(text):
        case Fault.NOTHING_TO_READ:
            raise Unusable("comment_without_words")
        case Fault.TOO_LONG:
            raise Unusable("comment_too_long", most=LONGEST_COMMENT, given=len(text))
        case _:
            return


async def _open(conference: ConferenceFacts) -> CollectingFacts:
    collecting = await collecting_of(conference.id)
    if collecting is None or not collecting.comments_open:
        raise TooLate("discussion_closed")
    return collecting


async def _locked(conference: ConferenceFacts, number: int) -> UUID:
    rows = await fetch(
        "UPDATE proposal SET number = number "
        "WHERE conference = ? AND number = ? AND standing = ? RETURNING id",
        conference.id,
        number,
        Standing.SHOWN.value,
    )
    if not rows:
        raise NotFound("no_such_proposal", number=number)
    found: UUID = rows[0]["id"]
    return found


async def _known(request: UUID, proposal: UUID) -> int | None:
    if await entry_of_request(request) is None:
        return None
    rows = await fetch(
        "SELECT number FROM comment WHERE request = ? AND proposal = ?",
        request,
        proposal,
    )
    if not rows:
        raise Unusable("bad_request")
    return int(rows[0]["number"])


async def _check_flood(writer: Writer, *, now: datetime) -> None:
    written = await written_lately(
        writer.participant, writer.person, since=now - WHILE, most=MOST_AT_ONCE
    )
    if minutes := minutes_to_wait(written, now=now):
        raise TooMany("too_many_comments", minutes=minutes, seconds=minutes * 60)


async def _next_number(proposal: UUID) -> int:
    (row,) = await fetch(
        "SELECT coalesce(max(number), 0) AS last FROM comment WHERE proposal = ?",
        proposal,
    )
    return int(row["last"]) + 1


def _row(
    remark: Remark,
    writer: Writer,
    collecting: CollectingFacts,
    *,
    proposal: UUID,
    request: UUID,
    now: datetime,
) -> Comment:
    waits = collecting.release_first and writer.person is None
    named = collecting.names_allowed or writer.person is not None
    return Comment(
        id=uuid4(),
        proposal=proposal,
        participant=writer.participant,
        person=writer.person,
        author_name=remark.author_name[:LONGEST_NAME] if named else "",
        language=remark.language,
        text=remark.text,
        standing=Standing.WAITING if waits else Standing.SHOWN,
        request=request,
        created_at=now,
    )
