"""A guest as a list names one: cleaned, typed, not yet a participant."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from lip.conference.rules.column import Column

LIMITS: Mapping[Column, int] = MappingProxyType({
    Column.EXTERNAL_ID: 100,
    Column.FULL_NAME: 200,
    Column.GIVEN_NAME: 200,
    Column.FAMILY_NAME: 200,
    Column.BADGE_NAME: 200,
    Column.ORGANISATION: 300,
    Column.ROLE: 200,
    Column.EMAIL: 254,  # RFC 5321, 4.5.3.1.3
    Column.PHONE: 60,
    Column.ACCESS: 1000,
    Column.DIET: 500,
    Column.WORKSHOP: 200,
    Column.NOTE: 2000,
})
"""The longest text of each column, in characters."""

NEEDS = frozenset(
    {Column.INTERPRETING, Column.CHILDCARE, Column.ACCESS, Column.DIET},
)
"""The sensitive columns, which are stored apart and deleted early."""

UNDETERMINED = "und"
"""BCP 47's tag for a language that nobody named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """
    One person of a guest list; each field is named like its `Column`.

    `full_name` is only set where it is not simply given name and family name.
    `interpreting` holds the tags of the languages that are needed, or
    `UNDETERMINED` where someone needs interpreting into a language not named.
    """

    external_id: str = ""
    full_name: str = ""
    given_name: str = ""
    family_name: str = ""
    badge_name: str = ""
    organisation: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    language: str = ""
    spoken_languages: tuple[str, ...] = ()
    interpreting: tuple[str, ...] = ()
    childcare: int = 0
    access: str = ""
    diet: str = ""
    workshop: str = ""
    may_vote: bool = False
    only_on: date | None = None
    note: str = ""

    @property
    def name(self) -> str:
        """Write the name as it is said; empty where a person gave none."""
        return self.full_name or display_name(self.given_name, self.family_name)


def display_name(given: str, family: str) -> str:
    """Join the parts of a name, of which either may be missing."""
    return f"{given} {family}".strip()
