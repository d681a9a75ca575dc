"""
Cast a vote by printed code.

A code says nothing of who holds it. That it was handed out to somebody stands in her
receipt, and never more codes vote than were handed out, so that a slip which was taken
away unseen gives nobody a second vote.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from lip.database import fetch, transaction
from lip.errors import Conflict, NotAllowed, NotFound, Refusal
from lip.keys import Keys
from proposals.voting.actions.cast import (
    PURPOSE,
    Cast,
    badly_marked,
    not_open,
    store_votes,
    version_of,
)
from proposals.voting.queries.ballots import BallotTerms, OwnVote, terms_of, votes_by
from proposals.voting.queries.codes import CodeFacts, code_facts
from proposals.voting.rules.channels import Channel, CodeState
from proposals.voting.rules.points import Method
from proposals.voting.rules.secrecy import CODE, round_key, voter


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBallot:
    """What somebody with a printed code gives; `upon` is as in `cast.Ballot`."""

    sealed_code: str
    marks: Mapping[int, int]
    keys: Keys
    now: datetime
    upon: str | None = None


async def cast_by_code(one: CodeBallot) -> Cast:
    """Cast one vote; whoever holds the code may change it until the close."""
    async with transaction():
        code = await code_facts(one.sealed_code)
        if code is None:
            return Cast(refusal=NotFound("vote_code_unknown"))
        terms = await terms_of(code.in_round, lock=True)
        code = await code_facts(one.sealed_code)
        assert code is not None, "codes are never deleted"
        refusal = await why_not(code, terms, now=one.now)
        refusal = refusal or badly_marked(one.marks, terms)
        if refusal is not None:
            return Cast(refusal=refusal)
        return await _store(one, code, terms)


async def why_not(
    code: CodeFacts, terms: BallotTerms, *, now: datetime
) -> Refusal | None:
    """Say why a code does not vote."""
    if refusal := not_open(terms, now=now):
        return refusal
    if Channel.CODE not in terms.channels or code.state is CodeState.PRINTED:
        return NotAllowed("vote_code_not_out")
    if code.state is CodeState.VOID:
        return NotAllowed("vote_code_void")
    if code.state is CodeState.GIVEN and not await _one_left(terms.id):
        return Conflict("vote_codes_all_used")
    return None


async def _one_left(one: UUID) -> bool:
    """Tell whether more codes were handed out than have voted."""
    (row,) = await fetch(
        "SELECT (SELECT count(*) FROM receipt WHERE in_round = ? AND channel = ?) "
        "+ (SELECT slips_forgotten FROM voting_round WHERE id = ?) AS handed_out, "
        "(SELECT count(*) FROM vote_code WHERE in_round = ? "
        "AND state = ?) AS used",
        one,
        Channel.CODE.value,
        one,
        one,
        CodeState.USED.value,
    )
    return int(row["used"]) < int(row["handed_out"])


async def _store(one: CodeBallot, code: CodeFacts, terms: BallotTerms) -> Cast:
    name = name_of(code.id, terms, keys=one.keys)
    before = (await votes_by(terms.id, [name])).get(name)
    if one.upon is not None and one.upon != version_of(before):
        return Cast(refusal=Conflict("vote_page_too_old"))
    opinion = terms.terms.method is Method.OPINION
    former = before.marks if before and opinion else {}
    marks = {**former, **{at: m for at, m in one.marks.items() if m or opinion}}
    await store_votes(terms.id, {name: OwnVote(id=uuid4(), marks=marks)})
    await fetch(
        "UPDATE vote_code SET state = ? WHERE id = ?", CodeState.USED.value, code.id
    )
    return Cast(marks=marks)


def name_of(code: UUID, terms: BallotTerms, *, keys: Keys) -> str:
    """Give the name under which a code's vote is kept."""
    return voter(round_key(keys.part(PURPOSE), terms.salt), CODE, code)
