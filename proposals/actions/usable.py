"""What keeps words from being handed in, and whether they may be just now."""

from datetime import datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import TooEarly, TooLate, Unusable
from proposals.queries.collecting import CollectingFacts, collecting_of
from proposals.rules.handing_in import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    Fault,
    Window,
    Wording,
    faults_of,
)
from proposals.rules.standing import Way


def usable(wording: Wording) -> Wording:
    """Give words that can be handed in, or raise Unusable with what is wrong."""
    match faults_of(wording):
        case Fault.NOTHING_TO_READ:
            raise Unusable("proposal_without_words")
        case Fault.TOO_LONG:
            raise Unusable(
                "proposal_too_long", most=LONGEST_TEXT, given=len(wording.text)
            )
        case Fault.TITLE_TOO_LONG:
            raise Unusable("proposal_title_too_long", most=LONGEST_TITLE)
        case None:
            return wording


async def check_open(
    conference: ConferenceFacts, way: Way, *, now: datetime
) -> CollectingFacts:
    """Refuse outside the time; cards that were written in time may come later."""
    return open_now(await collecting_of(conference.id), way, now=now)


def open_now(
    collecting: CollectingFacts | None, way: Way, *, now: datetime
) -> CollectingFacts:
    """Refuse the same by what has been read already."""
    if collecting is None:
        raise TooEarly("proposals_not_collected_here")
    window = collecting.window(now)
    if window is Window.NOT_YET:
        raise TooEarly("proposals_not_yet")
    if window is Window.OVER and way is not Way.CARD:
        raise TooLate("proposals_over")
    return collecting
