"""Settle a tie by lot: thrown or drawn before everybody, typed in by two officers."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from elections.actions.close_polls import OFFICERS, agree, write_parts
from elections.actions.noting import note
from elections.actions.prepare import locked
from elections.queries.elections import ElectionFacts
from elections.queries.rounds import later_round
from elections.records import unsigned_of
from elections.recounting import tally_of
from elections.rules.canonical import Plain, canonical
from elections.rules.lots import lot_order
from elections.rules.record import Kind
from elections.rules.stages import PollStage, PollStep
from elections.rules.uncountable import Uncountable
from lip.database import transaction
from lip.errors import TooEarly, TooLate, Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor

FEWEST_WITNESSES = 2


async def agree_to_lot(
    election: ElectionFacts,
    lot: Mapping[str, Plain],
    *,
    officer: UUID,
    by: Actor,
    now: datetime,
) -> bool:
    """
    Agree to a lot as `thrown` or `drawn` gives it; tell whether it is written now.

    Two officers must have typed in the same. Raises Unusable where nothing is tied.
    """
    async with transaction():
        known = await locked(election.id)
        if known.stage is PollStage.FINAL:
            raise TooLate("result_is_final")
        if known.stage is not PollStage.COUNTED:
            raise TooEarly("ballots_not_counted")
        if tally_of(await unsigned_of(known.id)).decided:
            raise Unusable("nothing_is_tied")
        if await later_round(known.id) is not None:
            raise TooLate("next_round_decides")
        subject = sha256(canonical(dict(lot))).hexdigest()
        agreed = await agree(
            known,
            PollStep.LOT,
            officer,
            act=Act.LOT_TYPED_IN,
            by=by,
            now=now,
            subject=subject,
        )
        if agreed < OFFICERS:
            return False
        await write_parts(known.id, [(Kind.LOT, lot)])
        await note(Act.LOT_DRAWN, known, by=by, now=now)
    return True


async def thrown(
    election: ElectionFacts, digits: str, witnesses: Sequence[str]
) -> Mapping[str, Plain]:
    """Make a lot of dice digits that were thrown after the root was read out."""
    standing = await _standing(election)
    try:
        order = lot_order(election.root, digits, election.round, standing)
    except Uncountable:
        raise Unusable("too_few_dice_digits") from None
    return {
        "question": election.round,
        "digits": digits,
        "order": list(order),
        "witnesses": _named(witnesses),
    }


async def drawn(
    election: ElectionFacts, order: Sequence[str], witnesses: Sequence[str]
) -> Mapping[str, Plain]:
    """Make a lot of the order in which names were drawn by hand; marks as `k1`."""
    standing = await _standing(election)
    if len(set(order)) != len(order) or set(order) - set(standing):
        raise Unusable("lot_names_wrong")
    tied = {
        name
        for tie in tally_of(await unsigned_of(election.id)).ties
        for name in tie.candidates
    }
    if tied - set(order):
        raise Unusable("lot_names_missing")
    rest = sorted(set(standing) - set(order))
    return {
        "question": election.round,
        "order": [*order, *rest],
        "witnesses": _named(witnesses),
    }


async def _standing(election: ElectionFacts) -> Sequence[str]:
    bundle = await unsigned_of(election.id)
    candidates = bundle.the(Kind.CANDIDATES)["candidates"]
    return [str(one["id"]) for one in candidates if not one["withdrawn"]]


def _named(witnesses: Sequence[str]) -> list[Plain]:
    names = [name.strip() for name in witnesses if name.strip()]
    if len(names) < FEWEST_WITNESSES:
        raise Unusable("too_few_witnesses")
    return list(names)
