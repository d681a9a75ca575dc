"""Read a page of proposals for everybody: what a list shows, and nothing more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final, NamedTuple
from uuid import UUID

from lip.database import fetch
from proposals.queries.proposals import ON_A_PAGE
from proposals.queries.states import Mark, state_columns, state_in
from proposals.queries.supported import SUPPORT
from proposals.rules.following import State
from proposals.rules.handing_in import Wording, heading, rest
from proposals.rules.standing import Standing


class Listed(NamedTuple):
    """
    A proposal in a list: all that its row shows, so equal ones look the same.

    A tuple, since a page makes two hundred and looks each up by what it says.
    """

    id: UUID
    number: int
    title: str
    text: str
    language: str
    field: UUID | None
    place: str
    author_name: str
    photos: int
    support: int
    state: State

    @property
    def wording(self) -> Wording:
        """Give its words."""
        return Wording(title=self.title, text=self.text, language=self.language)

    @property
    def heading(self) -> str:
        """Give its title, or how it begins."""
        return heading(self.wording)

    @property
    def rest(self) -> str:
        """Give what the heading has not said yet."""
        return rest(self.wording)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A page of proposals, and how many there are in all."""

    proposals: Sequence[Listed]
    many: int


_SHOWN: Final = f"""
    p.id, p.number, p.title, p.text, p.language, p.field, p.place, p.author_name,
    (SELECT count(*) FROM proposal_photo f WHERE f.proposal = p.id) AS photos,
    {SUPPORT} AS support
"""  # noqa: S608 - our own text
_COLUMNS: Final = itemgetter(*Listed._fields[:-1])


async def listed_proposals(
    conference: UUID,
    *,
    most: int = ON_A_PAGE,
    offset: int = 0,
    field: UUID | None = None,
    marks: Sequence[Mark] = (),
) -> Counted:
    """
    List what everybody may read, of one field or of all, the newest first; count it.

    Marks are what areas above add to where each stands.
    """
    here, values = "conference = ? AND standing = ?", [conference, Standing.SHOWN.value]
    if field is not None:
        here, values = f"{here} AND field = ?", [*values, field]
    rows = await fetch(
        f"SELECT {_SHOWN}, (SELECT count(*) FROM proposal WHERE {here}) AS whole"  # noqa: S608 - our own text
        f"{state_columns(marks)} FROM proposal p WHERE {here} "
        f"ORDER BY p.number DESC LIMIT {int(most)} OFFSET {int(offset)}",
        *values,
        *values,
    )
    many = int(rows[0]["whole"]) if rows else 0
    return Counted(proposals=[_listed(row) for row in rows], many=many)


def _listed(row: Mapping[str, Any]) -> Listed:
    return Listed._make((*_COLUMNS(row), state_in(row)))
