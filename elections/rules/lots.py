"""
The lot that anyone can recompute.

The order is that of SHA-256 over `root|digits|question|candidate`: the root digest of
the closed board, at least 20 dice digits thrown in public after it was fixed, the
name of the question, the name of the candidate, all as UTF-8.

>>> lot_order("ab12", "12345612345612345612", "Platz 4", ["Ada", "Bo", "Cem"])
('Bo', 'Cem', 'Ada')
"""

from collections.abc import Iterable
from hashlib import sha256

from elections.rules.uncountable import Uncountable

FEWEST_DIGITS = 20


def lot_order(
    root: str, digits: str, question: str, candidates: Iterable[str]
) -> tuple[str, ...]:
    """Order the tied candidates; the first one wins the lot."""
    if len(digits) < FEWEST_DIGITS or set(digits) - set("123456"):
        raise Uncountable("too_few_dice_digits", wanted=FEWEST_DIGITS)
    if "|" in root + question:
        raise Uncountable("bar_in_lot")
    return tuple(
        sorted(candidates, key=lambda name: ticket(root, digits, question, name))
    )


def ticket(root: str, digits: str, question: str, candidate: str) -> str:
    """Compute the digest by which a candidate stands in the lot."""
    return sha256(f"{root}|{digits}|{question}|{candidate}".encode()).hexdigest()
