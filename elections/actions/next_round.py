"""Prepare the round that follows: a run-off of the tied, or a second of the best."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from elections.actions.noting import note
from elections.actions.prepare import locked
from elections.actions.put_on_roll import put_on_roll
from elections.files.bundle import Bundle, contest_of, terms_of
from elections.queries.elections import ElectionFacts
from elections.queries.rounds import later_round, standing_again
from elections.records import unsigned_of
from elections.recounting import tally_of
from elections.rules.planning import Method
from elections.rules.quota_lines import quotas_plain
from elections.rules.record import Board
from elections.rules.rounds import goes_on, rest_of, runoff_method, tied_for_seats
from elections.rules.stages import Entitled, PollStage, RoundKind, Standing
from elections.rules.tally import Tally
from elections.tables import Election, Nomination
from lip.conference.tables import Conference
from lip.database import fetch, lock_rows, transaction
from lip.errors import TooEarly, Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor

_NOT_YET: Mapping[str, Any] = {
    "stage": PollStage.PREPARED,
    "opened_at": None,
    "closed_at": None,
    "roll_digest": "",
    "roll_size": 0,
    "public_keys": "{}",
    "signer": "",
    "root": "",
    "bundle": "",
    "traceless": False,
    "nominations_until": None,
    "advance": 0,
    "request": None,
}


async def prepare_next_round(
    election: ElectionFacts, *, by: Actor, now: datetime
) -> int:
    """Prepare the round that follows, once; return its number."""
    async with transaction():
        await lock_rows(
            Conference.select(Conference.id).where(Conference.id == election.conference)
        )
        known = await locked(election.id)
        later = await later_round(known.id)
        if later is not None:
            return later.number
        if known.stage not in {PollStage.COUNTED, PollStage.FINAL}:
            raise TooEarly("ballots_not_counted")
        bundle = await unsigned_of(known.id)
        marks, changed = _plan(known, bundle, tally_of(bundle))
        new, number = await _copied(known, changed, now=now)
        await _stand_again(known.id, new, marks)
        if known.entitled is Entitled.IMPORTED:
            await _on_the_roll_again(known.id, new)
        await note(
            Act.NEXT_ROUND_PREPARED, known, by=by, now=now, facts={"number": number}
        )
    return number


def _plan(
    election: ElectionFacts, bundle: Bundle, tally: Tally
) -> tuple[Sequence[str], Mapping[str, Any]]:
    """Say who stands again, and what is different this time."""
    if election.advance:
        return goes_on(tally), {"round_kind": RoundKind.SECOND}
    tied, seats = tied_for_seats(tally)
    standing = set(contest_of(bundle).candidates)
    if not tied:
        raise Unusable("nothing_is_tied")
    if not standing.issuperset(tied):
        raise Unusable("no_runoff_of_lists")
    quotas = rest_of(terms_of(bundle).quotas, tally.winners)
    return tied, {
        "round_kind": RoundKind.RUNOFF,
        "seats": seats,
        "deputies": 0,
        "method": runoff_method(Method(election.method)),
        "votes_each": seats,
        "votes_per_candidate": None,
        "own_limit": None,
        "completion": "",
        "quotas": json.dumps(quotas_plain(quotas), ensure_ascii=False),
    }


async def _copied(
    election: ElectionFacts, changed: Mapping[str, Any], *, now: datetime
) -> tuple[UUID, int]:
    (row,) = await Election.select().where(Election.id == election.id)
    (last,) = await fetch(
        "SELECT max(number) AS number FROM election WHERE conference = ?",
        election.conference,
    )
    new = {
        **row,
        **_NOT_YET,
        "id": uuid4(),
        "number": int(last["number"]) + 1,
        "earlier": election.id,
        "board": Board(row["board"]),
        "changed_at": now,
        **changed,
    }
    await Election.insert(Election(**new))
    return new["id"], new["number"]


async def _stand_again(earlier: UUID, new: UUID, marks: Sequence[str]) -> None:
    """Copy who stands, with new numbers; the request leads back to the old one."""
    rows = await Nomination.select().where(Nomination.election == earlier)
    again = sorted(
        (row for row in rows if f"k{row['number']}" in marks),
        key=lambda row: row["number"],
    )
    for number, row in enumerate(again, 1):
        copied = {
            **row,
            "id": uuid4(),
            "election": new,
            "number": number,
            "place": 0,
            "standing": Standing.ADMITTED,
            "consent_seal": None,
            "slate": None,
            "list_place": 0,
            "accepted": None,
            "request": standing_again(row["id"]),
        }
        await Nomination.insert(Nomination(**copied))


async def _on_the_roll_again(earlier: UUID, new: UUID) -> None:
    rows = await fetch(
        "SELECT participant, name, association FROM roll_entry WHERE election = ?",
        earlier,
    )
    await put_on_roll(
        new, [(row["participant"], row["name"], row["association"]) for row in rows]
    )
