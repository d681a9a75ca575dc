"""
Stand in an election, change what one says of oneself, consent, withdraw.

Whatever is changed goes to the election board again: nothing is public that it has
not seen.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from elections.actions.noting import note_nomination
from elections.actions.prepare import (
    locked,
    refuse_unless_prepared,
    withdraw_nomination,
)
from elections.portraits import MEDIA_TYPE
from elections.queries.elections import ElectionFacts, NominationFacts
from elections.queries.nominations import nomination_of, own_nomination
from elections.rules.eligibility import DECLARED, Condition, conditions_of
from elections.rules.stages import Standing
from elections.tables import Nomination
from lip.database import fetch, transaction
from lip.errors import Conflict, TooLate, TooMany, Unusable
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.said import Said

LONGEST_NAME: Final = 200
LONGEST_STATEMENT: Final = 1500
"""In each language; the same for everybody."""
MOST_NOMINATIONS: Final = 500
BEFORE_ADMISSION: Final = frozenset({
    Standing.PROPOSED,
    Standing.CONSENTED,
    Standing.REFUSED,
})


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingWish:
    """What somebody says of herself; without `photo` the one that is there stays."""

    name: str
    association: str = ""
    statement: Said = field(default_factory=Said)
    attributes: Mapping[str, str] = field(default_factory=dict)
    declared: frozenset[Condition] = frozenset()
    photo: bytes | None = None
    without_photo: bool = False


async def stand(
    election: ElectionFacts,
    wish: StandingWish,
    *,
    participant: UUID,
    by: Actor,
    now: datetime,
    request: UUID,
) -> int:
    """Stand by ticket, or change how; return the number. Sent twice it is done once."""
    _check(election, wish)
    async with transaction():
        refuse_if_over(await locked(election.id), now=now)
        mine = await own_nomination(election.id, participant)
        if mine is not None:
            await _reword(election, mine, wish, by=by, now=now)
            return mine.number
        number = await next_number(election)
        row = Nomination(
            id=uuid4(),
            election=election.id,
            number=number,
            participant=participant,
            by_oneself=True,
            standing=Standing.CONSENTED,
            request=request,
            **_columns(wish),
        )
        await Nomination.insert(row)
        await note_nomination(Act.STOOD, election, number, by=by, now=now)
        return number


async def reword(
    election: ElectionFacts,
    number: int,
    wish: StandingWish,
    *,
    by: Actor,
    now: datetime,
) -> None:
    """Consent by one's personal link, or change what one says of oneself."""
    _check(election, wish)
    async with transaction():
        refuse_if_over(await locked(election.id), now=now)
        one = await nomination_of(election.id, number)
        await _reword(election, one, wish, by=by, now=now)


async def withdraw(
    election: ElectionFacts, number: int, *, by: Actor, now: datetime
) -> None:
    """
    Decline, or stand no more; nothing stays of whoever was not admitted yet.

    While the polls are open the name stays, votes for it are void, and whoever gave
    one may vote again. Afterwards nobody can withdraw; she may turn down her seat.
    """
    async with transaction():
        known = await locked(election.id)
        if known.stage.is_over:
            raise TooLate("too_late_to_withdraw")
        one = await nomination_of(election.id, number)
        if one.standing in BEFORE_ADMISSION:
            declined = one.standing is Standing.PROPOSED
            act = Act.NOMINATION_DECLINED if declined else Act.NOMINATION_WITHDRAWN
            await fetch("DELETE FROM nomination WHERE id = ?", one.id)
            await note_nomination(act, election, number, by=by, now=now)
            return
        await withdraw_nomination(election, number, by=by, now=now)
        await leave_only_the_name(one.id)


async def leave_only_the_name(nomination: UUID) -> None:
    """Delete photo and statement, within the transaction of the caller."""
    await fetch(
        "UPDATE nomination SET photo = NULL, photo_kind = '', statement = '' "
        "WHERE id = ?",
        nomination,
    )


def refuse_if_over(election: ElectionFacts, *, now: datetime) -> None:
    """Keep nominations as they are after their closing, and once the polls open."""
    refuse_unless_prepared(election)
    if nominations_closed(election, now=now):
        raise TooLate("nominations_closed")


def nominations_closed(election: ElectionFacts, *, now: datetime) -> bool:
    """Tell whether the time for nominations is over; a later round has none."""
    if election.earlier is not None:
        return True
    return election.nominations_until is not None and election.nominations_until <= now


async def next_number(election: ElectionFacts) -> int:
    """Give the next number, within the lock of the election."""
    (row,) = await fetch(
        "SELECT coalesce(max(number), 0) + 1 AS number, count(*) AS many "
        "FROM nomination WHERE election = ?",
        election.id,
    )
    if int(row["many"]) >= MOST_NOMINATIONS:
        raise TooMany("too_many_nominations", seconds=0)
    return int(row["number"])


async def _reword(
    election: ElectionFacts,
    one: NominationFacts,
    wish: StandingWish,
    *,
    by: Actor,
    now: datetime,
) -> None:
    if one.standing is Standing.WITHDRAWN:
        raise Conflict("nomination_withdrawn")
    if one.standing in {Standing.CONSENTED, Standing.ADMITTED} and _same(one, wish):
        return
    changed: dict[Any, Any] = {
        **_columns(wish),
        "standing": Standing.CONSENTED.value,
        "reason": "",
    }
    if wish.photo is None and not wish.without_photo:
        del changed["photo"], changed["photo_kind"]
    await Nomination.update(changed).where(Nomination.id == one.id)
    consents = one.standing is Standing.PROPOSED
    act = Act.NOMINATION_CONSENTED if consents else Act.NOMINATION_CHANGED
    await note_nomination(act, election, one.number, by=by, now=now)


def _same(one: NominationFacts, wish: StandingWish) -> bool:
    photo_stays = wish.photo is None and not (wish.without_photo and one.has_photo)
    return photo_stays and (
        one.name,
        one.association,
        one.statement.dump(),
        dict(one.attributes),
        conditions_of(one.declared),
    ) == (
        wish.name,
        wish.association,
        wish.statement.dump(),
        dict(wish.attributes),
        wish.declared,
    )


def _check(election: ElectionFacts, wish: StandingWish) -> None:
    if not wish.name:
        raise Unusable("nomination_without_name")
    if (conditions_of(election.standing_rules) & DECLARED) - wish.declared:
        raise Unusable("declarations_missing")


def _columns(wish: StandingWish) -> dict[str, Any]:
    return {
        "name": wish.name[:LONGEST_NAME],
        "association": wish.association[:LONGEST_NAME],
        "statement": wish.statement.dump(),
        "attributes": json.dumps(dict(wish.attributes), ensure_ascii=False),
        "declared": json.dumps(sorted(one.value for one in wish.declared)),
        "photo": wish.photo,
        "photo_kind": MEDIA_TYPE if wish.photo is not None else "",
    }
