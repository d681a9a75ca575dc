"""What is put to the vote: all, one field, those with most support, or picked ones."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from lip.said import Said


class Choosing(StrEnum):
    """How options are chosen."""

    ALL = "all"
    FIELD = "field"
    SUPPORT = "support"
    PICKED = "picked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A proposal or a cluster that may be put to the vote."""

    id: UUID
    called: int
    title: Said
    text: str = ""
    language: str = ""
    field_name: Said = field(default_factory=Said)
    field: UUID | None = None
    support: int = 0


def chosen(
    candidates: Sequence[Candidate],
    how: Choosing,
    *,
    picked: Collection[UUID] = (),
    fields: Collection[UUID] = (),
    most: int = 0,
) -> Sequence[Candidate]:
    """
    Choose among candidates, which stay in their order.

    By support: as many as wished; who has as much support as the last one comes in as
    well, so that no coin decides.
    """
    if how is Choosing.FIELD:
        return [one for one in candidates if one.field in fields]
    if how is Choosing.PICKED:
        return [one for one in candidates if one.id in picked]
    if how is Choosing.SUPPORT:
        ordered = sorted((one.support for one in candidates), reverse=True)
        least = ordered[most - 1] if 0 < most <= len(ordered) else 0
        return [one for one in candidates if most > 0 and one.support >= least]
    return candidates
