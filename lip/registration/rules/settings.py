"""When a registration form is open, and what may be set of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from lip.registration.rules.forms import UNSAID, FormFacts
from lip.said import Said

MOST_SEATS: Final = 100_000
MOST_PEOPLE: Final = 50
"""As many people may register in one go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSettings:
    """What organisers set of a form, its fields and groups aside."""

    opens_at: datetime | None = None
    closes_at: datetime | None = None
    change_until: datetime | None = None
    seats: int | None = None
    waiting_list: bool = True
    most_people: int = 10
    remind: bool = True
    intro: Said = UNSAID
    notice: Said = UNSAID
    thanks: Said = UNSAID


def settings_of(form: FormFacts) -> FormSettings:
    """Take the settings out of a form."""
    return FormSettings(
        opens_at=form.opens_at,
        closes_at=form.closes_at,
        change_until=form.change_until,
        seats=form.seats,
        waiting_list=form.waiting_list,
        most_people=form.most_people,
        remind=form.remind,
        intro=form.intro,
        notice=form.notice,
        thanks=form.thanks,
    )


def closes_too_early(settings: FormSettings) -> bool:
    """Tell whether a form would close before it opens."""
    opens, closes = settings.opens_at, settings.closes_at
    return opens is not None and closes is not None and closes <= opens


def is_open(form: FormFacts, now: datetime) -> bool:
    """Tell whether people can register at a moment."""
    begun = form.opens_at is None or form.opens_at <= now
    return begun and (form.closes_at is None or now < form.closes_at)
