"""Say what became of a proposal; what was said before stays."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import NotFound, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.queries import entry_of_request
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.said import Said
from proposals.rules.following import Became
from proposals.rules.standing import Standing
from proposals.tables import FollowUp

LONGEST_ANSWER: Final = 2000
LONGEST_PLAN_TITLE: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """
    What the city says of a proposal.

    `reason` must be there when it is not followed; `title` is what the chapter or
    measure is called, `address` where it can be read (https://… or /… of ours).
    """

    became: Became
    reason: Said = field(default_factory=Said)
    title: Said = field(default_factory=Said)
    address: str = ""


async def say_what_became(
    number: int,
    answer: Answer,
    *,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID,
) -> bool:
    """Add an answer to a proposal's way; the same request again changes nothing."""
    check_answer(answer)
    async with transaction():
        proposal = await _locked(conference, number)
        known = await entry_of_request(request)
        if known is not None:
            if known.act is not Act.PROPOSAL_ANSWERED or known.subject != proposal:
                raise Unusable("bad_request")
            return False
        row = FollowUp(
            id=uuid4(),
            proposal=proposal,
            became=answer.became,
            reason=answer.reason.dump(),
            title=answer.title.dump(),
            address=answer.address,
            request=request,
            said_at=now,
        )
        await FollowUp.insert(row)
        await note_of(
            Act.PROPOSAL_ANSWERED,
            proposal,
            conference.key,
            by=by,
            now=now,
            facts={"became": answer.became.value},
            request=request,
        )
    return True


async def _locked(conference: ConferenceFacts, number: int) -> UUID:
    """Writing a row's own value holds it until the end, on both engines."""
    rows = await fetch(
        "UPDATE proposal SET number = number "
        "WHERE conference = ? AND number = ? AND standing <> ? RETURNING id",
        conference.id,
        number,
        Standing.WITHDRAWN.value,
    )
    if not rows:
        raise NotFound("no_such_proposal", number=number)
    found: UUID = rows[0]["id"]
    return found


def check_answer(answer: Answer) -> None:
    """Refuse what cannot be said: no reason where one is owed, an unusable address."""
    if answer.became is Became.NOT_FOLLOWED and not answer.reason:
        raise Unusable("answer_without_reason")
    if answer.address and not _usable(answer.address):
        raise Unusable("answer_address_unusable")


def _usable(address: str) -> bool:
    ours = address.startswith("/") and not address.startswith(("//", "/\\"))
    whole = address.startswith(("https://", "http://")) and len(address) > 10
    plain = address.isprintable() and not any(sign.isspace() for sign in address)
    return (ours or whole) and plain and len(address) <= 300
