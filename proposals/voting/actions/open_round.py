"""Open a round, and move its end while it is open."""

import json
import secrets
from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from lip.database import execute_many, fetch, transaction
from lip.errors import TooLate, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from proposals.rules.standing import Standing
from proposals.voting.actions.plan_round import (
    chosen_of,
    locked_round,
    write_options,
)
from proposals.voting.queries.candidates import candidates_of
from proposals.voting.queries.rounds import RoundFacts, options_of
from proposals.voting.rules.points import Method
from proposals.voting.rules.result import Option
from proposals.voting.rules.rounds import Stage

SALT_BYTES = 32

_SPOKEN_FOR = """
    SELECT o.id AS option, p.id AS proposal FROM round_option o
    JOIN proposal p ON p.id = o.proposal OR p.merged_into = o.proposal
    WHERE o.in_round = ? AND p.standing = ?
    UNION
    SELECT o.id AS option, p.id AS proposal FROM round_option o
    JOIN placement a ON a.cluster = o.cluster
    JOIN proposal p ON p.id = a.proposal OR p.merged_into = a.proposal
    WHERE o.in_round = ? AND p.standing = ?
"""


async def open_round(one: RoundFacts, *, by: Actor, now: datetime) -> None:
    """Open a round in the words of this moment; opening it twice changes nothing."""
    async with transaction():
        known = await locked_round(one.id)
        if known.stage is Stage.OPEN:
            return
        if known.stage is not Stage.DRAFT:
            raise TooLate("round_not_draft")
        if known.closes_at is not None and known.closes_at <= now:
            raise Unusable("round_ends_too_early")
        await _freeze_words(known)
        options = await options_of(known.id)
        _check_options(known, options)
        await _freeze_proposals(known)
        frame = json.dumps({str(each.position): each.cost for each in options})
        await fetch(
            "UPDATE voting_round SET stage = ?, opened_at = ?, frame = ?, "
            "sealed_key = ?, changed_at = ? WHERE id = ?",
            Stage.OPEN.value,
            now,
            frame,
            secrets.token_hex(SALT_BYTES),
            now,
            known.id,
        )
        await note_of(
            Act.ROUND_OPENED,
            known.id,
            known.key,
            by=by,
            now=now,
            facts={"options": len(options)},
        )


async def extend_round(
    one: RoundFacts, closes_at: datetime | None, *, by: Actor, now: datetime
) -> None:
    """Move the end of an open round; None leaves it open until somebody closes it."""
    if closes_at is not None and closes_at <= now:
        raise Unusable("round_ends_too_early")
    async with transaction():
        known = await locked_round(one.id)
        if not known.takes_votes(now):
            raise TooLate("round_not_running")
        if known.closes_at == closes_at:
            return
        await fetch(
            "UPDATE voting_round SET closes_at = ?, changed_at = ? WHERE id = ?",
            closes_at,
            now,
            known.id,
        )
        await note_of(Act.ROUND_EXTENDED, known.id, known.key, by=by, now=now)


async def _freeze_words(one: RoundFacts) -> None:
    """Take out what is not shown any more, and read the others' words anew."""
    costs = {each.position: each.cost for each in await options_of(one.id)}
    about = await chosen_of(one.id)
    cost_of = dict(zip(about, costs.values(), strict=False))
    candidates = await candidates_of(one.conference, one.subject)
    known = {candidate.id: candidate for candidate in candidates}
    await write_options(one, [known[each] for each in about if each in known], cost_of)


async def _freeze_proposals(one: RoundFacts) -> None:
    """Keep which proposals each option speaks for."""
    shown = Standing.SHOWN.value
    rows = await fetch(_SPOKEN_FOR, one.id, shown, one.id, shown)
    await execute_many(
        "INSERT INTO put_to_vote (id, option, proposal) VALUES (?, ?, ?)",
        [(uuid4(), row["option"], row["proposal"]) for row in rows],
    )


def _check_options(one: RoundFacts, options: Sequence[Option]) -> None:
    least = 1 if one.terms.method is Method.OPINION else 2
    if len(options) < least:
        raise Unusable("round_without_options", options=len(options), least=least)
    if one.terms.method is not Method.BUDGET:
        return
    for each in options:
        if each.cost < 1:
            raise Unusable("round_without_costs", position=each.position)
