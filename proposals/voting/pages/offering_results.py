"""What votes offer on the page of a conference."""

from collections.abc import Sequence
from datetime import datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.pages.offers import Offer
from lip.words import _
from proposals.voting.queries.results import shown_rounds
from proposals.voting.rules.rounds import Stage


async def offer_results(
    conference: ConferenceFacts,
    now: datetime,  # noqa: ARG001 - an offerer is asked at a time
) -> Sequence[Offer]:
    """Offer to read votes and results as soon as there is one."""
    rounds = await shown_rounds(conference.id)
    if not rounds:
        return ()
    running = any(one.stage is Stage.OPEN for one in rounds)
    label = _("Abstimmungen und Ergebnisse")
    return [
        Offer(
            label=label,
            route="results.list",
            icon="circle-check",
            main=False,
            board=_("Abstimmung") if running else "",
        )
    ]
