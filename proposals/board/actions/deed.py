"""What all acts on the board are told besides what they are about."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.journal.rules.entries import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """
    Where, by whom, when, and under which request key something is done.

    `seen` is the step (`BoardFacts.standing`) of the board that the person looked at;
    None: she did not look, and nothing is compared.
    """

    conference: ConferenceFacts
    by: Actor
    now: datetime
    request: UUID
    seen: int | None = None
