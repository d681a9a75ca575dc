"""An election whose polls have closed, with papers that two have keyed differently."""

from uuid import uuid4

from elections.actions.close_polls import agree_to_close
from elections.actions.hand_out_paper import hand_out_paper
from elections.actions.key_papers import end_keying, key_paper, lay_batch
from elections.actions.open_polls import open_polls
from elections.actions.prepare import (
    ElectionWish,
    NominationWish,
    nominate,
    prepare_election,
)
from elections.queries.elections import election_of
from elections.queries.roll import frozen_roll
from elections.rules.stages import Entitled
from lip.conference.queries.conferences import ConferenceFacts
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from tests.factories import KEYS, clock

TITLE = Said.of(de="Wahl mit Papier", en="Election with paper", ar="انتخاب ورقي")
PAPERS = 2


async def make_papers_to_key(conference: ConferenceFacts) -> int:
    """Make such an election in a conference that has people; return its number."""
    made = {"by": COMMAND, "now": clock()}
    wish = ElectionWish(title=TITLE, entitled=Entitled.TICKETS)
    number = await prepare_election(
        wish, conference=conference, request=uuid4(), **made
    )
    election = await election_of(conference.id, number)
    for name in ("Ada", "Bo"):
        await nominate(election, NominationWish(name=name), request=uuid4(), **made)
    await open_polls(election, conference=conference, keys=KEYS, **made)
    for line in (await frozen_roll(election.id)).lines[:PAPERS]:
        await hand_out_paper(election, line.entry, **made)
    officers = (uuid4(), uuid4())
    for officer in officers:
        await agree_to_close(election, officer=officer, keys=KEYS, **made)
    batch = await lay_batch(election, PAPERS, **made)
    for officer, second in zip(officers, ("k1", "k2"), strict=True):
        for mark in ("k1", second):
            await key_paper(election, batch, ((mark, 1),), 1, officer=officer)
        await end_keying(election, batch, officer=officer, **made)
    return number
