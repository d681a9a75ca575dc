"""Hand in a proposal: in own words, once, under a number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import TooEarly, TooLate, TooMany, Unusable
from lip.fields.queries.fields import field_by_id
from lip.journal.actions.note_of import note_of
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from proposals.actions.photos import insert_photo
from proposals.actions.usable import open_now, usable
from proposals.actions.vectors import Understood, store_meaning, understand
from proposals.photo_files import NewPhoto
from proposals.queries.collecting import (
    CollectingFacts,
    collecting_of,
    locked_collecting,
)
from proposals.rules.handing_in import LONGEST_NAME, LONGEST_PLACE, Wording
from proposals.rules.standing import Standing, Way

RECENT: Final = 300
"""Among so many of the last proposals the same words are looked for."""

SAME_WORDS_SHOWN: Final = 3
"""So often the same words by the open link are shown; then somebody reads first."""

SAME_WORDS_KEPT: Final = 20
"""So often they are kept at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody wants to hand in; an empty language is guessed."""

    wording: Wording
    way: Way
    participant: UUID | None = None
    account: UUID | None = None
    place: str = ""
    author_name: str = ""
    field: UUID | None = None
    photo: NewPhoto | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """A proposal that is kept now, under the number that people call it by."""

    id: UUID
    number: int
    standing: Standing
    repeated: bool = False


async def submit(
    draft: Draft,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID,
    collecting: CollectingFacts | None = None,
) -> Submitted:
    """
    Hand in a proposal; the same request sent again changes nothing.

    `collecting` saves a query where a page has read it just now.
    """
    wording = usable(draft.wording)
    early = collecting or await collecting_of(conference.id)
    if known := await _known_of_refused(early, draft.way, now=now, request=request):
        return known
    if draft.field is not None:
        await field_by_id(draft.field)
    read = await understand(wording)
    async with transaction():
        locked = await locked_collecting(conference.id)
        if known := await _known(request):
            return known
        here = open_now(locked, draft.way, now=now)
        again = await _same_words(draft, here)
        if again.own is not None:
            return again.own
        await _check_number(draft, here)
        held = draft.way is not Way.CARD and (here.release_first or again.often)
        made = await _write(draft, read, here, held=held, now=now, request=request)
        await note_of(
            Act.PROPOSAL_SUBMITTED,
            made.id,
            conference.key,
            by=by,
            now=now,
            facts={"way": draft.way.value},
            request=request,
        )
    return made


async def _known_of_refused(
    collecting: CollectingFacts | None, way: Way, *, now: datetime, request: UUID
) -> Submitted | None:
    """Refuse outside the time, but not what was kept within it."""
    try:
        open_now(collecting, way, now=now)
    except (TooEarly, TooLate):
        if known := await _known(request):
            return known
        raise
    return None


async def _known(request: UUID) -> Submitted | None:
    if not await subjects_of_requests([request]):
        return None
    rows = await fetch(
        "SELECT id, number, standing FROM proposal WHERE request = ?", request
    )
    if not rows:
        raise Unusable("bad_request")
    return Submitted(
        id=rows[0]["id"],
        number=rows[0]["number"],
        standing=Standing(rows[0]["standing"]),
        repeated=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Again:
    """The same words were here before: by the same person, or very often."""

    own: Submitted | None = None
    often: bool = False


async def _same_words(draft: Draft, collecting: CollectingFacts) -> _Again:
    """Look for the same words among the last ones, so that floods drown nobody."""
    if draft.way is Way.CARD:
        return _Again()
    rows = await fetch(
        "SELECT id, number, standing, participant, account FROM proposal "
        "WHERE conference = ? AND number > (SELECT next_number FROM collecting "
        "WHERE conference = ?) - ? AND text = ? AND title = ? AND standing <> ?",
        collecting.conference,
        collecting.conference,
        RECENT,
        draft.wording.text,
        draft.wording.title,
        Standing.WITHDRAWN.value,
    )
    for row in rows:
        if (draft.participant and row["participant"] == draft.participant) or (
            draft.account and row["account"] == draft.account
        ):
            return _Again(
                own=Submitted(
                    id=row["id"],
                    number=row["number"],
                    standing=Standing(row["standing"]),
                    repeated=True,
                )
            )
    if draft.way is Way.LINK and len(rows) >= SAME_WORDS_KEPT:
        raise TooMany("same_words_too_often", seconds=0)
    return _Again(often=draft.way is Way.LINK and len(rows) >= SAME_WORDS_SHOWN)


async def _check_number(draft: Draft, collecting: CollectingFacts) -> None:
    if draft.participant is None:
        return
    (row,) = await fetch(
        "SELECT count(*) AS many FROM proposal WHERE participant = ? AND standing <> ?",
        draft.participant,
        Standing.WITHDRAWN.value,
    )
    if int(row["many"]) >= collecting.most_each:
        raise TooMany("enough_proposals", most=collecting.most_each, seconds=0)


_COLUMNS: Final = (
    *("id", "conference", "number", "participant", "account", "way", "place"),
    *("author_name", "language", "language_chosen", "title", "text", "standing"),
    *("reason", "reason_text", "field", "version", "revision", "request"),
    *("created_at", "changed_at"),
)
_INSERT: Final = (
    f"INSERT INTO proposal ({', '.join(_COLUMNS)}) "  # noqa: S608 - our own names
    f"VALUES ({', '.join('?' * len(_COLUMNS))})"
)


async def _write(
    draft: Draft,
    read: Understood,
    collecting: CollectingFacts,
    *,
    held: bool,
    now: datetime,
    request: UUID,
) -> Submitted:
    """Write the rows; a table's own insert would take thrice as long."""
    number, revision = await _next_number(collecting.conference)
    standing = Standing.WAITING if held else Standing.SHOWN
    made = Submitted(id=uuid4(), number=number, standing=standing)
    named = draft.author_name[:LONGEST_NAME] if collecting.names_allowed else ""
    values: Mapping[str, object] = {
        "id": made.id,
        "conference": collecting.conference,
        "number": number,
        "participant": draft.participant,
        "account": draft.account,
        "way": draft.way.value,
        "place": draft.place[:LONGEST_PLACE],
        "author_name": named,
        "language": read.language,
        "language_chosen": bool(draft.wording.language),
        "title": draft.wording.title,
        "text": draft.wording.text,
        "standing": standing.value,
        "reason": "",
        "reason_text": "",
        "field": draft.field,
        "version": 1,
        "revision": revision,
        "request": request,
        "created_at": now,
        "changed_at": now,
    }
    await fetch(_INSERT, *(values[column] for column in _COLUMNS))
    await store_meaning(made.id, read.meaning)
    if draft.photo is not None:
        await insert_photo(made.id, draft.photo, now=now)
    return made


async def _next_number(conference: UUID) -> tuple[int, int]:
    (row,) = await fetch(
        "UPDATE collecting SET next_number = next_number + 1, revision = revision + 1 "
        "WHERE conference = ? RETURNING next_number, revision",
        conference,
    )
    return int(row["next_number"]) - 1, int(row["revision"])
