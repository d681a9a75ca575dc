"""What proposals offer on the page of a conference, and on a person's own page."""

from collections.abc import Sequence
from datetime import datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.pages.offers import Offer
from lip.words import _
from proposals.queries.collecting import collecting_of
from proposals.rules.handing_in import Window


async def offer_proposals(
    conference: ConferenceFacts, now: datetime
) -> Sequence[Offer]:
    """Offer to read proposals as soon as they are collected."""
    collecting = await collecting_of(conference.id)
    if collecting is None or collecting.window(now) is Window.NOT_YET:
        return ()
    label = _("Vorschläge lesen")
    board = _("Vorschläge") if collecting.window(now) is Window.OPEN else ""
    return [
        Offer(label=label, route="proposals.list", icon="list", main=False, board=board)
    ]
