"""Hand in a proposal, change it, withdraw it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, lock_rows, transaction
from lip.errors import NotFound, TooEarly, TooLate, TooMany, Unusable
from lip.journal.actions.record import record
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from proposals.actions.vectors import meaning_of, store_meaning
from proposals.queries.collecting import CollectingFacts, collecting_of
from proposals.rules.handing_in import (
    LONGEST_NAME,
    LONGEST_PLACE,
    LONGEST_TEXT,
    LONGEST_TITLE,
    Fault,
    Window,
    Wording,
    faults_of,
)
from proposals.rules.languages import guess_language
from proposals.rules.standing import Standing, Way
from proposals.tables import Collecting, Proposal, ProposalVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody wants to hand in; an empty language is guessed."""

    wording: Wording
    way: Way
    participant: UUID | None = None
    place: str = ""
    author_name: str = ""


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
    wording = _usable(draft.wording)
    if known := await _known(request):
        return known
    collecting = await _open(conference, draft.way, now=now)
    meaning = await meaning_of(wording)
    async with transaction():
        this = Collecting.conference == conference.id
        await lock_rows(Collecting.select(Collecting.conference).where(this))
        if known := await _known(request):
            return known
        await _check_number(draft, collecting)
        proposal = await _row(draft, wording, collecting, request=request, now=now)
        await Proposal.insert(proposal)
        await store_meaning(proposal.id, meaning)
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


async def change(
    number: int,
    wording: Wording,
    *,
    participant: UUID,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> None:
    """Let the author word it anew; the former wording is kept as a version."""
    wording = _usable(wording)
    await _open(conference, Way.TICKET, now=now)
    meaning = await meaning_of(wording)
    async with transaction():
        row = await _own(number, participant, conference)
        if (row["title"], row["text"]) == (wording.title, wording.text) and (
            wording.language == row["language"]
        ):
            return
        await _keep_version(row)
        await Proposal.update({
            Proposal.title: wording.title,
            Proposal.text: wording.text,
            Proposal.language: wording.language,
            Proposal.version: row["version"] + 1,
            Proposal.changed_at: now,
        }).where(Proposal.id == row["id"])
        await store_meaning(row["id"], meaning)
        await record(_entry(Act.PROPOSAL_CHANGED, row["id"], conference, by, now))


async def withdraw(
    number: int,
    *,
    participant: UUID,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> None:
    """Take one's proposal back; nobody else reads it from then on."""
    async with transaction():
        row = await _own(number, participant, conference)
        if row["standing"] == Standing.WITHDRAWN:
            return
        await _open(conference, Way.TICKET, now=now)
        await Proposal.update({
            Proposal.standing: Standing.WITHDRAWN,
            Proposal.changed_at: now,
        }).where(Proposal.id == row["id"])
        await record(_entry(Act.PROPOSAL_WITHDRAWN, row["id"], conference, by, now))


def _usable(wording: Wording) -> Wording:
    match faults_of(wording):
        case Fault.NOTHING_TO_READ:
            raise Unusable("proposal_without_words")
        case Fault.TOO_LONG:
            raise Unusable(
                "proposal_too_long", most=LONGEST_TEXT, given=len(wording.text)
            )
        case Fault.TITLE_TOO_LONG:
            raise Unusable("proposal_title_too_long", most=LONGEST_TITLE)
        case None:
            return wording


async def _open(
    conference: ConferenceFacts, way: Way, *, now: datetime
) -> CollectingFacts:
    """Cards that were written in time may be entered later."""
    collecting = await collecting_of(conference.id)
    if collecting is None:
        raise TooEarly("proposals_not_collected_here")
    window = collecting.window(now)
    if window is Window.NOT_YET:
        raise TooEarly("proposals_not_yet")
    if window is Window.OVER and way is not Way.CARD:
        raise TooLate("proposals_over")
    return collecting


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


async def _check_number(draft: Draft, collecting: CollectingFacts) -> None:
    if draft.participant is None:
        return
    (row,) = await fetch(
        "SELECT count(*) AS many FROM proposal "
        "WHERE participant = ? AND conference = ? AND standing <> ?",
        draft.participant,
        collecting.conference,
        Standing.WITHDRAWN.value,
    )
    if int(row["many"]) >= collecting.most_each:
        raise TooMany("enough_proposals", most=collecting.most_each, seconds=0)


async def _row(
    draft: Draft,
    wording: Wording,
    collecting: CollectingFacts,
    *,
    request: UUID,
    now: datetime,
) -> Proposal:
    held = collecting.release_first and draft.way is not Way.CARD
    return Proposal(
        id=uuid4(),
        conference=collecting.conference,
        number=await _next_number(collecting.conference),
        participant=draft.participant,
        way=draft.way,
        place=draft.place[:LONGEST_PLACE],
        author_name=draft.author_name[:LONGEST_NAME]
        if collecting.names_allowed
        else "",
        language=wording.language or guess_language(wording.text),
        language_chosen=bool(wording.language),
        title=wording.title,
        text=wording.text,
        standing=Standing.WAITING if held else Standing.SHOWN,
        request=request,
        created_at=now,
        changed_at=now,
    )


async def _next_number(conference: UUID) -> int:
    (row,) = await fetch(
        "UPDATE collecting SET next_number = next_number + 1 WHERE conference = ? "
        "RETURNING next_number",
        conference,
    )
    return int(row["next_number"]) - 1


async def _own(
    number: int, participant: UUID, conference: ConferenceFacts
) -> dict[str, Any]:
    rows: list[dict[str, Any]] = await lock_rows(
        Proposal.select().where(
            (Proposal.conference == conference.id)
            & (Proposal.number == number)
            & (Proposal.participant == participant)
        )
    )
    if not rows:
        raise NotFound("not_your_proposal")
    return rows[0]


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


def _entry(  # noqa: PLR0917 - a short form
    act: Act, one: UUID, conference: ConferenceFacts, by: Actor, now: datetime
) -> Entry:
    return Entry(at=now, by=by, act=act, subject=one, scope=conference.key)
