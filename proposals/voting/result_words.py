"""What stands over the columns of a result, and what its values are called."""

from collections.abc import Mapping
from typing import Final

from babel.numbers import format_currency, format_decimal

from lip.words import N_, _, current_language, pgettext
from proposals.voting.rules.budget import Why
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method
from proposals.voting.rules.rounds import Completion

METHODS: Final[Mapping[Method, str]] = {
    Method.APPROVE: N_("Zustimmen"),
    Method.POINTS: N_("Punkte vergeben"),
    Method.OPINION: N_("Dafür oder dagegen"),
    Method.BUDGET: N_("Geld verteilen"),
}

CHANNELS: Final[Mapping[Channel, str]] = {
    Channel.PHONE: N_("mit dem eigenen Telefon"),
    Channel.TABLET: N_("am Tablet"),
    Channel.CODE: N_("mit einem gedruckten Code"),
    Channel.PAPER: N_("mit Klebepunkten auf Papier"),
}

COMPLETIONS: Final[Mapping[Completion, str]] = {
    Completion.MOST_VOTES: N_("nach den meisten Stimmen"),
    Completion.EQUAL_SHARES: N_("nach gleichen Anteilen"),
}

FATES: Final[Mapping[Why, str]] = {
    Why.BOUGHT: N_("wird bezahlt"),
    Why.BY_SHARES: N_("wird aus den Anteilen bezahlt"),
    Why.EITHER_WAY: N_("wird auf jeden Fall bezahlt"),
    Why.TOO_DEAR: N_("kostet mehr als das ganze Geld"),
    Why.NO_ROOM: N_("passt nicht mehr in das Geld"),
    Why.NO_VOTES: N_("hat keine Stimme"),
    Why.TIED: N_("offen: gleich viele Stimmen, aber nicht genug Geld für alle"),
    Why.AFTER_TIE: N_("offen: hängt davon ab, was vorher entschieden wird"),
}

HEADINGS: Final[Mapping[str, str]] = {
    "tied": N_("Gleichstand"),
    "number": N_("Nr."),
    "title": N_("Vorschlag"),
    "field": N_("Handlungsfeld"),
    "place_in_field": N_("Platz im Handlungsfeld"),
    "tied_in_field": N_("Gleichstand im Handlungsfeld"),
    "votes": N_("Stimmen"),
    "points": N_("Punkte"),
    "people": N_("Personen"),
    "share": N_("Anteil %"),
    "dots": N_("Klebepunkte"),
    "agree": N_("dafür"),
    "passed": N_("übersprungen"),
    "disagree": N_("dagegen"),
    "lead": N_("Vorsprung"),
    "cost": N_("Kosten in Euro"),
    "fate": N_("Was geschieht"),
}

COLUMNS: Final[Mapping[Method, tuple[str, ...]]] = {
    Method.APPROVE: ("votes", "share", "dots"),
    Method.POINTS: ("points", "people", "share", "dots"),
    Method.OPINION: ("agree", "passed", "disagree", "lead", "share", "dots"),
    Method.BUDGET: ("votes", "share", "dots", "cost", "fate"),
}
"""What is counted, by method; the places stand before it."""


def heading(column: str) -> str:
    """Name a column; a place in a ranking is no seat."""
    if column == "place":
        return pgettext("ranking", "Platz")
    return _(HEADINGS[column])


def euros(amount: int) -> str:
    """Write whole euros."""
    return f"{number(amount)}\u00a0€"


def euros_and_cents(amount: float) -> str:
    """Write euros and cents."""
    return format_currency(amount, "EUR", locale=_locale())


def number(value: float, digits: int = 0) -> str:
    """Write a number as people write it, with so many digits after the comma."""
    return format_decimal(value, f"#,##0.{'0' * digits}".rstrip("."), locale=_locale())


def _locale() -> str:
    return current_language().replace("-", "_")
