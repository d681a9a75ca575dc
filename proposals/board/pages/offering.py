"""What the board offers on the page of a conference."""

from collections.abc import Sequence
from datetime import datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.pages.offers import Offer
from lip.words import _
from proposals.board.queries.board import board_facts


async def offer_clusters(
    conference: ConferenceFacts, _now: datetime
) -> Sequence[Offer]:
    """Offer to read the clusters once they are shown to everybody."""
    if not (await board_facts(conference.id)).public:
        return ()
    return [
        Offer(
            label=_("Themen der Vorschläge"),
            route="clusters.list",
            icon="heart-handshake",
            main=False,
        )
    ]
