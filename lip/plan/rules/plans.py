"""What is known of a plan."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """A plan; `latest` is the number of its newest version, 0 before the first."""

    id: UUID
    key: str
    title: Said
    subtitle: Said
    intro: Said
    language: str
    line_length: int
    draft_public: bool
    amendments_open: bool
    comments_open: bool
    position: int
    shown_since: datetime | None = None
    changed_at: datetime
    latest: int

    @property
    def public(self) -> bool:
        """Tell whether everybody may know of it."""
        return self.draft_public or self.latest > 0
