"""Which backups hold what should be gone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is to be said of a backup: kinds lapsed since, and whether it must go."""

    lapsed: tuple[str, ...]
    too_old: bool


def judge_backup(
    made_at: datetime,
    *,
    now: datetime,
    longest: timedelta,
    deleted: Mapping[str, datetime],
    order: Sequence[str],
) -> Verdict:
    """
    Judge a backup by its own stamp.

    `longest` is the longest retention that any conference has; `deleted` says when
    something of each kind was last deleted, or is due. Kinds come in the order given.
    """
    lapsed = tuple(kind for kind in order if _since(deleted.get(kind), made_at))
    return Verdict(lapsed=lapsed, too_old=now - made_at > longest)


def _since(deleted: datetime | None, made_at: datetime) -> bool:
    return deleted is not None and deleted > made_at
