"""Read what a proposal said before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.database import fetch
from proposals.rules.handing_in import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A former wording, and when it was written."""

    number: int
    wording: Wording
    written_at: datetime


async def versions_of(proposal: UUID) -> Sequence[Version]:
    """List former wordings, the newest first; the present one is not among them."""
    rows = await fetch(
        "SELECT version, language, title, text, written_at FROM proposal_version "
        "WHERE proposal = ? ORDER BY version DESC",
        proposal,
    )
    return [
        Version(
            number=row["version"],
            wording=Wording(
                title=row["title"], text=row["text"], language=row["language"]
            ),
            written_at=row["written_at"],
        )
        for row in rows
    ]
