"""What attendance offers on the page of a conference, and on a person's own page."""

from collections.abc import Sequence
from datetime import datetime

from lip.attendance.queries.feedback import questions_of
from lip.attendance.queries.terms import terms_of
from lip.attendance.rules.feedback import is_open
from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.pages.offers import Offer
from lip.words import _


async def offer_feedback(conference: ConferenceFacts, now: datetime) -> Sequence[Offer]:
    """Offer the feedback form while it is open."""
    terms = await terms_of(conference)
    if not is_open(
        opens_at=terms.feedback_opens_at, closes_at=terms.feedback_closes_at, now=now
    ):
        return ()
    if not await questions_of(conference):
        return ()
    label = _("Ihre Rückmeldung geben")
    return [
        Offer(
            label=label,
            route="feedback.form",
            icon="pencil",
            board=_("Ihre Rückmeldung"),
        )
    ]


async def offer_figures(conference: ConferenceFacts, _now: datetime) -> Sequence[Offer]:
    """Offer the figures once they are published."""
    if (await terms_of(conference)).figures_published_at is None:
        return ()
    label = _("Die Konferenz in Zahlen")
    return [Offer(label=label, route="public.figures", icon="info", main=False)]
