"""What holds after a conference: from when there are certificates, and for whom."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from lip.said import Said

LEAST_MINUTES = 60
KEPT_MONTHS = 24
MOST_KEPT_MONTHS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """
    The terms of one conference; as they stand here they are the usual ones.

    `text` is what a certificate says of the conference. Feedback is taken from
    `feedback_opens_at` on; without it nobody is asked.
    """

    least_minutes: int = LEAST_MINUTES
    certificates_from: datetime | None = None
    certificates_kept_months: int = KEPT_MONTHS
    text: Said = field(default_factory=Said)
    signed_by: str = ""
    figures_published_at: datetime | None = None
    feedback_opens_at: datetime | None = None
    feedback_closes_at: datetime | None = None
    feedback_intro: Said = field(default_factory=Said)


def certificates_open_at(terms: Terms, ends: Iterable[datetime]) -> datetime | None:
    """Tell from when on there are certificates: as set, or from the real end on."""
    return terms.certificates_from or max(ends, default=None)


def was_there(minutes: int, terms: Terms) -> bool:
    """Tell whether somebody was there long enough; who was not there never was."""
    return minutes >= max(1, terms.least_minutes)
