"""What the page of a conference says of its registration."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.pages.offers import Offer
from lip.registration.queries.forms import form_of
from lip.registration.rules.asking import Opening, opening
from lip.words import _, current_language


async def registration_offer(
    conference: ConferenceFacts, now: datetime
) -> Sequence[Offer]:
    """Offer the registration, or say from when there is one."""
    form = await form_of(conference)
    state = opening(form, conference.stage, conference.days, now=now)
    if form is None or state in {Opening.CALLED_OFF, Opening.OVER, Opening.NO_FORM}:
        return ()
    if state is Opening.NOT_YET and form.opens_at is not None:
        moment = _moment(form.opens_at, conference.zone)
        note = _("Die Anmeldung öffnet am %(moment)s.", moment=moment)
        return [Offer(note=note)]
    if state is Opening.CLOSED:
        return [Offer(note=_("Die Anmeldung ist geschlossen."))]
    note = ""
    if form.closes_at is not None:
        moment = _moment(form.closes_at, conference.zone)
        note = _("Anmelden können Sie sich bis %(moment)s.", moment=moment)
    label, board = _("Zur Anmeldung"), _("Jetzt anmelden")
    return [Offer(label=label, route="register.show", note=note, board=board)]


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    locale = current_language().replace("-", "_")
    return format_datetime(moment, "medium", tzinfo=zone, locale=locale)
