"""Who is erased takes her vote along as long as it can be found."""

from uuid import uuid4

import pytest

from lip.conference.queries.conferences import conference_by_id
from lip.contributions import KINDS
from lip.journal.rules.entries import COMMAND
from lip.retention.actions.erase import erase_person
from proposals.voting.actions.cast_by_code import CodeBallot, cast_by_code
from proposals.voting.actions.codes import (
    make_codes,
    release_package,
    sealed_vote_code,
    slips_of,
)
from proposals.voting.actions.hand_out import hand_out
from proposals.voting.queries.rounds import RoundFacts, tally_of
from proposals.voting.rules.channels import Channel
from tests.factories import KEYS, MadeParticipant, clock
from tests.proposals.ballots import close, make_open, people, sealed, vote

pytestmark = pytest.mark.anyio


async def erase(one: RoundFacts, person: MadeParticipant) -> None:
    assert await erase_person(
        person.id,
        conference=await conference_by_id(one.conference),
        kinds=KINDS,
        keys=KEYS,
        by=COMMAND,
        now=clock(),
    )


async def given(one: RoundFacts) -> list[dict[int, int]]:
    return [dict(line.marks) for line in await tally_of(one.id)]


async def test_the_vote_of_an_open_round_goes_and_those_of_others_stay(db):
    one = await make_open()
    goes, stays = await people(await conference_by_id(one.conference), 2)
    await vote(one, goes, {1: 3})
    await vote(one, stays, {2: 3})

    await erase(one, goes)

    await close(one)
    assert await given(one) == [{2: 3}]


async def test_after_the_close_nothing_can_be_found_and_the_tally_stays(db):
    one = await make_open()
    (goes,) = await people(await conference_by_id(one.conference), 1)
    await vote(one, goes, {1: 3})
    digest = (await close(one, now=clock())).digest

    await erase(one, goes)

    assert await given(one) == [{1: 3}]
    assert (await close(one)).digest == digest


async def test_a_slip_whose_holder_is_erased_takes_nobody_s_vote(db):
    one = await make_open()
    goes, stays = await people(await conference_by_id(one.conference), 2)
    by = {"by": COMMAND, "now": clock()}
    await make_codes(one, packages=1, size=2, keys=KEYS, request=uuid4(), **by)
    await release_package(one, 1, **by)
    slips = [slip.code for slip in await slips_of(one, 1, keys=KEYS)]
    for person in (goes, stays):
        await hand_out(one, sealed(person.code), Channel.CODE, now=clock())
    first, second = (
        CodeBallot(
            sealed_code=sealed_vote_code(slip, keys=KEYS),
            marks={place: 1},
            keys=KEYS,
            now=clock(),
        )
        for place, slip in enumerate(slips, start=1)
    )
    await cast_by_code(first)

    await erase(one, goes)

    assert (await cast_by_code(second)).refusal is None
    await close(one)
    assert await given(one) == [{1: 1}, {2: 1}]
