"""
Limits on attempts, kept in the memory of this process and nowhere else.

Keys are passed in already shortened (an account, a ticket, a sealed address);
nothing here is logged or stored.
"""

from collections import OrderedDict
from datetime import datetime, timedelta

from lip.errors import TooMany
from lip.web.attempts import Allowance, Attempts, one_less, one_more, wait_after

SIGN_IN_PER_ACCOUNT = Allowance(attempts=8, within=timedelta(minutes=10))
SIGN_IN_PER_ADDRESS = Allowance(attempts=300, within=timedelta(minutes=10))
PASSWORD_PER_ACCOUNT = Allowance(attempts=8, within=timedelta(minutes=10))
WRONG_CODES_PER_ADDRESS = Allowance(attempts=600, within=timedelta(minutes=10))
WRONG_CODES_PER_DESK = Allowance(attempts=300, within=timedelta(minutes=5))
REGISTRATIONS_PER_ADDRESS = Allowance(attempts=600, within=timedelta(minutes=10))
UPLOADS_PER_PERSON = Allowance(attempts=60, within=timedelta(minutes=10))


class Limits:
    """Counts attempts by key and refuses the one too many."""

    def __init__(self, *, most_keys: int = 50_000) -> None:
        self._made: OrderedDict[tuple[str, Allowance], Attempts] = OrderedDict()
        self._most_keys = most_keys

    def check(self, key: str, allowance: Allowance, *, now: datetime) -> None:
        """Raise TooMany when the key has used up its attempts."""
        wait = wait_after(self._made.get((key, allowance)), allowance, now=now)
        if wait is not None:
            raise TooMany("too_many_attempts", seconds=int(wait.total_seconds()) + 1)

    def count(self, key: str, allowance: Allowance, *, now: datetime) -> None:
        """Count an attempt that failed."""
        slot = (key, allowance)
        self._made[slot] = one_more(self._made.get(slot), allowance, now=now)
        self._made.move_to_end(slot)
        while len(self._made) > self._most_keys:
            self._made.popitem(last=False)

    def spend(self, key: str, allowance: Allowance, *, now: datetime) -> None:
        """Count an attempt before it is made, so that many at once count as many."""
        self.check(key, allowance, now=now)
        self.count(key, allowance, now=now)

    def give_back(self, key: str, allowance: Allowance) -> None:
        """Take back an attempt that turned out well."""
        if made := self._made.get((key, allowance)):
            self._made[key, allowance] = one_less(made)

    def forget(self, key: str, allowance: Allowance) -> None:
        """Start anew after a success."""
        self._made.pop((key, allowance), None)
