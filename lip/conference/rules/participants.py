"""What a participant's row says, made from what a list or a form says."""

from datetime import date, timedelta
from typing import Any

from lip.conference.rules.guest import Guest
from lip.conference.rules.names import search_key, sort_key


def columns_of(guest: Guest, *, number: int) -> dict[str, Any]:
    """Write a guest as columns, with the keys for searching and sorting."""
    parts = (guest.name, guest.badge_name, guest.organisation, str(number))
    last = " ".join((guest.family_name, guest.given_name)).strip() or guest.name
    return {
        "external_id": guest.external_id,
        "full_name": guest.full_name,
        "given_name": guest.given_name,
        "family_name": guest.family_name,
        "badge_name": guest.badge_name,
        "organisation": guest.organisation,
        "role": guest.role,
        "email": guest.email,
        "phone": guest.phone,
        "language": guest.language,
        "spoken_languages": " ".join(guest.spoken_languages),
        "workshop": guest.workshop,
        "may_vote": guest.may_vote,
        "only_on": guest.only_on,
        "note": guest.note,
        "search_key": search_key(*(part for part in parts if part)),
        "sort_key": str(sort_key(last, "de")),
    }


def needs_of(guest: Guest) -> dict[str, Any]:
    """Write the sensitive needs of a guest as columns; empty when there are none."""
    needs = {
        "interpreting": " ".join(guest.interpreting),
        "childcare": guest.childcare,
        "access": guest.access,
        "diet": guest.diet,
    }
    return needs if any(needs.values()) else {}


def needs_end(last_day: date | None, today: date, *, kept_days: int) -> date:
    """Say when the needs are deleted: so many days after the last day."""
    return (last_day or today) + timedelta(days=kept_days)
