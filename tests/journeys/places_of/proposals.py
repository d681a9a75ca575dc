"""Every page of proposals and the board."""

from uuid import UUID

from lip.conference.actions.register import ticket_code
from lip.conference.queries.conferences import conference_by_key
from lip.conference.rules.codes import shown
from lip.sample.fill_in import KEY
from proposals.actions.change_collecting import link_token
from proposals.board.queries.board import board_of
from proposals.tables import Proposal
from tests.factories import KEYS
from tests.journeys.places_of import Place, looked_at_by

NO_PAGES = {
    "pinboard.live",
    "proposals.photo",
    "own_proposal.photo",
    "moderation.photo",
    "staff_proposal.photo",
    "proposals.json",
    "proposals.csv",
}
"""Routes that answer something else than a page for people."""


async def find() -> dict[str, str]:
    """Find in the sample what stands in addresses."""
    conference = await conference_by_key(KEY)
    author = (
        await Proposal
        .select(Proposal.participant, Proposal.number)
        .where(Proposal.participant.is_not_null())
        .order_by(Proposal.number)
        .first()
    )
    return {
        "author": shown(ticket_code(author["participant"], 1, keys=KEYS)),
        "own proposal": str(author["number"]),
        "open link": link_token(conference, keys=KEYS),
        **await _board(conference.id),
    }


async def _board(conference: UUID) -> dict[str, str]:
    """Find a cluster of the sample, and the card with most to say of it."""
    columns = (await board_of(conference)).columns
    cluster = max(columns, key=lambda column: len(column.cards))
    card = max(cluster.cards, key=lambda one: (len(one.merged), len(one.topics)))
    return {"cluster": str(cluster.number), "pinned": str(card.number)}


FOR_ORGANISERS = {
    "moderation.show": "{place}/proposals",
    "hidden proposals": "{place}/proposals?standing=hidden",
    "cards.show": "{place}/proposals/cards",
    "pinboard.show": "{place}/board",
    "pinboard.wall": "{place}/board/wall",
    "pinboard.steps": "{place}/board/steps",
    "pinboard.map": "{place}/board/map",
    "empty pinboard map": "/conferences/leer/board/map",
    "pinboard.card": "{place}/board/cards/{pinned}",
    "pinboard.cluster": "{place}/board/clusters/{cluster}",
    "empty pinboard": "/conferences/leer/board",
    "empty wall": "/conferences/leer/board/wall",
    "no steps": "/conferences/leer/board/steps",
    "staff_proposals.show": "{place}/proposals/own",
    "staff_proposal.edit": "{place}/proposals/own/{staff proposal}",
    "collecting.show": "{place}/proposals/settings",
    "empty moderation": "/conferences/leer/proposals",
    "comments.show": "{place}/comments",
    "hidden comments": "{place}/comments?standing=hidden",
    "translations.queue": "{place}/translations?into=de",
    "translations of another script": "{place}/translations?into=ar",
    "translations.edit": "{place}/translations/4?into=de",
    "answers.show": "{place}/proposals/4/answer",
    "proposal with an account": "/c/{key}/proposals/1",
    "empty comments": "/conferences/leer/comments",
    "empty translations": "/conferences/leer/translations",
}
FOR_EVERYBODY = {
    "proposals.list": "/c/{key}/proposals",
    "clusters.list": "/c/{key}/clusters",
    "clusters.show": "/c/{key}/clusters/{cluster}",
    "empty proposals": "/c/leer/proposals",
    "own_proposals.show": "/t/{author}/proposals",
    "own_proposals.all": "/t/{author}/proposals/all",
    "own_proposal.edit": "/t/{author}/proposals/{own proposal}",
    "proposal.show": "/c/{key}/proposals/1",
    "proposal not followed": "/c/{key}/proposals/4",
    "own_proposals.read": "/t/{author}/proposals/1/read",
    "own_translation.show": "/t/{author}/proposals/4/translate?into=ar",
    "open_link.show": "/p/{open link}",
}


def places(found: dict[str, str]) -> dict[str, Place]:
    """Say where each page stands, and who looks at it."""
    return looked_at_by("admin", FOR_ORGANISERS, found) | looked_at_by(
        "nobody", FOR_EVERYBODY, found
    )
