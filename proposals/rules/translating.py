"""
Translations beside the own words: who may write one, and what a reader is told of it.

A translation never stands in the place of the original. What a machine or a
participant wrote is unchecked until somebody else who knows both languages says that
it is right.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from proposals.rules.handing_in import LONGEST_TITLE, Fault, Wording

MOST_AT_ONCE: Final = 40
"""Translations by one participant in a while."""

LONGEST_TRANSLATION: Final = 8000
"""Twice a proposal: some languages need more signs for the same."""

MOST_TRIES: Final = 6
_PAUSES: Final = (1, 5, 20, 60, 240)  # minutes


class ErrandState(StrEnum):
    """How far the machine is with one wording and language."""

    WAITING = "waiting"
    ASKED = "asked"
    DONE = "done"
    FAILED = "failed"


class Trouble(StrEnum):
    """Why the translation service gave no translation."""

    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    BUSY = "busy"
    KEY_REFUSED = "key_refused"
    LANGUAGE_UNKNOWN = "language_unknown"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


_LASTING: Final = frozenset({Trouble.LANGUAGE_UNKNOWN, Trouble.REFUSED})
"""Asking again would bring the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a translation is, for the rule of who may change it."""

    by_machine: bool
    checked: bool
    own: bool = False
    earlier_wording: bool = False


def mark_of(wording: Wording) -> str:
    """Name exactly these words: two that differ in one sign have other marks."""
    whole = f"{len(wording.title)} {wording.title}{wording.text}"
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def fault_of(wording: Wording) -> Fault | None:
    """Find what keeps a translation from being kept."""
    if not any(sign.isalnum() for sign in wording.text):
        return Fault.NOTHING_TO_READ
    too_long = len(wording.text) > LONGEST_TRANSLATION
    if too_long or len(wording.title) > 2 * LONGEST_TITLE:
        return Fault.TOO_LONG
    return None


def may_write(there: Written | None, *, staff: bool) -> bool:
    """
    Decide whether somebody may write or change the translation into a language.

    Participants may fill gaps, change their own, and better a machine's; what other
    people wrote or checked stays, until the original has changed.
    """
    if staff or there is None or there.earlier_wording:
        return True
    if there.by_machine:
        return not there.checked
    return there.own


def may_check(there: Written, *, staff: bool) -> bool:
    """Decide whether somebody may say that a translation is right."""
    if there.checked or there.earlier_wording:
        return False
    return staff or not there.own


def may_withdraw(there: Written, *, staff: bool) -> bool:
    """Decide whether somebody may take a translation away."""
    return staff or there.own


def after_trouble(
    trouble: Trouble, *, tries: int, now: datetime
) -> tuple[ErrandState, datetime]:
    """Decide whether to ask again, and when; the pauses grow."""
    if trouble in _LASTING or tries >= MOST_TRIES:
        return ErrandState.FAILED, now
    pause = _PAUSES[min(max(tries, 1), len(_PAUSES)) - 1]
    return ErrandState.WAITING, now + timedelta(minutes=pause)
