"""How long open data name who was elected."""

from datetime import datetime, timedelta
from typing import Final

NAMED_FOR: Final = timedelta(days=5 * 365)
"""As long as a plan runs; longer than any term."""


def named_since(now: datetime) -> datetime:
    """Give the moment before which an election names nobody any more."""
    return now - NAMED_FOR
