"""Words of the members of an enum with their badges, said once and used apart."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias, TypeVar

Kind = TypeVar("Kind", bound=StrEnum)
Sign: TypeAlias = tuple[str, str]
"""Kind of a badge and its icon; the word always stands beside."""


def parted(
    table: Mapping[Kind, tuple[str, str, str]],
) -> tuple[Mapping[Kind, str], Mapping[Kind, Sign]]:
    """Part a table of German words, kinds and icons into words and signs."""
    words = {one: word for one, (word, _kind, _icon) in table.items()}
    signs = {one: (kind, icon) for one, (_word, kind, icon) in table.items()}
    return words, signs
