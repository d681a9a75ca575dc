"""Say of proposals that they are not followed, and why."""

from datetime import datetime
from uuid import UUID

from lip.database import fetch_in, transaction
from lip.errors import Conflict, NotFound
from lip.journal.actions.record import record
from lip.journal.queries import entry_of_request
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.said import Said
from lip.subjects import SubjectKind
from lip.tracing.actions.lay_trace import proposals_at
from lip.tracing.rules.chains import SPEAKS_FOR_PROPOSALS, Node
from proposals.actions.follow_up import Answer
from proposals.actions.tell_proposals import tell_proposals
from proposals.queries.following import answers_of
from proposals.rules.following import Became


async def decline(
    origin: Node, reason: Said, *, by: Actor, now: datetime, request: UUID
) -> int:
    """
    Tell a proposal, or those of a cluster that have no answer yet; say how many.

    A proposal that a trace speaks for is refused: first the trace must go.
    """
    if origin.kind not in SPEAKS_FOR_PROPOSALS:
        raise NotFound("unknown_subject")
    answer = Answer(became=Became.NOT_FOLLOWED, reason=reason)
    async with transaction():
        if known := await entry_of_request(request):
            return _as_before(known)
        proposals = set(await proposals_at(origin))
        if origin.kind is SubjectKind.CLUSTER:
            told_before = await answers_of(list(proposals))
            proposals -= {
                one
                for one, steps in told_before.items()
                if any(step.taken_back_at is None for step in steps)
            }
        elif await _traced(origin.id):
            raise Conflict("trace_still_there")
        told = await tell_proposals(dict.fromkeys(proposals, answer), by=by, now=now)
        await record(_entry(origin, len(told), by=by, now=now, request=request))
    return len(told)


async def _traced(proposal: UUID) -> bool:
    return bool(
        await fetch_in("SELECT id FROM traced_proposal WHERE proposal IN", [proposal])
    )


def _as_before(entry: Entry) -> int:
    if entry.act is not Act.PROPOSALS_DECLINED:
        raise Conflict("request_used_otherwise")
    return int(entry.facts["many"] or 0)


def _entry(
    origin: Node, many: int, *, by: Actor, now: datetime, request: UUID
) -> Entry:
    return Entry(
        at=now,
        by=by,
        act=Act.PROPOSALS_DECLINED,
        subject=origin.id,
        facts={"from": origin.kind.value, "many": many},
        request=request,
    )
