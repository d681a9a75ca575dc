"""Print codes in packages, release a package, make codes void."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from lip.conference.rules.codes import code_of
from lip.database import execute_many, fetch, transaction
from lip.errors import NotFound, TooLate, Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys
from proposals.voting.actions.cast_by_code import name_of
from proposals.voting.actions.plan_round import locked_round
from proposals.voting.documents.slips import Slip
from proposals.voting.queries.ballots import terms_of
from proposals.voting.queries.codes import CodeFacts, codes_in
from proposals.voting.queries.rounds import RoundFacts
from proposals.voting.rules.channels import CodeState
from proposals.voting.rules.rounds import Stage

MOST_SLIPS: Final = 1000
PURPOSE: Final = "vote code"


def sealed_vote_code(code: str, *, keys: Keys) -> str:
    """Give the keyed hash under which a code is stored."""
    return keys.seal(PURPOSE, code)


def slip_code(code: UUID, *, keys: Keys) -> str:
    """Derive the signs of a code."""
    return code_of(keys.part(PURPOSE), code, 1)


async def make_codes(
    one: RoundFacts,
    *,
    packages: int,
    size: int,
    keys: Keys,
    by: Actor,
    now: datetime,
    request: UUID,
) -> None:
    """Make packages of codes; they vote once their package is released."""
    if not 0 < packages * size <= MOST_SLIPS:
        raise Unusable("too_many_slips", most=MOST_SLIPS)
    async with transaction():
        known = await locked_round(one.id)
        if known.stage not in {Stage.DRAFT, Stage.OPEN}:
            raise TooLate("round_over")
        if await subjects_of_requests([request]):
            return
        first = await _next_package(one.id)
        await execute_many(
            "INSERT INTO vote_code (id, in_round, package, place, code_hash, state) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [
                _row(one.id, package, place, keys)
                for package in range(first, first + packages)
                for place in range(1, size + 1)
            ],
        )
        facts: dict[str, str | int | bool | None] = {"slips": packages * size}
        await note_of(
            Act.VOTE_CODES_PRINTED,
            one.id,
            one.key,
            by=by,
            now=now,
            facts=facts,
            request=request,
        )


def _row(one: UUID, package: int, place: int, keys: Keys) -> tuple[object, ...]:
    code = uuid4()
    sealed = sealed_vote_code(slip_code(code, keys=keys), keys=keys)
    return (code, one, package, place, sealed, CodeState.PRINTED.value)


async def slips_of(one: RoundFacts, package: int, *, keys: Keys) -> Sequence[Slip]:
    """Make the slips of a package again, without those that are void."""
    codes = await codes_in(one.id, package)
    if not codes:
        raise NotFound("package_unknown", package=package)
    return [
        Slip(package=package, place=code.place, code=slip_code(code.id, keys=keys))
        for code in codes
        if code.state is not CodeState.VOID
    ]


async def release_package(
    one: RoundFacts, package: int, *, by: Actor, now: datetime
) -> None:
    """Let the codes of a package vote, as somebody hands it out."""
    async with transaction():
        await locked_round(one.id)
        if not await codes_in(one.id, package):
            raise NotFound("package_unknown", package=package)
        changed = await fetch(
            "UPDATE vote_code SET state = ? WHERE in_round = ? AND package = ? "
            "AND state = ? RETURNING id",
            CodeState.GIVEN.value,
            one.id,
            package,
            CodeState.PRINTED.value,
        )
        if changed:
            facts: dict[str, str | int | bool | None] = {"package": package}
            act = Act.VOTE_CODES_RELEASED
            await note_of(act, one.id, one.key, by=by, now=now, facts=facts)


async def void_codes(
    one: RoundFacts,
    package: int,
    place: int | None = None,
    *,
    keys: Keys,
    by: Actor,
    now: datetime,
) -> int:
    """
    Make a package or one slip void; return how many codes it were.

    While people vote, what was given with such a code goes as well, unseen: so a
    stolen package can do no harm. After the close nothing leads to a vote any more.
    """
    async with transaction():
        known = await locked_round(one.id)
        if known.stage not in {Stage.DRAFT, Stage.OPEN}:
            raise TooLate("round_over")
        codes = await codes_in(one.id, package)
        if not codes:
            raise NotFound("package_unknown", package=package)
        wanted = [code for code in codes if place in {None, code.place}]
        if not wanted:
            raise NotFound("slip_unknown", package=package, place=place)
        valid = [code for code in wanted if code.state is not CodeState.VOID]
        if not valid:
            return 0
        await _void(one, valid, keys)
        facts: dict[str, str | int | bool | None] = {
            "package": package,
            "place": place,
            "slips": len(valid),
        }
        act = Act.VOTE_CODES_VOIDED
        await note_of(act, one.id, one.key, by=by, now=now, facts=facts)
    return len(valid)


async def _void(one: RoundFacts, codes: Sequence[CodeFacts], keys: Keys) -> None:
    terms = await terms_of(one.id)
    await execute_many(
        "DELETE FROM vote WHERE in_round = ? AND voter = ?",
        [
            (one.id, name_of(code.id, terms, keys=keys))
            for code in codes
            if code.state is CodeState.USED
        ],
    )
    await execute_many(
        "UPDATE vote_code SET state = ? WHERE id = ?",
        [(CodeState.VOID.value, code.id) for code in codes],
    )


async def _next_package(one: UUID) -> int:
    (row,) = await fetch(
        "SELECT coalesce(max(package), 0) + 1 AS next FROM vote_code "
        "WHERE in_round = ?",
        one,
    )
    return int(row["next"])
