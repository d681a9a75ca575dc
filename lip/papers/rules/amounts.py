"""Amounts in the table of costs: as `lip.measures` reads them, also below zero."""

from typing import Final

from lip.measures.rules.money import cents_of, written

_MINUS: Final = "-−–"


def signed_cents(text: str) -> int | None:
    """
    Read an amount in cents; None where it is none.

    >>> signed_cents("-25.000 €"), signed_cents("12,50"), signed_cents("viel")
    (-2500000, 1250, None)
    """
    clean = text.strip()
    negative = clean[:1] in _MINUS and bool(clean)
    cents = cents_of(clean[1:] if negative else clean)
    return -cents if cents is not None and negative else cents


def typed_cents(cents: int | None) -> str:
    """
    Write an amount for a field, as `signed_cents` reads it.

    >>> typed_cents(-2500000), typed_cents(None)
    ('-25.000', '')
    """
    if cents is None:
        return ""
    return f"-{written(-cents)}" if cents < 0 else written(cents)
