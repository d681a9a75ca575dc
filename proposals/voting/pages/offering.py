"""What votes offer on the page of a conference."""

from collections.abc import Sequence
from datetime import datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.pages.offers import Offer
from lip.words import _
from proposals.voting.queries.results import shown_rounds


async def offer_rounds(conference: ConferenceFacts, now: datetime) -> Sequence[Offer]:
    """Offer to vote while people vote, there and on the board; and to read results."""
    rounds = await shown_rounds(conference.id)
    offers = []
    if any(one.takes_votes(now) for one in rounds):
        label, board = _("Jetzt abstimmen"), _("Abstimmen")
        offers.append(Offer(label=label, route="vote.enter", icon="check", board=board))
    if rounds:
        label = _("Abstimmungen und Ergebnisse")
        offers.append(
            Offer(label=label, route="results.list", icon="circle-check", main=False)
        )
    return offers
