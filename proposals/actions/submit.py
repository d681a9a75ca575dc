"""Hand in a proposal: in own words, once, under a number."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, lock_rows, transaction
from lip.errors import TooMany, Unusable
from lip.fields.queries.fields import field_by_id
from lip.journal.actions.record import record
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from proposals.actions.photos import insert_photo
from proposals.actions.usable import check_open, usable
from proposals.actions.vectors import Understood, store_meaning, understand
from proposals.photo_files import NewPhoto
from proposals.queries.collecting import CollectingFacts
from proposals.rules.handing_in import LONGEST_NAME, LONGEST_PLACE, Wording
from proposals.rules.standing import Standing, Way
from proposals.tables import Collecting, Proposal

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
) -> Submitted:
    """Hand in a proposal; the same request sent again changes nothing."""
    wording = usable(draft.wording)
    if known := await _known(request):
        return known
    collecting = await check_open(conference, draft.way, now=now)
    if draft.field is not None:
        await field_by_id(draft.field)
    read = await understand(wording)
    async with transaction():
        this = Collecting.conference == conference.id
        await lock_rows(Collecting.select(Collecting.conference).where(this))
        if known := await _known(request):
            return known
        again = await _same_words(draft, collecting)
        if again.own is not None:
            return again.own
        await _check_number(draft, collecting)
        held = collecting.release_first and draft.way is not Way.CARD
        proposal = await _row(
            draft, read, collecting, held=held or again.often, now=now, request=request
        )
        await _write(proposal, read, draft.photo, now=now)
        entry = Entry(
            at=now,
            by=by,
            act=Act.PROPOSAL_SUBMITTED,
            subject=proposal.id,
            scope=conference.key,
            facts={"way": draft.way.value},
            request=request,
        )
        await record(entry)
    return Submitted(
        id=proposal.id,
        number=proposal.number,
        standing=Standing(proposal.standing),
    )


async def _write(
    proposal: Proposal, read: Understood, photo: NewPhoto | None, *, now: datetime
) -> None:
    await Proposal.insert(proposal)
    await store_meaning(proposal.id, read.meaning)
    if photo is not None:
        await insert_photo(proposal.id, photo, now=now)


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


async def _row(
    draft: Draft,
    read: Understood,
    collecting: CollectingFacts,
    *,
    held: bool,
    now: datetime,
    request: UUID,
) -> Proposal:
    number, revision = await _next_number(collecting.conference)
    named = draft.author_name[:LONGEST_NAME] if collecting.names_allowed else ""
    return Proposal(
        id=uuid4(),
        conference=collecting.conference,
        number=number,
        participant=draft.participant,
        account=draft.account,
        way=draft.way,
        place=draft.place[:LONGEST_PLACE],
        author_name=named,
        language=read.language,
        language_chosen=bool(draft.wording.language),
        title=draft.wording.title,
        text=draft.wording.text,
        standing=Standing.WAITING if held else Standing.SHOWN,
        field=draft.field,
        revision=revision,
        request=request,
        created_at=now,
        changed_at=now,
    )


async def _next_number(conference: UUID) -> tuple[int, int]:
    (row,) = await fetch(
        "UPDATE collecting SET next_number = next_number + 1, revision = revision + 1 "
        "WHERE conference = ? RETURNING next_number, revision",
        conference,
    )
    return int(row["next_number"]) - 1, int(row["revision"])
