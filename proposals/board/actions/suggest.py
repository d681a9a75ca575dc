"""Ask the machine for clusters, or for a way to split one."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid4

from lip.database import transaction
from lip.errors import Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.said import Spoken
from proposals.actions.vectors import model_name
from proposals.board.actions.deed import Deed
from proposals.board.actions.divide import divide
from proposals.board.actions.stepping import locked_board
from proposals.board.queries.suggestions import RunFacts, newest_run, run_by_id
from proposals.board.queries.to_cluster import number_to_cluster, to_cluster
from proposals.board.rules.suggesting import RunState
from proposals.board.tables import SuggestionRun

MOST_TOPICS: Final = 100
PARTS_OF_ITS_OWN: Final = 10
"""So many cards on average make a part of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part that the machine sees in a cluster: numbers of cards, and its words."""

    proposals: tuple[int, ...]
    words: tuple[Spoken, ...]


async def ask_for_clusters(
    *, topics: int | None = None, seed: int = 0, deed: Deed
) -> RunFacts:
    """
    Ask for a suggestion; one that waits or runs already is answered instead.

    Fewer than four proposals are not divided, but lie in one cluster.
    """
    if topics is not None and not 1 <= topics <= MOST_TOPICS:
        raise Unusable("topics_out_of_range", most=MOST_TOPICS)
    async with transaction():
        await locked_board(deed)
        known = await subjects_of_requests([deed.request])
        if (run := known.get(deed.request)) is not None:
            return await run_by_id(run)
        going_on = await newest_run(deed.conference.id)
        if going_on is not None and going_on.going_on:
            return going_on
        return await _asked(topics or 0, seed, deed)


async def _asked(topics: int, seed: int, deed: Deed) -> RunFacts:
    run = SuggestionRun(
        id=uuid4(),
        conference=deed.conference.id,
        state=RunState.WAITING,
        topics=topics,
        seed=seed,
        total=await number_to_cluster(deed.conference.id),
        asked_at=deed.now,
    )
    await SuggestionRun.insert(run)
    await note_of(
        Act.CLUSTERS_ASKED,
        run.id,
        deed.conference.key,
        by=deed.by,
        now=deed.now,
        request=deed.request,
    )
    return await run_by_id(run.id)


async def suggest_split(
    conference: UUID, cluster: int, *, parts: int | None = None, seed: int = 0
) -> Sequence[Part]:
    """
    Look for parts of a cluster, the largest first; changes nothing.

    Unless told otherwise there are two, or what fits best in a large cluster.
    """
    found = await to_cluster(conference, model=model_name(), cluster=cluster)
    few = len(found.ids) < 4 * PARTS_OF_ITS_OWN
    wanted = parts or (2 if few else None)
    divided = await asyncio.to_thread(divide, found, topics=wanted, seed=seed)
    numbers = dict(zip(found.ids, found.numbers, strict=True))
    return [
        Part(
            proposals=tuple(numbers[one] for one in each.distances),
            words=each.name.words,
        )
        for each in divided.clusters
    ]
