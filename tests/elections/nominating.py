"""People who stand: nominations made by the real actions."""

from typing import Any
from uuid import uuid4

from elections.actions.admit import admit
from elections.actions.name_somebody import Named, name_somebody
from elections.actions.stand import StandingWish, stand
from elections.queries.elections import ElectionFacts, nominations_of
from elections.rules.stages import Standing
from lip.journal.rules.entries import COMMAND
from tests.elections.polls import SOMEBODY, Hall
from tests.factories import KEYS, clock


async def stands(hall: Hall, place: int = 0, **wish: Any) -> int:
    """Let somebody of the hall stand by ticket."""
    return await stand(
        hall.election,
        StandingWish(**({"name": "Ada"} | wish)),
        participant=hall.people[place].id,
        by=SOMEBODY,
        now=clock(),
        request=uuid4(),
    )


async def named(hall: Hall, **wish: Any) -> int | None:
    """Name somebody else."""
    by_board = wish.pop("by_board", False)
    signed = wish.pop("signed", False)
    return await name_somebody(
        hall.election,
        Named(**wish),
        keys=KEYS,
        by=COMMAND,
        now=clock(),
        request=uuid4(),
        by_board=by_board,
        signed=signed,
    )


async def admitted(hall: Hall, number: int) -> None:
    await admit(hall.election, number, by=COMMAND, now=clock())


async def standings(election: ElectionFacts) -> dict[int, Standing]:
    everybody = await nominations_of(election.id, all_of_them=True)
    return {one.number: one.standing for one in everybody}
