"""Whose a proposal is."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who hands in: the holder of a ticket or of an account."""

    participant: UUID | None = None
    account: UUID | None = None

    def has(self, participant: UUID | None, account: UUID | None) -> bool:
        """Say whether what these two have handed in is hers."""
        mine = self.participant is not None and self.participant == participant
        return mine or (self.account is not None and self.account == account)
