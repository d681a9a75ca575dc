"""Read which proposals of a conference were answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.database import fetch
from proposals.queries.states import Mark, state_columns, state_in
from proposals.rules.following import ANSWERS, State
from proposals.rules.handing_in import Wording, heading
from proposals.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAnswer:
    """A proposal that speaks for itself, and where it stands."""

    id: UUID
    number: int
    title: str
    text: str
    language: str
    state: State

    @property
    def heading(self) -> str:
        """Give its title, or how it begins."""
        return heading(
            Wording(title=self.title, text=self.text, language=self.language)
        )

    @property
    def answered(self) -> bool:
        """Tell whether it has an answer."""
        return self.state in ANSWERS


async def proposals_to_answer(
    conference: UUID | None, *, marks: Sequence[Mark] = ()
) -> Sequence[ToAnswer]:
    """List what everybody may read and nothing else speaks for, by number."""
    rows = await fetch(
        "SELECT p.id, p.number, p.title, p.text, p.language"  # noqa: S608 - our own text
        f"{state_columns(marks)} FROM proposal p "
        "WHERE p.conference = ? AND p.standing = ? AND p.merged_into IS NULL "
        "ORDER BY p.number",
        conference,
        Standing.SHOWN.value,
    )
    return [
        ToAnswer(
            id=row["id"],
            number=row["number"],
            title=row["title"],
            text=row["text"],
            language=row["language"],
            state=state_in(row),
        )
        for row in rows
    ]
