"""Which column of a list means what: recognised from headings, or mapped by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Column(StrEnum):
    """What a column of a guest list can hold; the German labels stand in `files`."""

    EXTERNAL_ID = "external_id"
    FULL_NAME = "full_name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    BADGE_NAME = "badge_name"
    ORGANISATION = "organisation"
    ROLE = "role"
    EMAIL = "email"
    PHONE = "phone"
    LANGUAGE = "language"
    SPOKEN_LANGUAGES = "spoken_languages"
    INTERPRETING = "interpreting"
    CHILDCARE = "childcare"
    ACCESS = "access"
    DIET = "diet"
    WORKSHOP = "workshop"
    MAY_VOTE = "may_vote"
    NOTE = "note"
    ONLY_ON = "only_on"
    STATUS = "status"
    IGNORE = "ignore"


class Preset(StrEnum):
    """Where a list comes from, as its headings tell."""

    PRETIX_POSITIONS = "pretix_positions"
    PRETIX_CHECK_IN = "pretix_check_in"
    OPENSLIDES = "openslides"
    ANTRAGSGRUEN = "antragsgruen"
    LIST = "list"
    UNKNOWN = "unknown"


class ProblemCode(StrEnum):
    """What is wrong with a mapping; the first two block the import."""

    COLUMN_TWICE = "column_twice"
    NOTHING_MAPPED = "nothing_mapped"
    WRONG_LENGTH = "wrong_length"
    NO_NAME_COLUMN = "no_name_column"
    HEADING_TWICE = "heading_twice"


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingProblem:
    """A remark about a mapping; `positions` count headings from zero."""

    code: ProblemCode
    column: Column | None = None
    positions: tuple[int, ...] = ()

    @property
    def blocks(self) -> bool:
        """Tell whether rows can be read with this mapping at all."""
        return self.code not in {
            ProblemCode.NO_NAME_COLUMN,
            ProblemCode.HEADING_TWICE,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """
    What the headings tell.

    `mapping` has one column per heading. `left_out` are the positions that are
    known and deliberately not taken over (salutation, gender, passwords, prices),
    `unknown` those that a person may want to map by hand.
    """

    preset: Preset
    mapping: tuple[Column, ...]
    left_out: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()
    problems: tuple[MappingProblem, ...] = ()


def recognise(
    headings: tuple[str, ...], *, labels: Mapping[str, Column] | None = None
) -> Recognised:
    """
    Recognise a list by its headings.

    `labels` adds headings of our own exports in other languages.
    """
    raise NotImplementedError


def check_mapping(
    mapping: tuple[Column, ...], headings: tuple[str, ...]
) -> tuple[MappingProblem, ...]:
    """Check a mapping; one column may stand twice only under the same heading."""
    raise NotImplementedError
