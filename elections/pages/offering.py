"""What elections offer on the page of a conference."""

from collections.abc import Sequence
from datetime import datetime

from elections.queries.elections import elections_of
from elections.rules.stages import PollStage
from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.pages.offers import Offer
from lip.words import _


async def offer_elections(
    conference: ConferenceFacts, _now: datetime
) -> Sequence[Offer]:
    """Offer to read who stands; on the board while the polls are open."""
    elections = await elections_of(conference.id)
    if not elections:
        return ()
    is_open = any(one.stage is PollStage.OPEN for one in elections)
    return [
        Offer(
            label=_("Wahlen"),
            route="elections.list",
            icon="user-check",
            main=False,
            board=_("Wahlen") if is_open else "",
        )
    ]
