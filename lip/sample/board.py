"""The board of the sample conference: cards, clusters by the machine and by people."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from lip.conference.queries.conferences import ConferenceFacts
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from lip.sample.board_texts import CARDS, MERGED, NAMES, SUMMARY, TWO_TOPICS
from proposals.actions.submit import Draft, submit
from proposals.board.actions.arrange_cards import add_topic, move
from proposals.board.actions.arrange_clusters import name_cluster
from proposals.board.actions.deed import Deed
from proposals.board.actions.merge_proposals import merge_proposals
from proposals.board.actions.publish import publish_clusters
from proposals.board.actions.suggest import ask_for_clusters
from proposals.board.actions.work_through import work_through
from proposals.board.queries.board import board_of
from proposals.rules.handing_in import Wording
from proposals.rules.standing import Way

TOPICS = 8
ALIKE = (0, 2, 3, 4)
"""Cards that somebody puts together by hand."""


async def fill_in_board(conference: ConferenceFacts, *, now: datetime) -> None:
    """Enter paper cards, let the machine suggest clusters, and work on them."""
    numbers = [
        await _card(conference, place, language, text, now=now)
        for place, (language, text) in enumerate(CARDS)
    ]
    run = await ask_for_clusters(topics=TOPICS, deed=_deed(conference, "ask", now))
    await work_through(run.id, lambda: now)
    await _arrange(conference, numbers, now=now)
    await publish_clusters(public=True, deed=_deed(conference, "publish", now))


async def _card(
    conference: ConferenceFacts, place: int, language: str, text: str, *, now: datetime
) -> int:
    draft = Draft(
        wording=Wording(text=text, language=language),
        way=Way.CARD,
        place=f"Tisch {place % 6 + 1}",
    )
    made = await submit(
        draft,
        conference=conference,
        by=COMMAND,
        now=now,
        request=_key(conference, f"card {place}"),
    )
    return made.number


async def _arrange(
    conference: ConferenceFacts, numbers: Sequence[int], *, now: datetime
) -> None:
    named: dict[int, Said] = {}
    for place, name in NAMES.items():
        named.setdefault(await _cluster_of(conference, numbers[place]), name)
    for cluster, name in named.items():
        deed = _deed(conference, f"name {cluster}", now)
        await name_cluster(cluster, name, _summary(name), deed=deed)
    language = await _cluster_of(conference, numbers[ALIKE[1]])
    cards = [numbers[place] for place in ALIKE]
    await move(cards, language, deed=_deed(conference, "move", now))
    one, into = (numbers[place] for place in MERGED)
    await merge_proposals([one], into, deed=_deed(conference, "merge", now))
    card, beside = (numbers[place] for place in TWO_TOPICS)
    other = await _cluster_of(conference, beside)
    await add_topic([card], other, deed=_deed(conference, "second", now))


def _summary(name: Said) -> Said:
    return SUMMARY if name == next(iter(NAMES.values())) else Said()


async def _cluster_of(conference: ConferenceFacts, number: int) -> int:
    view = await board_of(conference.id)
    return next(
        one.number
        for one in view.columns
        if any(card.number == number and card.rank == 0 for card in one.cards)
    )


def _deed(conference: ConferenceFacts, what: str, now: datetime) -> Deed:
    return Deed(
        conference=conference, by=COMMAND, now=now, request=_key(conference, what)
    )


def _key(conference: ConferenceFacts, what: str) -> UUID:
    return uuid5(conference.id, f"sample board {what}")
