"""
Who may stand: each nomination checked by the conditions that an election sets.

The rule only says what stands against somebody; the election board decides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Condition(StrEnum):
    """What an election asks of those who stand; stored under these codes."""

    ONE_PER_ASSOCIATION = "one_per_association"
    ASSOCIATION_ON_LIST = "association_on_list"
    NOT_UMBRELLA = "not_umbrella"
    NOT_A_DELEGATE = "not_a_delegate"
    ADULT = "adult"
    RESIDENT = "resident"


DECLARED: Final = frozenset({Condition.ADULT, Condition.RESIDENT})
"""What only the person herself can say."""


class Doubt(StrEnum):
    """What stands against a nomination."""

    NO_ASSOCIATION = "no_association"
    ASSOCIATION_NOT_LISTED = "association_not_listed"
    ASSOCIATION_TAKEN = "association_taken"
    UMBRELLA = "umbrella"
    DELEGATE = "delegate"
    NOT_ADULT = "not_adult"
    NOT_RESIDENT = "not_resident"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidacy:
    """
    One nomination as the conditions see it.

    `association` is the likeness of the name, empty for none; `counts` is false for
    whoever has not consented yet, was refused or has withdrawn.
    """

    number: int
    association: str = ""
    delegate: bool = False
    declared: frozenset[Condition] = frozenset()
    counts: bool = True


def conditions_of(codes: Iterable[str]) -> frozenset[Condition]:
    """
    Read stored codes; unknown ones ask for nothing.

    >>> sorted(conditions_of(["adult", "tall"]))
    [<Condition.ADULT: 'adult'>]
    """
    known = {one.value for one in Condition}
    return frozenset(Condition(code) for code in codes if code in known)


def doubts_about(
    one: Candidacy,
    *,
    among: Iterable[Candidacy],
    conditions: frozenset[Condition],
    umbrella: Mapping[str, bool],
) -> tuple[Doubt, ...]:
    """
    List what stands against one nomination among all.

    `umbrella` has the likeness of each association on the list, and whether it is an
    association of associations.
    """
    found = [
        *_of_association(one, conditions, umbrella),
        *_of_others(one, among, conditions),
    ]
    if Condition.NOT_A_DELEGATE in conditions and one.delegate:
        found.append(Doubt.DELEGATE)
    missing = (conditions & DECLARED) - one.declared
    if Condition.ADULT in missing:
        found.append(Doubt.NOT_ADULT)
    if Condition.RESIDENT in missing:
        found.append(Doubt.NOT_RESIDENT)
    return tuple(found)


def _of_association(
    one: Candidacy, conditions: frozenset[Condition], umbrella: Mapping[str, bool]
) -> list[Doubt]:
    found = []
    if Condition.ASSOCIATION_ON_LIST in conditions:
        if not one.association:
            found.append(Doubt.NO_ASSOCIATION)
        elif one.association not in umbrella:
            found.append(Doubt.ASSOCIATION_NOT_LISTED)
    if Condition.NOT_UMBRELLA in conditions and umbrella.get(one.association, False):
        found.append(Doubt.UMBRELLA)
    return found


def _of_others(
    one: Candidacy, among: Iterable[Candidacy], conditions: frozenset[Condition]
) -> list[Doubt]:
    if Condition.ONE_PER_ASSOCIATION not in conditions or not one.association:
        return []
    taken = any(
        other.counts
        and other.number != one.number
        and other.association == one.association
        for other in among
    )
    return [Doubt.ASSOCIATION_TAKEN] if taken else []
